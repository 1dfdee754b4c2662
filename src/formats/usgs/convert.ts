import type { EvidenceRow, LinkRow, RequirementRow, SupplyRow } from '../../contract/folder/index.ts';
import type { Programme } from '../../programme/programme.ts';
import { type Conversion, programmeCounts } from '../imported-folder/conversion.ts';
import { cutAllForeign, frame, supplyingJurisdictions } from '../imported-folder/frame.ts';
import { emptyProgramme, PLACEHOLDER_EVIDENCE, placeholderUse } from '../imported-folder/minimal.ts';
import type { Findings } from './findings.ts';
import { needOfHome } from './need.ts';
import { providerRows } from './producers.ts';
import type { UsgsFile } from './read.ts';
import { readSalient, type Salient } from './salient.ts';
import { chosenColumn, supplyRows, worldQuantity } from './shares.ts';
import { slug } from './text.ts';
import { readWorld, type World } from './world.ts';
import { inspectWorld, saySalients, sayUnits } from './world-findings.ts';

/** What one world table gives to a programme. */
interface Mineral {
  readonly link: LinkRow;
  readonly use: LinkRow;
  readonly requirement: RequirementRow;
  readonly supply: readonly SupplyRow[];
  readonly evidence: EvidenceRow;
}

/** Converts tables for a home of one or several jurisdictions. */
export function convertUsgs(
  files: readonly UsgsFile[],
  home: readonly string[],
  findings: Findings,
): Conversion {
  const salients = new Map(
    files
      .filter(({ kind }) => kind === 'salient')
      .map((file) => [file.key, readSalient(file, findings)] as const),
  );
  const worlds = files.filter(({ kind }) => kind === 'world').flatMap((file) => readWorld(file, findings));
  sayUnits(worlds, findings);
  saySalients(worlds, salients, home, findings);
  const minerals = worlds.map((world) => convertMineral(world, worlds, salients, home, findings));
  const providers = providerRows(worlds.flatMap(({ rows }) => rows.map(({ producer }) => producer)));
  const supply = minerals.flatMap((mineral) => mineral.supply);
  const links = minerals.flatMap(({ use, link }) => [use, link]);
  const jurisdictions = supplyingJurisdictions(supply, providers);
  const year = Math.max(...supply.flatMap((row) => row.year ?? []), 2000);
  const reading = minerals.every(({ link }) => link.home_need !== undefined) ? 'home' : 'world';
  const names = files.map(({ name }) => name).join(', ');
  const programme: Programme = {
    ...emptyProgramme(
      frame(
        'Mineral supply',
        `Imported by muster import usgs from ${names}. What was found and assumed: reports/import-usgs.md.`,
        links,
        home,
      ),
    ),
    links,
    requirements: minerals.map(({ requirement }) => requirement),
    supply,
    providers,
    overlay: { schema: 'muster/overlay@1', depth: depthOf(worlds), statements: [] },
    scenarios: cutAllForeign(
      jurisdictions.filter((code) => !home.includes(code)),
      `${year}-12-31`,
      reading,
    ),
    evidence: [...minerals.map(({ evidence }) => evidence), PLACEHOLDER_EVIDENCE],
  };
  return { programme, findings: findings.all(), counts: count(files, programme) };
}

function convertMineral(
  world: World,
  worlds: readonly World[],
  salients: ReadonlyMap<string, Salient>,
  home: readonly string[],
  findings: Findings,
): Mineral {
  const { file, type } = world;
  const salient = salients.get(file.key);
  const commodity = salient?.commodity ?? file.key;
  const several = worlds.filter((other) => other.file === file).length > 1;
  const id = slug(several ? `${commodity} ${type}` : commodity);
  const column = chosenColumn(world);
  const quantity = column && worldQuantity(world, column, findings);
  inspectWorld(world, column, findings);
  if (column && quantity === null) {
    findings.add(
      'NO_FIGURES',
      file.name,
      null,
      file.key,
      `${world.rows.length} producers in ${column.name}.`,
    );
  }
  if (!world.rows.some(({ producer }) => home.includes(producer.id))) {
    findings.add('HOME_WITHOUT_SUPPLY', file.name, null, file.key, `Home is ${home.join(', ')}.`);
  }
  const need =
    column && quantity && home.includes('USA')
      ? needOfHome(salient, column, quantity, file.key, findings)
      : null;
  const evidence = evidenceOf(world, commodity, id, column?.year ?? file.edition ?? 2000, column?.name);
  const link: LinkRow = {
    id,
    name: type.toLowerCase().includes(commodity.toLowerCase()) ? type : joined(commodity, type),
    field: 'industrial-materials',
    kind: 'material',
    ...(need === null ? {} : { home_need: need, obtainable: 1 }),
    tags: ['usgs', `usgs:${file.key}`],
    evidence: [evidence.id],
  };
  const supply = column ? supplyRows(world, column, quantity, id, evidence.id) : [];
  const { link: use, requirement } = placeholderUse(link, `Use of ${commodity.toLowerCase()}`);
  findings.add('PLACEHOLDER_USE', file.name, null, file.key, `${use.id} needs ${id}.`);
  return { link, use, requirement, supply, evidence };
}

function joined(commodity: string, type: string): string {
  return type === '' ? commodity : `${commodity}: ${type.charAt(0).toLowerCase()}${type.slice(1)}`;
}

function evidenceOf(
  { file }: World,
  commodity: string,
  id: string,
  year: number,
  column = 'no column of production',
): EvidenceRow {
  return {
    id: `usgs-${id}`,
    mark: 'computed',
    title: `USGS Mineral Commodity Summaries${file.edition ? ` ${file.edition}` : ''}, ${commodity}: share of world production`,
    url: 'https://www.usgs.gov/centers/national-minerals-information-center/mineral-commodity-summaries',
    year,
    licence: 'public domain (US Government)',
    note: `${column} of ${file.name}, each country over the world.`,
  };
}

function depthOf(worlds: readonly World[]): string {
  const types = [...new Set(worlds.map(({ type }) => type || 'production'))];
  return `The data is one link deep: ${types.join('; ')}. What it takes to produce it, and who works it further, is not in it.`;
}

function count(files: readonly UsgsFile[], programme: Programme): Record<string, number> {
  return {
    worldTables: files.filter(({ kind }) => kind === 'world').length,
    salientTables: files.filter(({ kind }) => kind === 'salient').length,
    ...programmeCounts(programme),
  };
}
