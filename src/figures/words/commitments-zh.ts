import type { commitmentsEn } from './commitments-en.ts';

/** Sentences on commitments that cannot all be met, in Chinese. */
export const commitmentsZh: typeof commitmentsEn = {
  headline: (programme) => `${programme}：各项承诺无法同时兑现。`,
  conflictHead: '以下各项相互冲突；去掉其中任何一项，其余各项即可兑现：',
  repairHead: '补救办法（每类中代价最小者）：',
  project: (name, team) => `${team}的“${name}”`,
  window: (from, by) => {
    if (from !== null && from === by) return `在第 ${from} 期`;
    if (from !== null && by !== null) return `在第 ${from} 至 ${by} 期`;
    if (from !== null) return `不早于第 ${from} 期`;
    return by === null ? '' : `不迟于第 ${by} 期`;
  },
  lead: (mode) => `（${mode}）`,
  lockIn: (project, window, lead) => `${project}必须${window}启动${lead}`,
  lockOut: (project) => `${project}不得启动`,
  leadDecided: (project, mode) => `${project}只能由以下方式主导：${mode}`,
  decided: (date, by) =>
    date === null && by === null
      ? ''
      : `${by === null ? '' : `由${by}`}${date === null ? '' : `于 ${date} `}决定。`,
  leadCost: (cost) => `按方案的价格，若由方案自由选择主导方式，价值高出 ${cost}。`,
  leadCostsNothing: '按方案的价格，它没有代价：换用其他主导方式也不会更好。',
  decisionCost: '决定的代价',
  deadline: (goal, by) => `“${goal}”必须在第 ${by} 期末之前能够达成`,
  takes: (periods) => `；最长需要 ${periods} 期`,
  cannotBeChosen: (why) => `；但它根本无法入选：${why}`,
  because: (reason) => `（理由：${reason}）。`,
  offers: (name, amounts) => `${name}提供：${amounts}。`,
  amountIn: (amount, period) => `第 ${period} 期 ${amount}`,
  waits: (stage, project, goal) => `“${project}”的“${stage}”阶段须等“${goal}”达成。`,
  preferred: '首选。',
  more: (amounts) => `增加资金或资源：${amounts}。`,
  moreTotal: (money) => `资金合计 ${money}。`,
  extra: (name, amounts) => `${name}：${amounts}`,
  later: (moves) => `调整时间：${moves}。`,
  movedLater: (name, by, periods) => `${name}推迟 ${periods} 期，至第 ${by} 期`,
  movedEarlier: (name, from, periods) => `${name}提前 ${periods} 期，自第 ${from} 期起`,
  giveUp: (names) => `放弃：${names}。`,
  commitment: { 'lock-in': '锁定启动', 'lock-out': '锁定排除', lead: '主导方式已定', deadline: '期限' },
  afterwards: (courses) => `之后（按最长工期）：${courses}。`,
  course: (name, from, to) => {
    if (to === null) return `${name}自第 ${from} 期起，超出规划期`;
    return from === to ? `${name}在第 ${from} 期` : `${name}在第 ${from} 至 ${to} 期`;
  },
  kept: (start, end) => {
    const begins = start === null ? '' : `最迟在第 ${start} 期启动，除非此前目标已达成或技术路线已失败`;
    const ends = end === null ? '' : `按最长工期于第 ${end} 期末完成`;
    return `计划予以兑现${[begins, ends]
      .filter(Boolean)
      .map((part) => `；${part}`)
      .join('')}。`;
  },
  reserved: '在此之前，其全程所需的资金和资源不得挪作他用。',
  excluded: '计划不选择它。',
  flipKept: '它成立是因为方案作了规定：去掉它重新规划，即可看出其代价。',
  conflictOf: '它处于以下冲突之中：',
  notInConflict: '它不在所发现的冲突之列；方案因以下冲突而无法规划：',
  moreMoney: '所需追加资金',
};
