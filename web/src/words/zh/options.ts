import type { optionsEn } from '../en/options.ts';

/** Words of the page of what could be attempted, in Chinese. */
const optionsZh: typeof optionsEn = {
  title: '选项',
  lead: '可以尝试什么：目标、达成各目标的途径，以及能够承担的团队。点选一行可查看并修改全部内容。',
  none: '尚无可尝试的内容',
  noneText: '目标是某环节的服务水平。每个目标有若干选项；每个选项有阶段与团队。',
  addGoal: '增加目标',
  search: '查找目标与选项',
  goal: '目标',
  link: '环节',
  level: '水平',
  options: '选项',
  chance: '路线可行',
  stages: '阶段',
  teams: '团队',
  leads: '主导方式',
  cost: '各阶段总成本',
  periods: '期数',
  state: '方案中',
  funded: (n) => `${n} 个团队`,
  notFunded: '未资助',
  edit: '修改',
  close: '关闭',
};

export default optionsZh;
