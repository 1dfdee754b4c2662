import type { Figure, Table } from '../figure.ts';
import { element, escapeMarkup } from '../markup.ts';
import { renderSvg } from '../render.ts';
import type { FigureContext } from '../text.ts';
import { DARK, LIGHT } from '../theme.ts';
import { words } from '../words/index.ts';
import { isDense, tableHtml } from './table-html.ts';

export const paragraph = (text: string): string => (text === '' ? '' : element('p', {}, escapeMarkup(text)));

/** A list of plain sentences; those of the engine are marked as English. */
export function bullets(items: readonly string[], lang?: 'en'): string {
  if (items.length === 0) return '';
  const language: Record<string, string> = lang === undefined ? {} : { lang };
  return element('ul', language, items.map((item) => element('li', {}, escapeMarkup(item))).join(''));
}

export const heading = (text: string): string => element('h3', {}, escapeMarkup(text));

export function section(id: string, title: string, parts: readonly string[]): string {
  return element('section', { id }, element('h2', {}, escapeMarkup(title)) + parts.join(''));
}

/** A table under its own heading, with what it means in a sentence. */
export function tablePart(title: string, lead: string, table: Table, context: FigureContext): string {
  const content = heading(title) + paragraph(lead) + tableHtml(table, context);
  return element('div', { class: isDense(table) ? 'part wide' : 'part' }, content);
}

export function methodPart(text: string, context: FigureContext): string {
  const { report } = words(context.lang);
  return `<details class="method"><summary>${escapeMarkup(report.method)}</summary>${paragraph(text)}</details>`;
}

/** A drawing too wide for the page keeps letters that can be read, and scrolls. */
function scrolling(figure: Figure): Record<string, string | number> {
  const { width } = figure.drawing;
  if (width <= 1550) return {};
  const style = `--least:${Math.round(width * 0.7)}px`;
  return { style, tabindex: 0, role: 'region', 'aria-label': figure.title };
}

/** A figure with its finding, its drawing light and dark, and its data and method folded away. */
export function figurePart(figure: Figure, context: FigureContext): string {
  const { report } = words(context.lang);
  const caption = `<figcaption><h3>${escapeMarkup(figure.title)}</h3>${element('p', { class: 'subtitle' }, escapeMarkup(figure.subtitle))}</figcaption>`;
  const drawn = renderSvg(figure, LIGHT) + renderSvg(figure, DARK);
  const canvas = element('div', { class: 'canvas', ...scrolling(figure) }, drawn);
  const data = `<details class="data"><summary>${escapeMarkup(report.data)}</summary>${tableHtml(figure.table, context)}</details>`;
  const { width, height } = figure.drawing;
  const wide = width > 1000 && width > 1.2 * height ? 'wide' : 'plain';
  return element(
    'figure',
    { id: `figure-${figure.id}`, class: wide },
    caption + canvas + data + methodPart(figure.method, context),
  );
}
