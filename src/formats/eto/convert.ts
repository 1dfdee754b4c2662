import type { Programme } from '../../programme/programme.ts';
import { type Conversion, programmeCounts } from '../imported-folder/conversion.ts';
import { frame } from '../imported-folder/frame.ts';
import { inspectChain } from './chain-findings.ts';
import { convertEdges, type Edge, readEdges } from './edges.ts';
import { EvidenceRegister } from './evidence.ts';
import { Findings } from './findings.ts';
import { firstScenarios } from './frame.ts';
import { convertLinks } from './links.ts';
import { parseYear } from './numbers.ts';
import { convertProviders } from './providers.ts';
import type { EtoRelease } from './release.ts';
import { convertProvision, readProvision } from './supply.ts';
import { inspectSupply } from './supply-findings.ts';

/** Converts a release for a home of one or several jurisdictions. */
export function convertEto(release: EtoRelease, home: readonly string[]): Conversion {
  const findings = new Findings();
  const year = latestYear(release);
  for (const { file, column } of release.unknownColumns) {
    findings.add('UNKNOWN_COLUMN', file, 1, column, `The column ${column} is not read.`);
  }
  const evidence = new EvidenceRegister(release, year);
  const providersById = convertProviders(release.providers, findings);
  const provision = readProvision(release, providersById, findings);
  const supply = convertProvision(provision, year, evidence, findings);
  const links = convertLinks(release, year, evidence, findings);
  const edges = readEdges(release, findings);
  const requirements = convertEdges(edges, new Map(links.map((link) => [link.id, link.name])), findings);
  const { acyclic, depth } = inspectChain(release.inputs, edges, findings);
  inspectSupply(release, provision, findings);
  const providers = [...new Map([...providersById.values()].map(({ row }) => [row.id, row])).values()];
  const programme: Programme = {
    muster: frame(
      'Advanced semiconductor supply chain',
      `Imported by muster import eto from ${release.name}. What was found and assumed: reports/import-eto.md.`,
      links,
      home,
    ),
    links,
    requirements,
    supply,
    providers,
    overlay: {
      schema: 'muster/overlay@1',
      ...(acyclic ? { depth: `The data goes ${depth} links down; what the lowest need is not in it.` } : {}),
      statements: [],
    },
    scenarios: firstScenarios(release, supply, providers, home, year, findings),
    goals: [],
    commitments: [],
    capacity: [],
    instruments: [],
    funds: [],
    actors: [],
    resources: [],
    evidence: evidence.rows(),
    judgements: [],
  };
  return { programme, findings: findings.all(), counts: count(release, edges, programme) };
}

/** The latest year of supply in a release; without any, the year of its layout. */
function latestYear(release: EtoRelease): number {
  const years = release.provision.flatMap((row) => parseYear(row.year) ?? []);
  return years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : Number(release.layout);
}

function count(release: EtoRelease, edges: readonly Edge[], programme: Programme): Record<string, number> {
  return {
    inputs: release.inputs.length,
    stages: release.stages.length,
    edges: edges.length,
    goesInto: edges.filter((edge) => edge.as === 'input').length,
    isTypeOf: edges.filter((edge) => edge.as === 'type').length,
    providerRows: release.providers.length,
    provisionRows: release.provision.length,
    provisionRowsWithShare: release.provision.filter((row) => row.share !== '').length,
    ...programmeCounts(programme),
  };
}
