import { escapeMarkup } from '../markup.ts';
import type { FigureContext } from '../text.ts';
import { STYLE } from './style.ts';

/** One self-contained page: no script, nothing loaded from anywhere. */
export function page(context: FigureContext, body: string): string {
  return [
    '<!doctype html>',
    `<html lang="${context.lang === 'zh' ? 'zh-Hans' : 'en'}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeMarkup(context.programme)} · Muster</title>`,
    `<style>${STYLE}</style></head>`,
    `<body>${body}</body></html>\n`,
  ].join('\n');
}
