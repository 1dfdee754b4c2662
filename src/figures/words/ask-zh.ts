import type { askEn } from './ask-en.ts';

/** Which figures are most worth knowing, in Chinese. */
export const askZh: typeof askEn = {
  lead: (gain) =>
    `每一行是一个可能落在其区间任一端的数值。在制定计划之前弄清第一个数值，价值为${gain}：为此花费不应超过这一金额。`,
  nothing: '没有哪个数值确定值得在制定计划之前弄清：在其区间的任一端，现有计划都不逊色。',
  method:
    '部分完全信息的期望价值（Felli 和 Hazen，1998），以现有计划为基准：在区间的每一端，按同一规则、已知该数值重新制定计划，并在同样的运气下与现有计划比较。两端各计 0.3，中间值计 0.4（Swanson 规则，对应第 10、50、90 百分位），这是对区间的离散化，不是预测。所有带区间的数值先按计划的价格筛选，最有希望的再在整个计划上试算；增益超过 1.645 个标准误才计入。更好的规则可能增益更多；每次只变动一个数值，因此各项增益不能相加。',
  columns: {
    figure: '数值',
    range: '低 – 中 – 高',
    mark: '依据',
    gain: '弄清的价值',
    flips: '会改变的决定',
  },
  caption: '制定计划前最值得弄清的数值',
  marks: { read: '来源', computed: '计算', judgement: '判断', none: '未说明' },
  range: (low, central, high) => `${low} – ${central} – ${high}`,
  at: { low: (list) => `若为低值，${list}`, high: (list) => `若为高值，${list}` },
  noStart: '首次启动的改变均不足十分之一的进程，改变的是后续安排',
  courses: (project, team, before, after) => `${team}的“${project}”启动的进程占比由 ${before} 变为 ${after}`,
  moved: (project, team, before, after) => `${team}的“${project}”改在${after}启动，而非${before}`,
  mode: (project, team, before, after) => `${team}的“${project}”改由${after}，而非${before}`,
  standsOn: (mark, evidence) => `依据：${mark}${evidence === null ? '' : `（${evidence}）`}。`,
  worth: (gain, error) =>
    `在制定计划之前弄清它，价值为 ${gain}${error === '' ? '' : `（± ${error}，95%）`}。`,
  isRange: (name, range) => `${name}：${range}。`,
  wouldChange: (clause) => `弄清它会改变计划：${clause}。`,
  low: '低值',
  central: '中间值',
  high: '高值',
  gain: '弄清的价值',
};
