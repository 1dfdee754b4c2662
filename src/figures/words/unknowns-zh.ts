import type { AssessedUnknown } from '../../contract/unknowns.ts';
import type { unknownsEn } from './unknowns-en.ts';

/** What is not known and what finding it out would tell, in Chinese. */
export const unknownsZh: typeof unknownsEn = {
  title: '先查清什么',
  lead: (low, high) =>
    `在没有更多信息之前，该情景下若无方案，每年保住的价值在${low}与${high}之间。每一行是一个问题，最能收窄这一区间者在前。`,
  nothing: '未知的事项都不会改变该情景下无方案时所保住的价值。',
  method:
    '区间的一端是所有未知均不利、已声明的数值取低端，另一端是所有未知均有利、数值取高端；无论未知事项结果如何，价值都落在其中。每次只确定一个问题，取其任一端；两端各按一半机会计，这是中性的判断，不是预测。期望差：其他未知也各按一半机会计时两端之差，用来区分只有一起才有影响的问题。对最终保住的价值没有影响的问题不列出。',
  columns: {
    question: '问题',
    known: '目前',
    narrows: '平均收窄',
    adverse: '若不利，至多',
    favourable: '若有利，至少',
    swing: '期望差',
    flips: '可确定能否满额供应的产品',
  },
  caption: '能收窄所保住价值的问题（每年）',
  known: { true: '只有区间', false: '未声明' },
  question,
  flip: (product, adverse, favourable) => `${product}（不利：${adverse}；有利：${favourable}）`,
  certainty: {
    column: '是否确定',
    true: '确定',
    false: '未知项不利时',
  },
};

function question({ kind, members }: AssessedUnknown, name: string): string {
  switch (kind) {
    case 'gate':
      return `“${name}”所列 ${members.length} 项是全部需要，还是任一即可？`;
    case 'share':
      return `“${name}”由谁供应、各占多少？`;
    case 'need':
      return `本国需要多少“${name}”？`;
    case 'capacity':
      return `本国能制造多少“${name}”？`;
    case 'obtainable':
      return `可得的“${name}”中本国能取得多大比例？`;
  }
}
