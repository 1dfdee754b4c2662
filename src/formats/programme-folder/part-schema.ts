import { z } from 'zod';
import type { Part } from '../../programme/programme.ts';
import { besideOf, type CsvFile, FILES, type YamlFile } from './files.ts';
import { findings } from './issues.ts';
import type { Problem } from './problem.ts';

/** The file in which a part lies. */
export function fileOf(part: Part): CsvFile | YamlFile {
  return FILES.find((file) => file.part === part || besideOf(file).some((beside) => beside.part === part))!;
}

/** What a part may be. Lists in the cells of a table may be left out, as blank cells are. */
function partSchema(part: Part): z.core.$ZodType {
  const file = fileOf(part);
  if (file.format === 'csv') return z.array(withBlankLists(file));
  const key = file.part === part ? file.key : besideOf(file).find((beside) => beside.part === part)!.key;
  return key === undefined ? file.schema : file.schema.shape[key]!;
}

function withBlankLists({ schema, columns }: CsvFile): z.ZodObject {
  const lists = Object.keys(columns).filter((column) => columns[column] === 'list');
  const blank = lists.map((column) => [column, (schema.shape[column] as z.ZodArray).default([])]);
  return schema.extend(Object.fromEntries(blank));
}

/** A value at a path of a part with the defaults of its schema; as it is where it does not fit. */
export function completed(part: Part, path: readonly string[], value: unknown): unknown {
  const schema = schemaAt(part, path);
  const read = schema ? z.safeParse(schema, value) : null;
  return read?.success ? read.data : value;
}

/** What is wrong with the value of a part, without lines. */
export function partProblems(part: Part, value: unknown): Problem[] {
  const read = z.safeParse(partSchema(part), value);
  const found = read.success ? [] : findings(read.error.issues, { [part]: value }, [part]);
  return found.map(({ code, message }) => ({ code, line: null, message }));
}

/** What may stand at a path of a part, where keys name rows too; null where no schema of its own says it. */
function schemaAt(part: Part, path: readonly string[]): z.core.$ZodType | null {
  let schema: z.core.$ZodType | undefined = partSchema(part);
  for (const key of path) {
    schema = within(schema, key);
    if (!schema) return null;
  }
  return schema;
}

function within(schema: z.core.$ZodType, key: string): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodLazy) {
    return within(schema.unwrap(), key);
  }
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
}
