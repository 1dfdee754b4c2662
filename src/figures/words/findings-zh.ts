import type { findingsEn } from './findings-en.ts';

/** Headline sentences, in Chinese. */
export const findingsZh: typeof findingsEn = {
  stops: '什么最先停产',
  together: '什么必须一起修复',
  leads: '由谁主导',
  money: '资金',
  effect: '能达到什么',
  proof: '方案有多好',
  basis: '依据是什么',
  nothingStops: (scenario) => `在“${scenario}”情景下，没有产品在最高服务水平上停产。`,
  fullServiceLost: (scenario, names, when) => `在“${scenario}”情景下，${names}${when}失去完整供应能力。`,
  stopsFirst: (product, when, cause) =>
    `最先完全停产的是${product}：${when}${cause === '' ? '' : `，原因在于${cause}`}。`,
  stopsNext: (product, when, cause) =>
    `其后是${product}：${when}${cause === '' ? '' : `，原因在于${cause}`}。`,
  reduced: (names) => `${names}以较低的服务水平继续生产。`,
  atOnce: '立即',
  byDay: (day) => `在${day}之前`,
  onDay: (day, date) => (date === '' ? day : `${day}（${date}）`),
  unknownProducts: (list) => `${list}：现有数据不足以判断。`,
  mendTogether: (members, product, value) => `要保住${product}，${members}必须一起修复：每年价值 ${value}。`,
  noneAlone: '单独修复其中任何一个都没有收益。',
  aloneAtMost: (name, value) => `单独修复时，收益最大的是${name}，每年 ${value}。`,
  noRepair: '没有必须一起修复的环节组合。',
  leadCounts: (n, list) => `${n} 个项目中，${list}。`,
  leadItem: (n, mode, share) => `${n} 个为${mode}（占资金 ${share}）`,
  closest: (project, mode, loss) => `最接近的选择是“${project}”：若改为${mode}，代价为 ${loss}。`,
  moneyTotal: (total, publicMoney, privateMoney, from, to) =>
    `${from}至${to}预期投入 ${total}：公共资金 ${publicMoney}，社会资金 ${privateMoney}。`,
  scarcest: (fund, period, worth) => `最紧缺的资金是${period}的${fund}：每多一单位价值 ${worth}。`,
  lifted: (list, date) => `到${date}，方案使可得概率提高：${list}。`,
  liftItem: (product, level, from, to) => `${product}（需求的 ${level}）从 ${from} 提高到 ${to}`,
  value: (value, error, bound) =>
    `与什么都不做相比，方案价值 ${value}${error === '' ? '' : `（± ${error}，95%）`}；任何方案都不可能超过 ${bound}。`,
  gap: (gap, proof) => `差距至多为 ${gap}（${proof}）。`,
  gapNone: (proof) => `未给出差距（${proof}）。`,
  better: (baseline, by) => `比最好的较简单方案“${baseline}”高 ${by}。`,
  judgement: (share, figures) => `${figures} 个数据中 ${share} 为专家判断。`,
  survives: (n, all) => `${all} 条结论中有 ${n} 条在取低值与高值时仍然成立。`,
  coverage: (share) => `产品以下的环节中 ${share} 有量化的供应数据。`,
};
