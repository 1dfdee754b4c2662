import type { programmesEn } from '../en/programmes.ts';

/** Words of the list of programmes, in Chinese. */
const programmesZh: typeof programmesEn = {
  title: '计划',
  lead: '每个计划描绘一条产业链、可能的断供，以及应当一并攻关的突破。',
  make: '新建计划',
  none: '尚无计划',
  noneOwner: '可从示例、计划文件夹的 zip 或空白计划开始。',
  noneOther: '您在任何计划中都没有角色。计划主任可以授予您角色。',
  name: '名称',
  role: '您的角色',
  latest: '最新版本',
  changed: '修改时间',
  roles: { director: '主任', planner: '规划员', auditor: '审计员', guest: '访客', owner: '系统所有者' },
  from: '起始内容',
  sources: { example: '示例', zip: '计划文件夹的 zip', empty: '空白计划' },
  example: '示例',
  zip: 'zip 文件',
  chooseFile: '选择文件',
  create: '建立',
  importNote: (name) => `来自 ${name} 的文件`,
};

export default programmesZh;
