import type { alternativesEn } from './alternatives-en.ts';

/** Words of the plans that are nearly as good as the best, in Chinese. */
export const alternativesZh: typeof alternativesEn = {
  found: (n, within, apart) =>
    `另有 ${n} 个方案，与最佳方案相比损失不超过 ${within}，且任意两个方案所启动的项目至少相差 ${apart}。`,
  best: (value, bound, projects) =>
    `最佳方案价值为 ${value}；任何方案都不可能超过 ${bound}。它资助 ${projects} 个项目。`,
  fewer: (asked, tried, near) =>
    `少于要求的 ${asked} 个：共尝试 ${tried} 个方案，其中 ${near} 个足够接近，但多数彼此过于相似。`,
  exhausted: '对每个接近的方案的各种改动都已尝试。',
  notExhausted: '搜索因计算量上限而停止：可能还有更多方案。',
  always: (names) => `最佳方案与所有其他方案都包含：${names}。`,
  sometimes: (n, all) =>
    `这些方案资助的 ${all} 个项目中，有 ${n} 个在所有方案中都得到资助；其余项目可凭其他理由取舍。`,
  figure: {
    subtitle:
      '每个数字为一个方案：横轴为与最佳方案相比损失的价值（横线：95% 区间），纵轴为两者所资助的项目中只有一方资助的比例',
    loss: '价值损失',
    distance: '不同的项目',
    method:
      '做法：对每个接近的方案，逐一去掉某个项目，或调高、调低某个目标的分量，再重新规划。损失：在相同的机遇下，最佳方案的价值减去该方案的价值，占前者的比例；低于零表示该方案更好。差异：两组在至少十分之一进程中启动的项目之间的杰卡德距离。',
    caption: '相差无几的方案',
    columns: {
      plan: '方案',
      value: '价值',
      loss: '损失',
      lossShare: '价值损失',
      lossError: '标准误',
      distance: '不同的项目',
      nearest: '与最近方案的差异',
      differs: '与最佳方案相比',
    },
  },
  plan: (rank) => `方案 ${rank}`,
  drops: (list) => `不含${list}`,
  adds: (list) => `增加${list}`,
  project: (name, team) => `${name}（${team}）`,
};
