import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { MusterError } from '../../kernel/errors.ts';
import { OPEN_PSA_DEFECTS, type OpenPsaCode } from './catalogue.ts';
import { ELEMENTS_MAX, FILE_BYTES_MAX, TEXT_BYTES_MAX } from './limits.ts';
import { parseFaultTree, readFaultTree } from './read.ts';
import { textOf } from './text.ts';

const parse = (text: string | Iterable<string> | AsyncIterable<string>, top: string | null = null) =>
  parseFaultTree('tree.xml', typeof text === 'string' ? [text] : text, { top });

const model = (inside: string): string => `<?xml version="1.0"?>\n<opsa-mef>\n${inside}\n</opsa-mef>\n`;
const tree = (inside: string): string =>
  model(`<define-fault-tree name="pump">\n${inside}\n</define-fault-tree>`);
const gate = (name: string, formula: string): string =>
  `<define-gate name="${name}">${formula}</define-gate>`;
const event = (name: string, value = ''): string =>
  `<define-basic-event name="${name}">${value}</define-basic-event>`;
const float = (value: string | number): string => `<float value="${value}"/>`;
const at = (name: string): string => `<basic-event name="${name}"/>`;

/** Code and line of every defect, as the user is told them. */
async function defectsOf(read: Promise<unknown>): Promise<string[]> {
  const error = await read.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof MusterError)) throw error ?? new Error('it was read');
  expect(error.exitCode).toBe(2);
  expect(error.code).toBe('INVALID_FAULT_TREE');
  const lines = error.message.split('\n').filter((line) => /^\S+ {2}[A-Z_0-9]+ {2}/.test(line));
  for (const line of lines) {
    const code = line.split('  ')[1] as OpenPsaCode;
    tried.add(code);
    expect(error.message).toContain(OPEN_PSA_DEFECTS[code].hint);
  }
  return lines.map((line) =>
    line
      .replace(/^\S+?xml(\.gz)?:?/, '')
      .split('  ', 2)
      .join(' ')
      .trim(),
  );
}

const tried = new Set<OpenPsaCode>();

