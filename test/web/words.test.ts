import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { fieldsEn } from '../../web/src/words/en/fields.ts';
import { HELP_ZH } from '../../web/src/words/zh/field-help.ts';
import { CHOICES_ZH, LABELS_ZH } from '../../web/src/words/zh/field-labels.ts';

const WORDS = join(import.meta.dirname, '../../web/src/words');
const SCHEMAS = join(import.meta.dirname, '../../schemas');

/** Texts that are the same in both languages. */
const SAME = new Set(['Muster', 'id', 'ISO 8601']);

const HAN = /\p{Script=Han}/u;

type Tree = { readonly [key: string]: unknown };

/** Every leaf by its way: texts, and functions called with a sample of their parameters. */
function leaves(tree: Tree, way = ''): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(tree)) {
    const own = way ? `${way}.${key}` : key;
    if (typeof value === 'object' && value !== null) {
      for (const [place, leaf] of leaves(value as Tree, own)) found.set(place, leaf);
    } else found.set(own, value);
  }
  return found;
}

const subjects = readdirSync(join(WORDS, 'en')).filter((file) => !file.includes('.test'));

describe.each(subjects)('%s', (file) => {
  it('is said in English and in Chinese with the same keys, and nothing is left in English', async () => {
    const [en] = Object.values((await import(join(WORDS, 'en', file))) as Tree) as Tree[];
    const zh = ((await import(join(WORDS, 'zh', file))) as { default: Tree }).default;
    const english = leaves(en);
    const chinese = leaves(zh);
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    const left = [...chinese].filter(([key, text]) => {
      if (typeof text !== 'string' || SAME.has(text)) return false;
      // What names the other language is written in that language.
      return key === 'otherLanguage' ? HAN.test(text) : !HAN.test(text) && /[A-Za-z]{3,}/.test(text);
    });
    expect(left).toEqual([]);
  });
});

interface Schema {
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [key: string]: unknown;
}

/** Names of fields, help and choices that the schemas of the folder say. */
function said(): { names: Set<string>; helps: Set<string>; choices: Set<string> } {
  const found = { names: new Set<string>(), helps: new Set<string>(), choices: new Set<string>() };
  const walk = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties = {}, enum: choices = [] } = schema as Schema;
    for (const choice of choices) found.choices.add(choice);
    for (const [name, field] of Object.entries(properties)) {
      if (name === 'schema') continue;
      found.names.add(name);
      // What tells a case from the others is chosen, not explained.
      if (field.description && field.const === undefined) found.helps.add(field.description);
      if (typeof field.const === 'string') found.choices.add(field.const);
    }
    for (const inner of Object.values(schema)) walk(inner);
  };
  for (const file of readdirSync(SCHEMAS)) {
    const schema = JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8'));
    walk(schema.items ?? { ...schema, description: undefined });
  }
  return found;
}

test('every field of the inputs has its name, its help and its choices in Chinese', () => {
  const { names, helps, choices } = said();
  expect(names.size).toBeGreaterThan(150);
  expect([...names].filter((name) => !(name in LABELS_ZH))).toEqual([]);
  expect([...helps].filter((help) => !(help in HELP_ZH))).toEqual([]);
  expect([...choices].filter((choice) => !(choice in CHOICES_ZH))).toEqual([]);
});

test('names of fields are words', () => {
  expect(fieldsEn.label('costPerPeriod')).toBe('Cost per period');
  expect(fieldsEn.label('home_need')).toBe('Home need');
  expect(fieldsEn.choice('allied-supply')).toBe('allied supply');
});
