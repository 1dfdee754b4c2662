import type { Change, DiffReport } from '../../contract/diff.ts';
import { type FigureContext, nameOf } from '../text.ts';
import { words } from '../words/index.ts';

type FieldChange = Change['fields'][number];
type Value = NonNullable<FieldChange['before']>;

/** What a change is called: its own name, else the names of the things its id is made of. */
export function changeName(change: Change, report: DiffReport, { lang }: FigureContext): string {
  if (change.name !== null) return nameOf({ name: change.name, nameZh: change.nameZh }, lang);
  return change.id
    .split('/')
    .map((id) => (report.names[id] ? nameOf(report.names[id], lang) : id))
    .join(' · ');
}

/** Fields told of one thing, and letters of one value. */
const FIELDS_SHOWN = 6;
const LETTERS_SHOWN = 60;

/** The fields that differ, each as `field before → after`; of what is new or gone what is stated. */
export function fieldsText(change: Change, { lang }: FigureContext): string {
  const { more } = words(lang).diff;
  const shown = change.fields.slice(0, FIELDS_SHOWN).map((one) => fieldText(one, change.kind));
  const rest = change.fields.length - shown.length;
  return [...shown, ...(rest > 0 ? [more(rest)] : [])].join('; ');
}

function fieldText({ field, before, after }: FieldChange, kind: Change['kind']): string {
  if (kind !== 'changed') return `${field} ${valueText((after ?? before)!)}`;
  if (isWords(before) && isWords(after)) return `${field} ${listChange(before, after)}`;
  return `${field} ${before === null ? '–' : valueText(before)} → ${after === null ? '–' : valueText(after)}`;
}

const isWords = (value: Value | null): value is string[] =>
  Array.isArray(value) && typeof value[0] === 'string';

/** What a list gained and lost. */
function listChange(before: readonly string[], after: readonly string[]): string {
  const gained = after.filter((word) => !before.includes(word)).map((word) => `+${word}`);
  const lost = before.filter((word) => !after.includes(word)).map((word) => `−${word}`);
  return shortened([...gained, ...lost].join(' '));
}

function valueText(value: Value): string {
  if (Array.isArray(value)) return shortened(value.join(', '));
  if (typeof value === 'object') return `${value.central} (${value.low}–${value.high})`;
  return shortened(String(value));
}

function shortened(text: string): string {
  return text.length <= LETTERS_SHOWN ? text : `${text.slice(0, LETTERS_SHOWN - 1)}…`;
}