describe('reads', () => {
  test('gates, events and house events, in the order of the file', async () => {
    const text = model(`
      <label>ignored</label>
      <define-fault-tree name="pump">
        <attributes><attribute name="a" value="b"/></attributes>
        <define-gate name="top"><label>Top &amp; all</label>
          <or><gate name="both"/><atleast min="2">${at('e2')}${at('e1')}<event name="h"/></atleast></or></define-gate>
        <define-component name="part">
          <define-gate name="both"><and><event name="e1" type="basic-event"/><house-event name="off"/></and></define-gate>
        </define-component>
        <define-house-event name="h"><constant value="true"/></define-house-event>
        <define-house-event name="off"/>
      </define-fault-tree>
      <model-data>
        ${event('e1', float('1e-3'))}${event('e2', '<parameter name="p"/>')}${event('unused', float(1))}
        <define-parameter name="p"><label>l</label><parameter name="q"/></define-parameter>
        <define-parameter name="q"><int value="0"/></define-parameter>
      </model-data>`);
    expect(await parse(text)).toEqual({
      name: 'pump',
      events: [
        { name: 'e1', probability: 1e-3 },
        { name: 'e2', probability: 0 },
      ],
      gates: [
        {
          name: 'top',
          formula: {
            kind: 'or',
            parts: [
              { kind: 'gate', gate: 1 },
              {
                kind: 'at-least',
                k: 2,
                parts: [
                  { kind: 'event', event: 1 },
                  { kind: 'event', event: 0 },
                  { kind: 'constant', value: true },
                ],
              },
            ],
          },
        },
        {
          name: 'both',
          formula: {
            kind: 'and',
            parts: [
              { kind: 'event', event: 0 },
              { kind: 'constant', value: false },
            ],
          },
        },
      ],
      top: 0,
    });
  });

  test('operators that a fault tree writes with others', async () => {
    const of = async (formula: string) => (await parse(tree(gate('top', formula)))).gates[0].formula;
    const [a, b] = [0, 1].map((e) => ({ kind: 'event', event: e }));
    const not = (part: unknown) => ({ kind: 'not', part });
    const two = at('a') + at('b');
    expect(await of(`<nand>${two}</nand>`)).toEqual(not({ kind: 'and', parts: [a, b] }));
    expect(await of(`<nor>${two}</nor>`)).toEqual(not({ kind: 'or', parts: [a, b] }));
    expect(await of(`<iff>${two}</iff>`)).toEqual(not({ kind: 'xor', parts: [a, b] }));
    expect(await of(`<imply>${two}</imply>`)).toEqual({ kind: 'or', parts: [not(a), b] });
    expect(await of(`<xor>${two}</xor>`)).toEqual({ kind: 'xor', parts: [a, b] });
    const atLeast = (k: number) => ({ kind: 'at-least', k, parts: [a, b] });
    expect(await of(`<cardinality min="1" max="1">${two}</cardinality>`)).toEqual({
      kind: 'and',
      parts: [atLeast(1), not(atLeast(2))],
    });
    expect(await of(`<cardinality min="0" max="1">${two}</cardinality>`)).toEqual(not(atLeast(2)));
    expect(await of(`<cardinality min="1" max="2">${two}</cardinality>`)).toEqual(atLeast(1));
    expect(await of(`<cardinality min="0" max="2">${two}</cardinality>`)).toEqual({
      kind: 'constant',
      value: true,
    });
  });

  test('basic events without a probability: absent is not zero', async () => {
    const { events } = await parse(
      tree(gate('top', `<or>${at('a')}${at('b')}</or>`) + event('b', float(0)) + event('a')),
    );
    expect(events).toEqual([
      { name: 'b', probability: 0 },
      { name: 'a', probability: null },
    ]);
  });

  test('basic events that are nowhere defined, where the file defines none', async () => {
    const { events } = await parse(
      `<!DOCTYPE opsa-mef>${tree(gate('top', `<and>${at('x')}<event name="y"/></and>`)).slice(22)}`,
    );
    expect(events.map((e) => e.name)).toEqual(['x', 'y']);
  });

  test('one of several trees, with what lies below it', async () => {
    const text = model(
      `<define-fault-tree name="one">${gate('a', at('x'))}${gate('common', at('y'))}</define-fault-tree>` +
        `<define-fault-tree name="two">${gate('b', '<or><gate name="common"/><event name="z"/></or>')}</define-fault-tree>`,
    );
    expect(await defectsOf(parse(text))).toEqual(['SEVERAL_TOPS']);
    const { name, gates, events, top } = await parse(text, 'b');
    expect([name, gates.map((g) => g.name), events.map((e) => e.name), top]).toEqual([
      'two',
      ['common', 'b'],
      ['y', 'z'],
      1,
    ]);
    expect(await defectsOf(parse(text, 'x'))).toEqual(['UNKNOWN_TOP']);
  });

  test('text in pieces of any size', async () => {
    const text = tree(gate('größe', `<or>${at('é😀')}${at('b')}</or>`));
    expect(await parse([...text])).toEqual(await parse(text));
    expect((await parse(text)).events[0].name).toBe('é😀');
  });
});

