import { OPEN_PSA_DEFECTS } from './catalogue.ts';

/** The catalogue of defects of Open-PSA files as a page of the documentation. */
export function openPsaDefectsPage(): string {
  const rows = Object.entries(OPEN_PSA_DEFECTS).map(
    ([code, { meaning, hint }]) => `| \`${code}\` | ${meaning} | ${hint.replaceAll('|', '\\|')} |`,
  );
  return [
    '# Defects of a fault tree file',
    '',
    '`muster cutsets FILE` and `muster import open-psa FILE` refuse a file with any of these, told with its line. The first',
    'ones end the reading; all the others are told at once. What is read is told in [fault trees](../guides/fault-trees.md).',
    '',
    '| Code | Meaning | What to do |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
