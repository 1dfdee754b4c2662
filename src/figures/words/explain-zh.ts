import type { explainEn } from './explain-en.ts';

/** Sentences of explanations, in Chinese. */
export const explainZh: typeof explainEn = {
  because: '原因',
  wouldFlip: '什么会改变结论',
  figuresHead: '数值',
  related: '可继续询问',
  when: (day, days) => (day === null ? '从不' : day === 0 ? '立即' : `${days}后`),
  notBroken: '本方案的任何断供情景都不会使其中断。',
  threatened: (scenario, lost, when, rank, of, stake) =>
    `在“${scenario}”情景下，本国所需的 ${lost} 被切断；失去供应的时间：${when}。在 ${of} 个卡脖子环节中排第 ${rank}：中断期间，每年价值 ${stake} 的产品停产。`,
  alone: (value) => `单独修复，每年收益 ${value}。`,
  together: (others, product, level, value) =>
    `与${others}一起修复，可使${product}达到需求的 ${level}，每年价值 ${value}。`,
  noGoal: '方案中没有针对它的目标：options.yaml 中没有任何途径可以修复它。',
  goalUnfunded: (goal) => `计划没有为目标“${goal}”启动任何项目。`,
  goalFunded: (goal, n, projects, chance, end) =>
    `为目标“${goal}”，计划启动 ${n} 个项目（${projects}）；到${end}达成的概率为 ${chance}。`,
  flipLink: (supplier) => `若${supplier}继续供应，或本国以其他途径达到该水平，它就不再是卡脖子环节。`,
  valueAtStake: '受威胁价值',
  marginalValue: '边际价值',
  coverage: '仍可满足的需求',
  stopsOnDay: '失去供应的天数',
  goalTeams: (name, teams, approaches, atOnce, chance) =>
    `“${name}”由 ${approaches} 条技术路线上的 ${teams} 支团队承担，其中 ${atOnce} 支同时启动；任一成功的概率为 ${chance}。`,
  lastTeam: (name, team, worth) => `同时启动者中，${team} 的“${name}”增加最少：${worth}。`,
  nextTeamGains: (name, team, worth) => `再增加一支（${team} 的“${name}”），按计划价格可增加 ${worth}。`,
  nextTeamLoses: (name, team, worth) =>
    `再增加一支（最好是 ${team} 的“${name}”），按计划价格会损失 ${worth}。`,
  goalWorth: (worth) => `在计划其余部分不变时，其成功概率每增加一个单位价值 ${worth}。`,
  goalWorthless: '在计划其余部分不变时，提高其成功概率没有价值：产业链的其余环节仍然中断，或没有它也能运转。',
  goalSet: (names, n, value) =>
    `它属于一组必须同时达成的 ${n} 个目标（${names}${n > 6 ? '等' : ''}）；全部确保达成价值 ${value}。`,
  flipGoal: '若产业链的其他环节也列入计划，或其产品价值更高，它就会有价值。',
  chanceInTheEnd: '期末概率',
  funded: (team, period, chance, goal) =>
    `由${team}于${period}启动（在 ${chance} 的可能进程中），以达成“${goal}”。`,
  costs: (cost, funds) => `预期成本 ${cost}：${funds === '' ? '不使用任何资金' : funds}。`,
  succeeds: (chance) => `一旦启动，通过全部阶段的概率为 ${chance}。`,
  worth: (worth) => `按计划的价格，它的价值比成本及其占用的稀缺资源高 ${worth}。`,
  worthBelow: (worth) =>
    `单独按计划的价格计算，其成本比价值高 ${worth}：它是为其他项目所需，或在合作环节尚未确定时先行启动。`,
  flipFunded: (worth) => `若成本再增加 ${worth}，或收益减少同样金额，它就会被剔除。`,
  flipNow: '仅按价格它会被剔除；可强制剔除后重新规划，看方案损失多少。',
  unfunded: (goal) => `它可服务于“${goal}”，但计划没有启动它。`,
  insteadOf: (names) => `在同一目标上，计划资助${names}。`,
  flipUnfunded: (missing) => `若成本减少 ${missing}，或收益增加同样金额，它就会入选。`,
  without: (cost: string, error: string | null) =>
    `若不资助它并重新规划其余部分，计划价值将减少${cost}${error === null ? '' : `（±${error}，95 %）`}。`,
  withoutMore: (gain: string, error: string | null) =>
    `计划被承诺绑定于此项目：若不资助它并重新规划其余部分，计划价值将增加${gain}${error === null ? '' : `（±${error}，95 %）`}。`,
  withoutNothing: (error: string) =>
    `若不资助它并重新规划其余部分，计划价值基本不变（误差${error}以内，95 %）：其他项目可以替代。`,
  replacement: '不资助它时计划的损失',
  netWorth: '按计划价格的净值',
  cost: '预期成本',
  chanceOfSuccess: '启动后的成功概率',
  chanceOfStart: '被启动的概率',
  leads: (mode, instrument) => `主导方式：${mode}，融资工具：${instrument}。`,
  onlyMode: '方案没有提供能在该时期启动的其他主导方式。',
  runnerUp: (mode, loss) => `次优方式是${mode}，价值低 ${loss}。`,
  flipMode: (mode, loss, chosen) =>
    `若${mode}的成本降低 ${loss}，或${chosen}因延误、成本或概率损失同样金额，就会改选${mode}。`,
  runnerUpLoss: '改用次优方式的损失',
  fundUse: (used, available) => `在规划期内可提供 ${available}，计划预期使用 ${used}。`,
  fundUnused: '计划中没有项目使用它。',
  fundUsers: (n, names) => `${n} 个项目使用它，最大的有：${names}。`,
  resourceUse: (share, period, used, available, unit) =>
    `在${period}使用最多：${share}，即 ${available} ${unit}中的 ${used}。`,
  notScarce: '它从不稀缺：再多一个单位也没有价值。',
  scarce: (periods) => `它在${periods}稀缺。`,
  oneMore: (period, worth) => `${period}再多一个单位价值 ${worth}。`,
  moneyWorth: (worth) => `每单位资金额外带来 ${worth}`,
  unitWorth: (worth) => `${worth}`,
  oneMoreUnit: '最稀缺时期再多一个单位的价值',
  verdicts: { yes: '保持完整供应', no: '失去完整供应', unknown: '可能失去完整供应：数据不足以判断' },
  productUnder: (scenario, verdict, when, coverage, cause) =>
    `在“${scenario}”情景下${verdict}（${when}），最终可满足需求的 ${coverage}${cause === null ? '' : `；通向原因的路径：${cause}`}。`,
  liftedTo: (level, from, to) => `需求的 ${level}：有计划 ${to}，无计划 ${from}`,
  underPlan: (end, list) => `到${end}可供应的概率：${list}。`,
  chanceAtLevel: (level) => `达到需求 ${level} 的概率`,
  scenarioWeight: (weight) => `方案赋予它的权重为 ${weight}。`,
  stopsNothing: '它不使任何产品在最高服务水平上停产。',
  stops: (list) => `它使以下产品失去完整供应：${list}。`,
  breaks: (n, list) => `${n} 个环节中断，首先是${list}。`,
  weight: '权重',
};
