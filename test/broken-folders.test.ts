import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { checkFolder, placeOf } from '../src/app/check-folder.ts';
import { FILE_BYTES_MAX, ROWS_MAX } from '../src/formats/programme-folder/files.ts';
import { DEFECTS } from '../src/programme/catalogue.ts';
import { VALID_FOLDER, withPatched } from './support/folders.ts';

/** One change to the valid folder, and every defect that it must be given, as `CODE file:line`. */
interface BrokenFolder {
  readonly file: string;
  readonly replace?: string;
  readonly by: string | null;
  readonly gives: readonly string[];
}

const BROKEN = join(import.meta.dirname, 'fixtures/folders/broken');
const provoked = new Set<string>();

async function defectsOf(folder: string): Promise<string[]> {
  const { defects } = await checkFolder(folder);
  for (const { code } of defects) provoked.add(code);
  return defects.map((defect) => `${defect.code} ${placeOf(defect)}`);
}

test('the folder that the broken ones are made from has no defect', async () => {
  expect(await defectsOf(VALID_FOLDER)).toEqual([]);
});

for (const name of readdirSync(BROKEN)) {
  const cases = parse(readFileSync(join(BROKEN, name), 'utf8')) as BrokenFolder[];
  describe(`broken/${name}`, () => {
    it.each(cases)('$file: $replace → $by', async ({ file, replace, by, gives }) => {
      expect(await withPatched([{ file, replace: replace ?? '', by }], defectsOf)).toEqual(gives);
    });
  });
}

describe('files beyond the limits', () => {
  const cases: [string, string, string | Uint8Array][] = [
    ['FILE_TOO_LARGE', 'evidence.csv', new Uint8Array(FILE_BYTES_MAX + 1)],
    [
      'TOO_MANY_ROWS',
      'judgements.csv',
      `figure,expert,low,central,high,date\n${'x,y,1,2,3,2025-01-01\n'.repeat(ROWS_MAX + 1)}`,
    ],
    ['NOT_UTF8', 'actors.csv', Uint8Array.of(0x69, 0x64, 0xff)],
    ['YAML_DEPTH', 'funds.yaml:2', `a: 1\nb: ${'['.repeat(100_000)}`],
    ['YAML_DEPTH', 'funds.yaml:1', `${'- '.repeat(1000)}a`],
    ['YAML_DEPTH', 'funds.yaml:202', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['TOO_MANY_ALIASES', 'funds.yaml', `a: &a 1\nb: [${'*a, '.repeat(101)}]`],
  ];
  it.each(cases)('%s %s', async (code, place, content) => {
    const found = await withPatched([], async (folder) => {
      await writeFile(join(folder, place.split(':')[0]!), content);
      return defectsOf(folder);
    });
    expect(found).toEqual([`${code} ${place}`]);
  });

  it('FILE_UNREADABLE', async () => {
    const found = await withPatched([{ file: 'judgements.csv', replace: '', by: null }], async (folder) => {
      await mkdir(join(folder, 'judgements.csv'));
      return defectsOf(folder);
    });
    expect(found).toEqual(['FILE_UNREADABLE judgements.csv']);
  });

  it('GROUP_DEPTH', async () => {
    const nested = Array.from({ length: 20_000 }, (_, i) => `oven,g${i + 1},g${i},all,,`).join('\n');
    const patch = {
      file: 'chain/requirements.csv',
      replace: 'bulb,tools,,all,,oven\n',
      by: `bulb,tools,,all,,oven\noven,g0,,all,,\n${nested}\n`,
    };
    expect(await withPatched([patch], defectsOf)).toEqual(['GROUP_DEPTH chain/requirements.csv:57']);
  });
});

test('defects of several files are reported at once, by file and line', async () => {
  const patches = [
    { file: 'funds.yaml', replace: 'type: fiscal', by: 'type: fiscally' },
    { file: 'chain/links.csv', replace: '0.1..0.15..0.2', by: 'some' },
    { file: 'chain/links.csv', replace: 'oven,Glass oven,,equipment', by: 'oven,Glass oven,,kitchens' },
    { file: 'chain/supply.csv', replace: 'oven,NEA', by: 'oven,NAE' },
  ];
  expect(await withPatched(patches, defectsOf)).toEqual([
    'NOT_A_NUMBER chain/links.csv:2',
    'BAD_VALUE chain/links.csv:7',
    'UNKNOWN_PROVIDER chain/supply.csv:6',
    'BAD_VALUE funds.yaml:5',
  ]);
});

describe('a verification of the chain', () => {
  const line = (host: string) => ({
    file: 'resources.csv',
    replace: `id,name,name_zh,kind,unit,region,from_period,amount,evidence
glass-engineers,Glass engineers,,people,persons,North,1,20,e-model
glass-engineers,Glass engineers,,people,persons,North,3,24,e-model
`,
    by: `id,name,name_zh,kind,unit,region,host,from_period,amount,evidence
glass-engineers,Glass engineers,,people,persons,North,,1,20,e-model
line,Line,,slots,slots,North,${host},1,2,e-model
`,
  });
  const verifies = {
    file: 'options.yaml',
    replace: 'adopter: lamp-works',
    by: `adopter: lamp-works
            verifies: chain
            needs:
              line: 1`,
  };

  test('has slots on the line of its adopter', async () => {
    expect(await withPatched([line('lamp-works'), verifies], defectsOf)).toEqual([]);
    expect(await withPatched([line('glass-institute'), verifies], defectsOf)).toEqual([
      'HOST_LINE options.yaml:40',
      'HOST_LINE options.yaml:42',
    ]);
  });

  test('does not wait for a part that waits for it', async () => {
    const part = {
      file: 'chain/requirements.csv',
      replace: 'bulb,tools,,all,,oven\n',
      by: 'bulb,tools,,all,,oven\nbulb,tools,,all,,cell\n',
    };
    expect(await withPatched([line('lamp-works'), verifies, part], defectsOf)).toEqual([
      'GOAL_CYCLE options.yaml:40',
    ]);
  });
});

test('every defect of the catalogue was provoked', () => {
  expect(Object.keys(DEFECTS).filter((code) => !provoked.has(code))).toEqual([]);
});
