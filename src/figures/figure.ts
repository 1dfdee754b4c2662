import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from './theme.ts';

/** Languages of figures and reports. */
export type Lang = 'en' | 'zh';

/**
 * What a cell holds; numbers stay raw, whoever shows the table formats them. `short` is text that does not wrap,
 * `prose` is written by the engine, in English.
 */
export type CellFormat = 'text' | 'short' | 'prose' | 'money' | 'share' | 'day' | 'integer' | 'number';

export type Cell = string | number | null;

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly format: CellFormat;
}

/** The numbers behind a figure, or a table that needs no figure. */
export interface Table {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** All columns of money share one unit, named once in the caption. */
  readonly oneUnit?: boolean;
  /** Columns of long text, by id: shown under their row rather than beside it. */
  readonly below?: readonly string[];
}

/** A drawing at its natural size: an ECharts option, or SVG of its own; both take the palette to draw in. */
type Drawing = { readonly width: number; readonly height: number } & (
  | { readonly kind: 'chart'; readonly option: (palette: Palette) => EChartsCoreOption }
  | { readonly kind: 'svg'; readonly body: (palette: Palette) => string }
);

/** One figure: its finding, what it measures, its drawing, the table behind it and how it was made. */
export interface Figure {
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  /** Quantity, unit, price year, source and seed. */
  readonly subtitle: string;
  /** Text alternative of the drawing. */
  readonly alt: string;
  readonly drawing: Drawing;
  readonly table: Table;
  readonly method: string;
}
