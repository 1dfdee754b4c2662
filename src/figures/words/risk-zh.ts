import type { riskEn } from './risk-en.ts';

/** How the plan does where things go badly, in Chinese. */
export const riskZh: typeof riskEn = {
  title: (scenario, value) => `若“${scenario}”成真，计划价值最低：${value}`,
  titleRegret: (scenario, regret) => `若确定“${scenario}”会发生，另一计划可多得 ${regret}`,
  titleNone: '没有哪个情景下另一计划会更好',
  subtitle: (unit) =>
    `若各情景成真时计划的价值（实色），以及专为该情景找到的最优计划可增加的价值（浅色）；${unit}`,
  method:
    '计划不知道哪个情景会发生：各情景下所达成的相同，其价值不同。后悔值是专为某一情景、以较少计算找到的最优计划的价值，减去本计划在该情景下的价值：这是估计，因为可能存在更好的计划。数值已对项目成败取平均。',
  columns: { scenario: '情景', best: '专为该情景的最优计划（估计）', regret: '后悔值' },
  caption: '各情景下的价值与后悔值',
  value: '本计划',
  regret: '后悔值',
  tail: (share, mean, edge) =>
    `在所有进程（含运气与情景）中最差的 ${share} 里，计划平均价值为 ${mean}，至多为 ${edge}（条件风险价值，Rockafellar 和 Uryasev，2000）。`,
  evidence: '哪些数值在其区间内会改变计划，见“接下来该问什么”；哪些结论在低值与高值下仍成立，见“依据”。',
  met: (product, level, by, chance, asked) =>
    `目标达到：${product}在${by}前满足需求的 ${level}，概率为 ${chance}；要求 ${asked}。`,
  missed: (product, level, by, chance, asked) =>
    `目标未达到：${product}在${by}前满足需求的 ${level}，概率为 ${chance}；要求 ${asked}。`,
};
