import type { verificationEn } from './verification-en.ts';

/** Words on verification along the chain and the slots of host lines, in Chinese. */
export const verificationZh: typeof verificationEn = {
  part: '全链条验证',
  pathCaption: (product, level, open) =>
    `一旦推迟就会推迟${product}达到需求 ${level} 的各项验证${open === null ? '' : `（按最可能进程自 ${open} 起可用）`}`,
  buyCaption: '再增一个最有价值的验证窗口',
  lead: '最可能进程：各阶段均通过并按最可能的时间完成。“再增一个的价值”即其在方案中的价格。',
  columns: {
    project: '项目',
    verification: '验证地点',
    from: '自',
    to: '至',
    waitsFor: '等待',
    slots: '窗口',
    resource: '窗口',
    period: '时期',
    used: '使用',
    available: '可用',
    worth: '再增一个的价值',
  },
  onPath: (project, adopter, from, to, waits, slots) =>
    `“${project}”自 ${from} 至 ${to} 末${adopter === null ? '' : `在${adopter}`}验证${waits === '' ? '' : `，须先达成：${waits}`}${slots === '' ? '' : `；占用${slots}`}。`,
  slots: (amount, resource) => `${resource} ${amount} 个`,
  oneMore: (resource, period, worth) => `${period}再增一个“${resource}”价值 ${worth}。`,
  noPath: '关键路径上没有验证阶段。',
  textHead: (product, level) => `通向${product}达到需求 ${level} 的验证关键路径：`,
  resourceOnPath: (projects) => `关键路径上的验证占用它：${projects}。`,
};
