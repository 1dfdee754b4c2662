import { z } from 'zod';
import { type CsvFile, FILES, type YamlFile } from './files.ts';

/** JSON Schemas of the files of a programme folder, printed, by the name under which they are committed. */
export function folderSchemas(): Map<string, string> {
  return new Map(
    FILES.map((file) => {
      const name = file.path.replace('/', '-').replace(/\.\w+$/, '.schema.json');
      return [name, `${JSON.stringify(schemaOf(file), null, 2)}\n`];
    }),
  );
}

function schemaOf(file: CsvFile | YamlFile): unknown {
  const schema = file.format === 'csv' ? z.array(file.schema) : file.schema;
  const description =
    file.format === 'csv'
      ? 'One object per row, columns as keys. In the file a blank cell is an absent value, a figure is a number or low..central..high, and the entries of a list are separated by ";".'
      : undefined;
  return {
    title: file.path,
    ...(description === undefined ? {} : { description }),
    ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  };
}