describe('tells every defect at once', () => {
  const cases: readonly [what: string, text: string, defects: string[]][] = [
    [
      'references',
      tree(
        `${gate('top', `<or>${at('nobody')}\n<gate name="e"/>\n<gate name="none"/>\n<event name="gone"/>${at('e')}</or>`)}${event('e')}`,
      ),
      ['4 UNKNOWN_EVENT', '5 WRONG_TYPE', '6 UNKNOWN_EVENT', '7 UNKNOWN_EVENT'],
    ],
    [
      'what is defined twice',
      tree(
        `${gate('top', at('e'))}\n${gate('top', at('e'))}\n${event('e')}\n<define-house-event name="e"/>\n<define-parameter name="top"><int value="1"/></define-parameter>\n<define-parameter name="top"><int value="1"/></define-parameter>`,
      ),
      ['5 DEFINED_TWICE', '7 DEFINED_TWICE', '9 DEFINED_TWICE'],
    ],
    [
      'circles',
      tree(
        `${gate('top', '<gate name="a"/>')}\n${gate('a', '<and><gate name="b"/><event name="e"/></and>')}\n${gate('b', '<gate name="a"/>')}\n${gate('self', '<gate name="self"/>')}`,
      ),
      ['5 CYCLE', '7 CYCLE'],
    ],
    [
      'circles of parameters',
      tree(
        `${gate('top', at('e'))}\n${event('e', '<parameter name="p"/>')}\n<define-parameter name="p"><parameter name="q"/></define-parameter>\n<define-parameter name="q"><parameter name="p"/></define-parameter>`,
      ),
      ['6 CYCLE'],
    ],
    ['a gate without anything', tree(`${gate('top', '')}`), ['4 NO_CHILDREN']],
    ['an operator without anything', tree(`${gate('top', '<or/>')}`), ['4 NO_CHILDREN']],
    [
      'too many or too few parts',
      tree(
        `${gate('top', `${at('e')}${at('f')}`)}\n${gate('b', `<not>${at('e')}${at('f')}</not>`)}\n${gate('c', `<imply>${at('e')}</imply>`)}\n${event('e', float(0) + float(1))}`,
      ),
      ['4 CHILDREN', '5 CHILDREN', '6 CHILDREN', '7 CHILDREN'],
    ],
    [
      'bounds',
      tree(
        `${['0', '3', '-1', '1.5', '']
          .map((min) => gate(`g${min}`, `<atleast min="${min}">${at('e')}${at('f')}</atleast>`))
          .join('\n')}\n${gate('c', `<cardinality min="2" max="1">${at('e')}${at('f')}</cardinality>`)}`,
      ),
      ['4 AT_LEAST', '5 AT_LEAST', '6 AT_LEAST', '7 AT_LEAST', '8 ATTRIBUTE', '9 AT_LEAST'],
    ],
    [
      'values',
      tree(
        `${gate('top', at('a'))}\n${['1.01', '-1e-9', 'NaN', '0x1', '1e999'].map((v, i) => event('abcdef'[i], float(v))).join('\n')}\n${event('f', '<parameter name="p"/>')}\n${event('g', '<parameter name="none"/>')}\n<define-parameter name="p"><int value="2"/></define-parameter>`,
      ),
      [
        '5 PROBABILITY',
        '6 PROBABILITY',
        '7 NOT_A_NUMBER',
        '8 NOT_A_NUMBER',
        '9 PROBABILITY',
        '10 PROBABILITY',
        '11 UNKNOWN_PARAMETER',
      ],
    ],
    [
      'what is not read',
      model(
        `<include file="x"/>\n<define-CCF-group name="c"><members/></define-CCF-group>\n<define-fault-tree name="t">\n<define-component name="c" role="private"/>${gate('top', at('e'))}\n${event('e', `<exponential>${float(1)}</exponential>`)}\n</define-fault-tree>`,
      ),
      ['3 UNSUPPORTED', '4 UNSUPPORTED', '6 UNSUPPORTED', '7 UNSUPPORTED'],
    ],
    [
      'what stands where it should not',
      tree(
        `${gate('top', `<or>${at('e')}<basic_event name="e"/></or>`)}\n${gate('g', `<and>${float(1)}</and>`)}\nwords\n<model-data/>\n<define-house-event name="h">${float(1)}</define-house-event>`,
      ),
      ['4 MISPLACED', '5 MISPLACED', '6 MISPLACED', '7 MISPLACED', '8 MISPLACED'],
    ],
    [
      'attributes',
      tree(
        `${gate('top', '<or><gate/>\n<event name="e" type="thing"/>\n<constant value="1"/></or>')}\n<define-gate><constant value="true"/></define-gate>\n${event('e', '<float/>')}`,
      ),
      ['4 ATTRIBUTE', '5 ATTRIBUTE', '6 ATTRIBUTE', '7 ATTRIBUTE', '8 ATTRIBUTE'],
    ],
    ['no gate', tree(event('e')), ['EMPTY_TREE']],
    ['no tree', model(''), ['EMPTY_TREE']],
  ];
  test.each(cases)('%s', async (_, text, defects) => {
    expect(await defectsOf(parse(text))).toEqual(defects);
  });

  test('names the circle', async () => {
    const text = tree(`${gate('a', '<gate name="b"/>')}${gate('b', '<gate name="a"/>')}`);
    await expect(parse(text)).rejects.toThrow('a → b → a');
  });

  test('lists the first fifty of very many', async () => {
    const text = tree(Array.from({ length: 60 }, (_, i) => gate(`g${i}`, '')).join('\n'));
    await expect(parse(text)).rejects.toThrow('… and 10 more');
    expect(await defectsOf(parse(text))).toHaveLength(50);
  });
});

