import type { frontierEn } from './frontier-en.ts';

/** Words of the frontier of value against money, in Chinese. */
export const frontierZh: typeof frontierEn = {
  kicker: '技术突破计划：资金增减会带来什么',
  rankings: { 'value-per-cost': '按单位成本价值贪心选取', chokepoint: '按卡点得分排名' },
  times: (factor) => `${factor} 倍`,
  today: (money, value, bound) => `以现有资金 ${money}，方案价值为 ${value}；任何方案都不可能超过 ${bound}。`,
  same: (ranking, value) => `${ranking}在同等资金下价值为 ${value}，与方案相当。`,
  needs: (ranking, value, factor, more) =>
    `${ranking}在同等资金下价值为 ${value}；要达到方案的效果，需要 ${factor} 倍的资金，即多用 ${more}。`,
  never: (ranking, value, factor, most) =>
    `${ranking}在同等资金下价值为 ${value}；即使用 ${factor} 倍的资金也达不到方案的效果，最多为 ${most}。`,
  nested: (steps) => `预算逐级增加的 ${steps} 步中，每一步都保留了原先资助的全部项目。`,
  notNested: (n, steps) =>
    `预算逐级增加的 ${steps} 步中，有 ${n} 步放弃了较小预算下资助的项目：没有一份自上而下购买的清单能同时得到各档方案。`,
  step: (from, to, dropped, added) =>
    `资金由 ${from}增至 ${to}：放弃${dropped}${added === '' ? '' : `；新增${added}`}。`,
  project: (name, team, before, after) => `${name}（${team}，${before} → ${after}）`,
  more: (n) => `另外 ${n} 项`,
  slope: (first, firstGain, last, lastGain) =>
    `每多一个单位的资金，在资金为 ${first}时带来 ${firstGain}，为 ${last}时带来 ${lastGain}。`,
  infeasible: (factors) => `资金为 ${factors}时，各项承诺无法全部兑现。`,
  stopped: (done, asked) => `已提前停止：${asked} 档预算中完成了 ${done} 档。`,
  figure: {
    title: (factor, ranking) => `${ranking}需要 ${factor} 倍的资金才能达到方案的效果`,
    titleNever: (factor, ranking) => `${ranking}即使用 ${factor} 倍的资金也达不到现有资金下方案的效果`,
    titlePlan: '各档预算下方案的价值',
    subtitle: (unit, moneyUnit) =>
      `期望价值（${unit}）与全部资金在整个规划期内的总额（${moneyUnit}，未贴现）`,
    plan: '方案（95% 区间）',
    bound: '上界：任何方案都不超过',
    notNested: '放弃了较小预算下的项目才达到',
    today: '现有',
    xAxis: (unit) => `全部资金（${unit}）`,
    yAxis: (unit) => unit,
    method:
      '在每一档预算下，各项资金在各期的额度都乘以同一倍数；人员和设施不变。每一档单独规划，所用计算量小于完整规划；若在更大预算下没有找到更好的方案，则沿用较小预算下的方案，较大预算下的上界则用于较小预算。各种排名在同等资金、同样的运气下依次选取负担得起的项目。排名所需的资金先逐次加倍，直到达到现有资金下方案的价值，再在其间二分至 1%；最多查到 16 倍资金。',
  },
  columns: {
    factor: '现有资金的倍数',
    money: '全部资金',
    value: '方案价值',
    error: '标准误',
    bound: '上界',
    gap: '差距',
    projects: '资助项目数',
    nested: '保留上一档的全部项目',
    from: '由',
    to: '至',
    change: '变化',
    project: '项目',
    team: '团队',
    before: '之前启动概率',
    after: '之后启动概率',
  },
  yes: '是',
  no: (dropped) => `否，放弃 ${dropped} 项`,
  dropped: '放弃',
  added: '新增',
  captions: { points: '各档预算下的方案与排名', steps: '每增加一档预算放弃和新增的项目' },
  sections: { findings: '结论', figure: '价值与资金', steps: '逐级预算', notes: '需要注意' },
  colophon: '由 Muster 根据计划文件生成。全部内容均可与 CSV 表格及 frontier.json 核对。',
};
