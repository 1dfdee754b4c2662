import type {
  EvidenceRow,
  LinkRow,
  ProviderRow,
  RequirementRow,
  SupplyRow,
} from '../../contract/folder/index.ts';
import { groupBy } from '../../kernel/collections.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { Programme } from '../../programme/programme.ts';
import { type Conversion, programmeCounts } from '../imported-folder/conversion.ts';
import { cutAllForeign, frame, supplyingJurisdictions } from '../imported-folder/frame.ts';
import { emptyProgramme, PLACEHOLDER_EVIDENCE, placeholderUse } from '../imported-folder/minimal.ts';
import type { Area } from './areas.ts';
import type { Findings } from './findings.ts';
import type { Flow, TradeData } from './flow.ts';
import { homeImports } from './home-imports.ts';
import { contentsOf, inspectCodes, inspectFlows } from './inspect.ts';
import { mirrorOf } from './mirror.ts';
import { type Basis, basisOf, supplyRows, UNLISTED } from './shares.ts';

/** What one code gives to a programme. */
interface Traded {
  readonly year: number;
  readonly link: LinkRow;
  readonly use: LinkRow;
  readonly requirement: RequirementRow;
  readonly supply: readonly SupplyRow[];
  readonly partners: readonly Area[];
  readonly evidence: EvidenceRow;
}

/** Converts flows for a home of one or several jurisdictions: who supplies what home imports. */
export function convertTrade(data: TradeData, home: readonly string[], findings: Findings): Conversion {
  const byCode = groupBy(data.flows, ({ code }) => code);
  inspectCodes(data, [...byCode.keys()], findings);
  const traded = [...byCode].flatMap(([code, flows]) => convertCode(data, code, flows, home, findings) ?? []);
  if (traded.length === 0) {
    throw new MusterError('TRADE_NO_IMPORTS', `${data.source}: no imports of ${home.join(', ')}.`, {
      hint: 'Name the home whose imports the data holds: --home USA.',
    });
  }
  const supply = traded.flatMap((entry) => entry.supply);
  const providers = providerRows(traded.flatMap(({ partners }) => partners));
  const links = traded.flatMap(({ use, link }) => [use, link]);
  const jurisdictions = supplyingJurisdictions(supply, providers);
  const programme: Programme = {
    ...emptyProgramme(
      frame(
        `Imports of ${home.join(', ')}`,
        `Imported by muster import ${data.format} from ${data.source}. What was found and assumed: reports/import-${data.format}.md.`,
        links,
        home,
      ),
    ),
    links,
    requirements: traded.map(({ requirement }) => requirement),
    supply,
    providers,
    overlay: {
      schema: 'muster/overlay@1',
      depth:
        'The data is one link deep: what home imports, by partner. What home makes itself, and what its partners need to make it, is not in it.',
      statements: [],
    },
    scenarios: cutAllForeign(
      jurisdictions.filter((code) => !home.includes(code)),
      `${Math.max(...traded.map(({ year }) => year))}-12-31`,
      'home',
    ),
    evidence: [...traded.map(({ evidence }) => evidence), PLACEHOLDER_EVIDENCE],
  };
  return { programme, findings: findings.all(), counts: count(data, programme) };
}

function convertCode(
  data: TradeData,
  code: string,
  flows: readonly Flow[],
  home: readonly string[],
  findings: Findings,
): Traded | null {
  const imports = homeImports(data, code, flows, home, findings);
  if (!imports) return null;
  const { year } = imports;
  inspectFlows(imports, flows, home, data.source, findings);
  const mirror = data.mirrored ? mirrorOf(code, year, flows, home, findings) : new Map();
  const basis = basisOf(imports, findings);
  const evidence = evidenceOf(data, code, year, basis, home);
  const link = linkOf(data, code, evidence.id);
  const supply = supplyRows(imports, basis, mirror, link.id, evidence.id, findings);
  const { link: use, requirement } = placeholderUse(link, `Use of imports of ${code}`);
  findings.add('PLACEHOLDER_USE', data.source, null, code, `${use.id} needs ${link.id}.`);
  const areas = imports.partners.map(({ area }) => area);
  const partners = supply.some(({ provider }) => provider === UNLISTED.id) ? [...areas, UNLISTED] : areas;
  return { year, link, use, requirement, supply, partners, evidence };
}

/** The unit of the link is what home imports in a year: its need is 1 of it, and what home makes is not in it. */
function linkOf(data: TradeData, code: string, evidence: string): LinkRow {
  const machine = Number(code.slice(0, 2)) >= 84 && Number(code.slice(0, 2)) <= 90;
  const contents = contentsOf(code, data);
  return {
    id: `imports-${code}`,
    name: contents ? `Imports of ${code}: ${contents}` : `Imports of ${code}`,
    field: machine ? 'equipment' : 'industrial-materials',
    kind: machine ? 'component' : 'material',
    home_need: 1,
    home_capacity: 0,
    obtainable: 1,
    tags: ['trade', `hs:${code}`],
    evidence: [evidence],
  };
}

const SOURCES = {
  comtrade: {
    title: 'UN Comtrade',
    url: 'https://comtradeplus.un.org',
    licence: 'terms of use of UN Comtrade',
  },
  baci: {
    title: 'CEPII, BACI',
    url: 'https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37',
    licence: 'Etalab Open Licence 2.0',
  },
} as const;

function evidenceOf(
  data: TradeData,
  code: string,
  year: number,
  basis: Basis | null,
  home: readonly string[],
): EvidenceRow {
  const { title, url, licence } = SOURCES[data.format];
  const by =
    basis === null ? 'neither weight nor value is complete' : basis === 'kg' ? 'by net weight' : 'by value';
  return {
    id: `${data.format}-${code}`,
    mark: 'computed',
    title: `${title}, ${code}: share of the imports of ${home.join(', ')}`,
    url,
    year,
    licence,
    note: `${by}, from ${data.source}; a customs code is a basket of goods.`,
  };
}

function providerRows(areas: readonly Area[]): ProviderRow[] {
  const rows = new Map<string, ProviderRow>();
  for (const area of areas) {
    const { id, name } = area;
    rows.set(
      id,
      area.is === 'country'
        ? { id, name, name_zh: area.nameZh, type: 'jurisdiction', headquarters: id, plants: [] }
        : { id, name, type: 'pseudo', plants: [] },
    );
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function count(data: TradeData, programme: Programme): Record<string, number> {
  return {
    flows: data.flows.length,
    ...programmeCounts(programme),
  };
}