describe('stops at once at', () => {
  const small = tree(gate('top', at('e')));
  const cases: readonly [what: string, text: string, defect: string][] = [
    ['broken XML', '<opsa-mef>\n<define-fault-tree>\n</opsa-mef>', '3 XML_SYNTAX'],
    ['an attribute twice', '<opsa-mef a="1" a="2"/>', '1 XML_SYNTAX'],
    ['an end that comes too early', '<opsa-mef>\n<define-fault', '2 XML_SYNTAX'],
    ['nothing', '', '1 XML_SYNTAX'],
    ['what is not XML', 'PK\u0003\u0004', '1 XML_SYNTAX'],
    ['an entity that nobody declared', tree(gate('&lol;', at('e'))), '4 XML_SYNTAX'],
    ['another document', '<html><body/></html>', '1 NOT_OPEN_PSA'],
    [
      'a file elsewhere',
      `<!DOCTYPE opsa-mef SYSTEM "file:///etc/passwd">${small.slice(22)}`,
      '1 XML_DOCTYPE',
    ],
    [
      'an entity bomb',
      `<!DOCTYPE opsa-mef [\n<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">\n]>${tree(gate('&b;', at('e'))).slice(22)}`,
      '4 XML_DOCTYPE',
    ],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><opsa-mef/>', '1 NOT_UTF8'],
    ['deep nesting', tree(gate('top', `${'<and>'.repeat(100_000)}`)), '4 TOO_DEEP'],
    ['deep nesting of what is passed over', model(`<label>${'<a>'.repeat(100_000)}`), '3 TOO_DEEP'],
  ];
  test.each(cases)('%s', async (_, text, defect) => {
    expect(await defectsOf(parse(text))).toEqual([defect]);
  });

  test('too many elements, with little memory', async () => {
    function* pieces(): Generator<string> {
      yield '<opsa-mef><model-data><label>';
      for (let i = 0; i < ELEMENTS_MAX / 1000 + 1; i++) yield '<x/>'.repeat(1000);
    }
    expect(await defectsOf(parse(pieces()))).toEqual(['1 TOO_MANY_ELEMENTS']);
  });
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-psa-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const read = (file: string) => readFaultTree(file, { top: null });
  const small = tree(gate('top', `<or>${at('e')}</or>`));

  test('plain and packed give the same tree', async () => {
    expect(await read(write('a.xml.gz', gzipSync(small)))).toEqual(await read(write('a.xml', small)));
    expect(await read(write('bom.xml', `\uFEFF${small}`))).toEqual(await read(write('a.xml', small)));
  });

  test('what cannot be read or unpacked', async () => {
    expect(await defectsOf(read(join(folder, 'none.xml')))).toEqual(['FILE_UNREADABLE']);
    expect(await defectsOf(read(write('b.xml.gz', small)))).toEqual(['GZIP']);
    expect(await defectsOf(read(write('c.xml.gz', gzipSync(small).subarray(0, 40))))).toEqual(['GZIP']);
    expect(await defectsOf(read(write('d.xml', Buffer.from(small, 'utf16le'))))).toEqual(['1 XML_SYNTAX']);
    expect(await defectsOf(read(write('e.xml', Buffer.from(small.replace('top', 'é'), 'latin1'))))).toEqual([
      'NOT_UTF8',
    ]);
  });

  /** Reads the text of a file to its end, as the parser would. */
  const drain = async (file: string) => {
    for await (const _ of textOf(file));
  };

  test('a packed file that unpacks to very much is left before it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(TEXT_BYTES_MAX + 1, ' '));
    expect(bomb.length).toBeLessThan(1e6);
    await expect(drain(write('bomb.xml.gz', bomb))).rejects.toThrow(`more than ${TEXT_BYTES_MAX} bytes`);
    await drain(write('almost.xml.gz', gzipSync(Buffer.alloc(TEXT_BYTES_MAX, ' '))));
  });

  test('a file that is too large', async () => {
    const file = write('large.xml', Buffer.alloc(FILE_BYTES_MAX + 1, ' '));
    await expect(drain(file)).rejects.toThrow(`more than ${FILE_BYTES_MAX} bytes`);
    expect(await defectsOf(parse(pieces(file)))).toEqual(['FILE_TOO_LARGE']);
  });
});

/** The end of a file that is too large. */
async function* pieces(file: string): AsyncGenerator<string> {
  let first = true;
  for await (const piece of textOf(file)) {
    if (first) yield piece;
    first = false;
  }
}

test('every code of the catalogue has been tried', () => {
  expect([...tried].sort()).toEqual(Object.keys(OPEN_PSA_DEFECTS).sort());
});
