import { type FieldRow, fieldRows, fieldTable } from '../../contract/field-table.ts';
import { type CsvFile, FILE_BYTES_MAX, FILES, ROWS_MAX, type YamlFile } from './files.ts';

const HEAD = `# The programme folder

Written from the schemas of the code by \`npm run schemas\`; a test holds it to them. How to write one by hand is told in
[write a programme](../guides/write-a-programme.md); a JSON Schema of each file lies under \`schemas/\`.

A programme is a folder of UTF-8 text files. Absent is never zero: a blank cell or a missing key is unknown. Ids are letters,
digits, dot, dash and underscore, at most 80 of them. Days are \`YYYY-MM-DD\`. Jurisdictions are codes of three
capitals. A file may have ${FILE_BYTES_MAX / 1024 / 1024} MiB and a table ${ROWS_MAX.toLocaleString('en-US')} rows.

A **figure** is a number, or \`{low, central, high, evidence}\` in YAML and \`low..central..high\` in a cell of a
table; \`evidence\` names a row of \`evidence.csv\`. A **list** in a cell is separated by semicolons. \`a[].b\` is field b of each
entry of the list a; \`a[what=gate].b\` of those whose \`what\` is \`gate\`.
`;

/** The page of reference on the files of a programme folder. */
export function folderPage(): string {
  return [HEAD, ...FILES.map(section)].join('\n');
}

function section(file: CsvFile | YamlFile): string {
  const about = `${file.format === 'csv' ? 'A table' : 'YAML'}; ${file.required ? 'required' : 'may be left out'}.`;
  const rows = fieldRows(file.schema, 'input');
  return `## \`${file.path}\`\n\n${about}\n\n${fieldTable(file.format === 'csv' ? cells(file, rows) : rows, 'no')}\n`;
}

/** Columns of a table: a list may be blank, and so need not be there. */
function cells(file: CsvFile, rows: readonly FieldRow[]): FieldRow[] {
  return Object.entries(file.columns).map(([name, kind]) => {
    const row = rows.find(({ path }) => path === name)!;
    return kind === 'list' ? { ...row, type: 'list', required: false } : row;
  });
}
