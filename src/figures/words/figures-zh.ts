import type { figuresEn } from './figures-en.ts';

/** Words of the figures, in Chinese. */
export const figuresZh: typeof figuresEn = {
  provenance: {
    prices: (year) => `${year} 年价格`,
    source: (programme) => `来源：Muster 对“${programme}”文件的计算`,
    seed: (seed) => `随机种子 ${seed}`,
  },
  chainMap: {
    title: (exposed, links, stopped, products) =>
      `${links} 个环节中 ${exposed} 个受断供影响，${products} 种产品中 ${stopped} 种停产`,
    titleSafe: (links) => `${links} 个环节均不受影响，没有产品停产`,
    subtitle: (scenario, asOf, coverage) =>
      `暴露度：情景“${scenario}”在该环节本身夺走的本国需求份额；截至 ${asOf}；${coverage} 的环节已有供应数据`,
    grouped: (shown, hidden) =>
      `图中画出 ${shown} 个环节，即暴露度最高的失效环节及其到产品的路径；其余 ${hidden} 个按领域合并`,
    group: (field, n) => `${field}：另有 ${n} 个`,
    legendExposure: '暴露度',
    legendUnknown: '未知',
    legendBroken: '无法取得或制造',
    legendUnclear: '是否可用未知',
    method:
      '图中为产品以下的全部环节，投入在左，产品在右，采用分层布局（ELK）。填色为环节本身的暴露度。粗边框表示该环节在最高服务水平上失效，无论是自身原因还是投入失效；粗线连接失效的环节。斜线填充表示供应没有量化数据。小符号表示领域。天数从情景开始之日算起。',
  },
  severity: {
    title: (soon, days, worst, value) =>
      `${days}内${soon === 0 ? '没有' : `有 ${soon} 个`}卡点中断；受威胁价值最大的是${worst}，每年 ${value}`,
    each: (n) => `${n} 个环节（各自）`,
    titleNone: '没有卡点会在某一天中断',
    subtitle: (unit) => `每年受威胁的价值（${unit}）与中断前时间（自情景开始的天数，平方根刻度）`,
    never: (n) => `另有 ${n} 个不会中断的卡点，仅列于表中`,
    xAxis: '中断前天数',
    yAxis: (unit) => `每年受威胁的价值（${unit}）`,
    more: (n) => `另 ${n} 个`,
    method:
      '受威胁的价值是失去该环节时停产的产品每年的价值，因此使同样产品停产的环节位于同一高度。中断前时间计入产业链上各处的库存与使用寿命。位置相同的环节共用一个符号，大小表示个数。填色为暴露度，与产业链图相同；形状表示领域。',
  },
  gantt: {
    title: (n, first, mode, modeCount) =>
      `共 ${n} 个项目，其中 ${first} 个在第一年启动；${modeCount} 个为${mode}`,
    titleNone: '方案没有启动任何项目',
    subtitle: '按最可能的进程画出各阶段；颜色表示主导方式；数字为项目启动的概率，概率小则颜色浅',
    start: (name, weight) => `${name}开始（权重 ${weight}）`,
    startNote: '虚线：断供情景开始',
    chance: '启动概率',
    today: '今天',
    overlayNote: '菱形：至此完成；细线：一个项目等待另一个',
    method:
      '每个项目按“各阶段均通过且用时最可能”画出。方案会随情况调整：某阶段失败会释放资金与人员，因此项目可能推迟或不再启动；启动概率对项目群所有可能进程计算。超出最后一期的阶段在边缘截断。',
  },
  flow: {
    title: (total, fund, fundShare, field, fieldShare) =>
      `总额 ${total}：${fund}出资 ${fundShare}，${field}获得 ${fieldShare}`,
    titleNone: '方案没有支出',
    subtitle: (unit) => `预期资金：由资金来源经领域到目标（${unit}，未贴现，整个规划期）`,
    otherGoals: (n) => `其余 ${n} 个较小目标`,
    method:
      '各入选项目按资金来源的预期付款，对项目群所有可能进程计算：可能提前失败的项目按其可能支出计入。较小的目标合并为一项。',
  },
  availability: {
    title: (product, before, after, date) =>
      `到${date}，方案使${product}的可得概率由 ${before} 升至 ${after}`,
    titleNone: '方案没有提高任何产品的可得概率',
    subtitle: '各期末该产品能够按所注服务水平制造的概率，按情景权重计算',
    withPlan: '有方案',
    withoutPlan: '无方案',
    other: '细线：括号内的服务水平',
    cutOff: '断供开始',
    more: (n) => `另有 ${n} 种产品列于表中`,
    atLevel: (level) => `服务水平 ${level}`,
    method:
      '按各期环节可用概率对产品结构函数计算的精确概率；多个产品共用的环节不会重复计算。粗线为最高服务水平，细线为方案提高最多的另一服务水平；各水平均列于表中。',
  },
  bound: {
    title: (gap, better, baseline) => `与任何方案的上限相差不超过 ${gap}，比“${baseline}”高 ${better}`,
    titleGap: (gap) => `与任何方案的上限相差不超过 ${gap}`,
    titleOpen: '方案与其上界及较简单方案的比较',
    subtitle: (unit) =>
      `相对于什么都不做的预期贴现价值，已扣除成本（${unit}）；误差线：模拟值的 95% 置信区间`,
    plan: '本方案',
    boundRow: '任何方案的上界',
    bound: (value) => `任何方案不超过 ${value}`,
    method:
      '上界对任何随机应变的策略都成立，无论其途中获知什么。基准是较简单的选择方法，在同一问题、同一组随机数上运行。差距 =（上界 − 价值）/ |价值|。',
  },
};
