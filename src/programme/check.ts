import { DEFECTS } from './catalogue.ts';
import * as chain from './checks/chain.ts';
import * as commitments from './checks/commitments.ts';
import * as duplicates from './checks/duplicates.ts';
import * as groups from './checks/groups.ts';
import * as judgements from './checks/judgements.ts';
import * as money from './checks/money.ts';
import * as options from './checks/options.ts';
import * as overlay from './checks/overlay.ts';
import * as references from './checks/references.ts';
import * as scenarios from './checks/scenarios.ts';
import * as substitutes from './checks/substitutes.ts';
import * as supply from './checks/supply.ts';
import * as terms from './checks/terms.ts';
import * as verification from './checks/verification.ts';
import type { Defect } from './defects.ts';
import type { Part, Programme } from './programme.ts';

interface Check {
  readonly needs: readonly Part[];
  readonly run: (parts: Programme) => Iterable<Defect>;
}

/** A check and the parts it reads: it runs when all of them are there, and can see no other. */
function check<K extends Part>(
  needs: readonly K[],
  run: (parts: Pick<Programme, K>) => Iterable<Defect>,
): Check {
  return { needs, run };
}

const CHAIN = ['links', 'requirements', 'supply', 'overlay'] as const;
const LINKS = ['links', 'overlay'] as const;
const WITH_EVIDENCE: readonly Part[] = [
  'muster',
  'links',
  'supply',
  'overlay',
  'scenarios',
  'goals',
  'instruments',
  'funds',
  'actors',
  'resources',
];

/** Every check of a programme across its files. */
const CHECKS: readonly Check[] = [
  ...duplicates.PARTS_WITH_ID.map((part) => check([part], duplicates.checkIds(part))),
  check(LINKS, duplicates.checkLinkIds),
  check(['muster'], duplicates.checkProductIds),
  check(['goals'], duplicates.checkOptionIds),
  check(['scenarios'], duplicates.checkMeasureIds),
  check(['requirements'], duplicates.checkRequirementRows),
  check(['supply'], duplicates.checkSupplyRows),
  check(['resources'], duplicates.checkResourceRows),
  check(['judgements'], duplicates.checkJudgementRows),

  check([...LINKS, 'requirements'], references.checkRequirementLinks),
  check([...LINKS, 'supply'], references.checkSupplyLinks),
  check(LINKS, references.checkOverlayLinks),
  check([...LINKS, 'muster'], references.checkProductLinks),
  check([...LINKS, 'goals'], references.checkGoalLinks),
  check([...LINKS, 'scenarios'], references.checkScenarioLinks),
  check([...LINKS, 'scenarios'], references.checkMeasureTags),
  check(['providers', 'supply'], references.checkProviders),
  check(['providers', 'overlay'], references.checkOverlayProviders),
  check(['providers', 'scenarios'], references.checkScenarioProviders),
  check(['actors', 'goals'], references.checkActors),
  check(['instruments', 'goals'], references.checkInstruments),
  check(['resources', 'goals'], references.checkResources),
  check(['resources', 'actors'], references.checkHosts),
  check(['resources', 'instruments'], references.checkFacilities),
  check(['goals'], references.checkRequiredGoals),
  check(['scenarios'], references.checkIncludes),
  ...WITH_EVIDENCE.map((part) => check([part, 'evidence'], references.checkEvidenceIds(part))),

  check(['requirements'], groups.checkGroupRows),
  check(['requirements'], groups.checkRowGates),
  check(['requirements'], groups.checkGroupParents),
  check(['links', 'requirements', 'overlay'], overlay.checkStatements),
  check(CHAIN, chain.checkOverlaidChain),
  check([...CHAIN, 'muster'], chain.checkProducts),
  check([...CHAIN, 'muster', 'goals'], chain.checkLinksNeeded),
  check([...CHAIN, 'muster', 'goals'], chain.checkGoalsNeeded),
  check([...CHAIN, 'providers'], supply.checkShareSums),
  check(['supply'], supply.checkShares),
  check(['links'], supply.checkLinkEvidence),
  check(['overlay'], supply.checkAddedLinkEvidence),
  check(['providers'], supply.checkPlants),

  check(['scenarios'], scenarios.checkScenarioWeights),
  check(['scenarios', 'muster'], scenarios.checkScenarioStarts),
  check(['scenarios'], scenarios.checkIncludeCycles),
  check(['scenarios'], scenarios.checkMeasures),

  check(['funds', 'muster'], money.checkFundPeriods),
  check(['resources', 'muster'], money.checkResourcePeriods),
  check(['resources'], money.checkResourceSeries),
  check(['goals', 'instruments', 'actors'], money.checkModes),
  check(['goals', 'instruments', 'funds', 'actors', ...LINKS, 'muster'], money.checkFunding),
  check(['instruments'], terms.checkInstrumentTerms),
  check(['goals', 'instruments'], terms.checkModeTerms),

  check(['goals'], options.checkTeams),
  check(['goals'], options.checkStages),
  check(['goals'], options.checkProvingStages),
  check(['goals'], options.checkChances),
  check(['goals'], options.checkCoverDays),
  check(['goals'], substitutes.checkKindFields),
  check([...LINKS, 'goals'], substitutes.checkSubstituteLinks),
  check([...CHAIN, 'goals'], substitutes.checkReliefs),
  check(['goals'], options.checkGoalCycles),
  check(['goals'], verification.checkVerifications),
  check(['goals', 'resources'], verification.checkHostLines),
  check(['muster'], options.checkLadders),

  check(['commitments'], commitments.checkOnce),
  check(['commitments', 'goals'], commitments.checkSubjects),
  check(['commitments', 'goals'], commitments.checkModes),
  check(['commitments', 'muster'], commitments.checkPeriods),

  check(['judgements'], judgements.checkJudgementOrder),
  check(['judgements', ...LINKS, 'goals'], judgements.checkJudgementFigures),
];

/** What follows from the chain as it is built: looked at in a programme that has no other error. */
const OF_SOUND_CHAIN = check(
  [...CHAIN, 'muster', 'providers', 'scenarios', 'goals', 'evidence', 'judgements'],
  verification.checkCertifiedParts,
);

/** Every defect across the files of a programme. A check whose parts could not all be read is left out. */
export function checkProgramme(parts: Partial<Programme>): Defect[] {
  const runs = ({ needs, run }: Check): Defect[] =>
    needs.every((part) => parts[part] !== undefined) ? [...run(parts as Programme)] : [];
  const found = CHECKS.flatMap(runs);
  const sound = found.every(({ code }) => DEFECTS[code].severity !== 'error');
  return sound ? [...found, ...runs(OF_SOUND_CHAIN)] : found;
}
