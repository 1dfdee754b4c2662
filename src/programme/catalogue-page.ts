import { DEFECTS } from './catalogue.ts';

/** The catalogue of defects as a page of the documentation. */
export function cataloguePage(): string {
  const rows = Object.entries(DEFECTS).map(
    ([code, { severity, meaning, hint }]) => `| \`${code}\` | ${severity} | ${meaning} | ${hint} |`,
  );
  return [
    '# Defects of a programme folder',
    '',
    '`muster check FOLDER` reports every defect at once, with its file and line. An error keeps the programme',
    'from being used; a warning says what is lost if it is used as it is. A check that needs a file which could',
    'not be read is left out until that file is mended.',
    '',
    '| Code | Severity | Meaning | What to do |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
