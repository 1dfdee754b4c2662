import type { LinkRow } from '../../contract/folder/index.ts';
import { groupBy } from '../../kernel/collections.ts';
import type { EvidenceRegister } from './evidence.ts';
import type { Findings } from './findings.ts';
import { convertMarket } from './market.ts';
import type { EtoInput, EtoRelease } from './release.ts';

type Sort = Pick<LinkRow, 'kind' | 'field'>;

/** Kind and field by the first word of the type, so that `tool` and `tool_resource` are one. */
const SORTS: Record<string, Sort> = {
  process: { kind: 'process', field: 'chips' },
  tool: { kind: 'tool', field: 'equipment' },
  material: { kind: 'material', field: 'industrial-materials' },
  design: { kind: 'design', field: 'core-software' },
  ultimate: { kind: 'product', field: 'chips' },
};
const OTHER: Sort = { kind: 'component', field: 'other' };

const SOFTWARE = /\b(software|EDA|electronic design automation)\b/i;
const CORE_IP = /\b(core ip|intellectual property)\b/i;

/** How kind and field come about, in words for the report. */
export const KIND_RULE =
  'Kind and field follow the type: process → process (chips), tool → tool (equipment), material → material ' +
  '(industrial materials), design resource → design (core software), ultimate output → product (chips). By name: ' +
  'a tool that is software → software, a material that is intellectual property → design, and whatever is named ' +
  'for EDA or core IP has field core software.';

/** Links of a release: its inputs, and the stages that have supply of their own. */
export function convertLinks(
  release: EtoRelease,
  year: number,
  evidence: EvidenceRegister,
  findings: Findings,
): LinkRow[] {
  const inputs = firstOfEach(release.inputs, 'inputs.csv', findings);
  const taken = new Set(inputs.map((input) => input.id));
  const supplied = groupBy(release.provision, (row) => row.providedId);
  checkStages(release, findings);
  const links: LinkRow[] = inputs.map((input) => ({
    id: input.id,
    name: input.name || input.id,
    ...sortOf(input, findings),
    ...convertMarket('inputs.csv', input, year, evidence, findings),
    tags: input.stageId === '' ? [] : [`stage:${input.stageId}`],
  }));
  for (const stage of firstOfEach(release.stages, 'stages.csv', findings)) {
    const rows = supplied.get(stage.id);
    if (!rows || taken.has(stage.id)) continue;
    const message = `${stage.id} ${stage.name}: ${rows.length} rows of provision.csv.`;
    findings.add('STAGE_AS_LINK', 'stages.csv', stage.line, stage.id, message);
    links.push({
      id: stage.id,
      name: stage.name || stage.id,
      ...SORTS.process,
      ...convertMarket('stages.csv', { ...stage, year: '' }, year, evidence, findings),
      tags: [`stage:${stage.id}`, 'eto:stage'],
    });
  }
  return links;
}

function firstOfEach<T extends { readonly id: string; readonly line: number }>(
  rows: readonly T[],
  file: 'inputs.csv' | 'stages.csv',
  findings: Findings,
): T[] {
  return [...groupBy(rows, (row) => row.id)].map(([id, same]) => {
    for (const { line } of same.slice(1)) {
      findings.add('REPEATED_ID', file, line, id, `${id} stands on line ${same[0].line} already.`);
    }
    return same[0];
  });
}

function checkStages(release: EtoRelease, findings: Findings): void {
  const known = new Set(release.stages.map((stage) => stage.id));
  for (const { id, line, stageId } of release.inputs) {
    if (stageId === '' || known.has(stageId)) continue;
    findings.add(
      'UNDEFINED_ID',
      'inputs.csv',
      line,
      stageId,
      `Stage ${stageId} of ${id} is not in stages.csv.`,
    );
  }
}

function sortOf(input: EtoInput, findings: Findings): Sort {
  const { kind, field } = SORTS[input.type.split('_')[0]] ?? OTHER;
  const title = `${input.id} ${input.name} (type '${input.type}')`;
  const assume = (sort: Sort): Sort => {
    const message = `${title}: kind ${sort.kind}, field ${sort.field}.`;
    findings.add('KIND_BY_NAME', 'inputs.csv', input.line, input.id, message);
    return sort;
  };
  if (kind === OTHER.kind) {
    const message = `${title} became kind ${kind}, field ${field}.`;
    findings.add('UNKNOWN_TYPE', 'inputs.csv', input.line, input.id, message);
  }
  const software = SOFTWARE.test(input.name);
  const coreIp = CORE_IP.test(input.name);
  if (kind === 'tool' && software) return assume({ kind: 'software', field: 'core-software' });
  if (kind === 'material' && coreIp) return assume({ kind: 'design', field: 'core-software' });
  if (kind === 'process' && (software || coreIp)) return assume({ kind, field: 'core-software' });
  return { kind, field };
}
