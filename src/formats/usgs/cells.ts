import type { USGS_FINDINGS } from './catalogue.ts';
import { type Figure, readFigure } from './figure.ts';
import type { Findings } from './findings.ts';

/** A cell of a file, and what it is about. */
export interface Cell {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly text: string;
  readonly subject: string;
}

const CODES: Partial<Record<Figure['is'], keyof typeof USGS_FINDINGS>> = {
  withheld: 'WITHHELD',
  unavailable: 'NOT_AVAILABLE',
  dash: 'DASH',
  blank: 'BLANK_FIGURE',
  footnote: 'FOOTNOTE_ONLY',
  unreadable: 'UNREADABLE',
  trace: 'TRACE',
  bound: 'BOUND',
  'net-exporter': 'NET_EXPORTER',
};

/** Reads the figure of a cell and says whatever is not a plain number. */
export function figureOf({ file, line, column, text, subject }: Cell, findings: Findings): Figure {
  const { figure, marks, thousands } = readFigure(text);
  const say = (code: keyof typeof USGS_FINDINGS, done: string): void =>
    findings.add(code, file, line, subject, `${subject}: '${text}' ${done}.`, { column, read: text });
  const code = CODES[figure.is];
  if (code) say(code, MEANS[figure.is] ?? '');
  if (marks !== '') say('MARKED_FIGURE', `was read as ${spelled(figure)}`);
  if (thousands) say('THOUSANDS', `was read as ${spelled(figure)}`);
  return figure;
}

const MEANS: Partial<Record<Figure['is'], string>> = {
  withheld: 'is withheld',
  unavailable: 'is not available',
  dash: 'was read as 0',
  blank: 'is blank',
  footnote: 'refers to a footnote that the file does not have',
  unreadable: 'is no figure',
  trace: 'was read as 0.25, from 0 to 0.5',
  bound: 'is a bound',
  'net-exporter': 'means that more goes out than comes in',
};

function spelled(figure: Figure): string {
  return 'value' in figure ? String(figure.value) : figure.is;
}
