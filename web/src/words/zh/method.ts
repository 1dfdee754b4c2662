import type { methodEn } from '../en/method.ts';

/** Words of the page of methods, in Chinese. */
const methodZh: typeof methodEn = {
  pages: '方法页面',
  figures: '每张图如何得出',
  explanation: '说明',
  reference: '参考',
  english: '本页文档为英文。',
  titles: {
    chain: '产业链',
    severity: '受影响价值与时间',
    stops: '何时失去服务水平',
    survival: '库存能维持多久',
    combinations: '关键组合',
    unknowns: '应先查明什么',
    gantt: '项目时间表',
    flow: '资金流向',
    availability: '产品可生产的概率',
    bound: '与最佳方案的差距',
    risk: '各情景下的方案',
    ask: '接下来问什么',
    frontier: '前沿',
    alternatives: '备选方案',
  },
};
export default methodZh;
