import type { timesEn } from './times-en.ts';

/** When things stop and how long stocks carry, in Chinese. */
export const timesZh: typeof timesEn = {
  figure: {
    title: (product, level, day) =>
      `最先降到需求的 ${level} 以下的是${product}：${day === '' ? '立即' : day}`,
    titleNone: '没有产品降到其最低服务水平以下',
    subtitle: (runs, figures) =>
      `各服务水平失去的日期（自情景开始的天数，平方根刻度）；标记：中值数据；横条：对 ${figures} 个不确定数据抽样 ${runs} 次，中间 80% 的结果`,
    products: '产品：无法再满足的需求比例',
    links: '卡脖子环节：先列使产品停产者，再按排名',
    expansion: '扩产停止：新增供应少于本国所需',
    level: '降到该水平以下',
    spread: '10% 至 90% 的抽样',
    never: '伸出边缘：超过 10% 的抽样更晚或不会发生',
    xAxis: '自情景开始的天数',
    more: (n) => `另有 ${n} 个卡脖子环节见表`,
    method:
      '当进口不足以达到某水平、且本国无法补足时，该环节失去该水平；此后由库存与存量设备支撑：库存天数 + 使用寿命 × (1 − 对服务的依赖 × 失去的服务) × (1 − 水平)。因此耐用品先停止扩产（新增供应不足），之后才逐级失去水平。每个不确定数据在其低值与高值之间抽取，以中值为中位数，彼此独立；独立是一种判断：若有共同原因使数据一起变动，产品的分布会更宽。没有区间的数据保持不变。',
  },
  list: {
    line: (when, what) => `${when}：${what}。`,
    on: (day, date) => (date === '' ? day : `${day}（${date}）`),
    expansion: (names) => `停止扩产（新增供应少于本国所需）：${names}`,
    level: (names) => `降到括号内的需求比例以下：${names}`,
    product: (names, level, because, spread) => `${names}降到需求的 ${level} 以下${because}${spread}`,
    because: (path) => `，原因在于${path}`,
    notCentral: '按中值数据不会发生',
    spread: (low, high) => `（中间 80% 的抽样：${low}至${high}）`,
    neverIn: (share) => `（${share} 的抽样不会发生）`,
    others: (names, n) => `${names}等，另有 ${n} 个`,
    rest: (n) => `其余 ${n} 条见 --json 与 stoppages.csv。`,
  },
  finding: {
    survives: (product, level, days) =>
      `若把库存摊到仍有的供应上，最先降到需求的 ${level} 以下的是${product}，可撑 ${days}。`,
    stock: (days, links, cost) =>
      `要使每种产品在最低水平上撑过 ${days}，需储备${links}${cost === '' ? '' : `：有价格者合计 ${cost}`}。`,
    stockOf: (link, days) => `${link} ${days}`,
    stockNone: (days) => `现有库存足以使每种产品在最低水平上撑过 ${days}。`,
    stockNever: (days, links) => `仅靠库存无法使每种产品在最低水平上撑过 ${days}：${links}无法储备。`,
  },
  columns: {
    day: '天数',
    date: '日期',
    what: '什么中断',
    kind: '失去的是',
    cause: '原因路径',
    p10: '10% 的抽样不晚于',
    p50: '半数不晚于',
    p90: '90% 不晚于',
    never: '不会中断的抽样',
    days: '可撑天数',
    daysLow: '取低值时',
    daysHigh: '取高值时',
    bottleneck: '受限于',
    extra: '需增储（需求天数）',
    held: '现有（需求天数）',
    cost: '费用',
    mark: '依据',
    missing: '无法储备者（期末缺口占需求）',
  },
  kinds: { expansion: '扩产', level: '水平', product: '最终用途' },
  marks: { read: '来自文献', computed: '计算得出', judgement: '专家判断', none: '无来源' },
  captions: {
    stoppages: '按先后列出的中断；天数自情景开始算起',
    survival: '全部措施生效后、把库存摊开使用时，各服务水平可维持的整天数',
    stock: (days) => `使各服务水平维持 ${days} 所需的最少增储`,
  },
  parts: {
    stoppages: '中断的先后顺序',
    survival: '可撑时间',
    stock: (days) => `撑过 ${days} 所需的库存`,
  },
  forEver: '一直可撑',
  notStated: '未说明',
  together: '全部产品，各在其最低水平',
  survivalLead:
    '“中断时间”假设各方照常取用，直到库存用尽；“可撑时间”则问：若把库存摊到仍有的供应上，该水平能维持多久；对会磨损的设备，结果偏于保守。',
  stockLead: {
    money: '以费用最少为准。',
    days: '以需求天数之和最少为准，因为可储备者并非都有价格。',
    none: '未列出的水平无需在现有库存之外增储。',
  },
  survivalMethod:
    '以恒定速率为变量的线性规划：一个环节的供给等于进口、本国以其所需投入制造的量、以及摊到期间的库存之和；共同需要者取最小，可互相替代者相加，“至少 k 个”者轮流承担，这是最乐观的情形。寿命为 L 的存量设备已磨损 天数 / L，并随新增供应得到补充。每个用户保有自己在该环节中的份额。服务、工艺、软件、设计与存量设备无法储备。费用：年市场额 × 需求 × 天数 / 365，按现价，不含仓储。',
};
