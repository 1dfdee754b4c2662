import type { answerEn } from '../en/answer.ts';

/** Words of the page on which an expert answers, in Chinese. */
const answerZh: typeof answerEn = {
  hello: (expert) => `${expert}，请用两分钟给出您的判断`,
  lead: (programme) =>
    `“${programme}”所依据的一些数值无法直接读取。这个数值可能改变其方案。在所有人回答之前，您的回答保密。`,
  figure: '所问的数值',
  now: '目前使用',
  low: '低',
  lowHint: '低于此值的可能性为十分之一',
  central: '最佳估计',
  high: '高',
  highHint: '高于此值的可能性为十分之一',
  unit: (unit) => `单位：${unit}`,
  comment: '说明（可不填）',
  commentHint: '您的判断依据',
  order: '须满足 低 ≤ 最佳估计 ≤ 高',
  share: '须在 0 与 1 之间',
  amount: '不可为负',
  send: '提交',
  change: '修改我的回答',
  thanks: '谢谢',
  thanksText: '您的回答已收到。在问题结束之前，可用此链接修改。',
  yours: '您的回答',
  closed: '该问题已结束',
  closedText: '感谢您的时间。',
};

export default answerZh;
