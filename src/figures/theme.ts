/** Colours of one variant. Modes and fields keep their colour on every figure. */
export interface Palette {
  readonly name: 'light' | 'dark';
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly faint: string;
  readonly grid: string;
  readonly accent: string;
  /** Outline of what is stopped. */
  readonly broken: string;
  /** From safe (recedes into the page) to wholly exposed (stands out); one hue, so safe for colour-blind readers. */
  readonly exposure: readonly string[];
  readonly modes: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

export const LIGHT: Palette = {
  name: 'light',
  surface: '#ffffff',
  ink: '#1d232b',
  muted: '#525d6a',
  faint: '#9aa4b0',
  grid: '#e2e6eb',
  accent: '#0b6070',
  broken: '#a01f38',
  exposure: ['#fbf1ef', '#f3cdc8', '#e2918f', '#bf4d59', '#7d1d33'],
  modes: { 'state-led': '#2f5aa8', mixed: '#3aa17e', 'market-led': '#e0a028' },
  fields: {
    chips: '#4f7fbf',
    'core-software': '#9b6bb0',
    'industrial-materials': '#7f8a2e',
    equipment: '#a8683a',
    other: '#77808b',
  },
};

export const DARK: Palette = {
  name: 'dark',
  surface: '#171b21',
  ink: '#e6eaef',
  muted: '#a9b3bf',
  faint: '#697482',
  grid: '#2c343e',
  accent: '#63bccb',
  broken: '#ff9096',
  exposure: ['#262427', '#56303a', '#933f50', '#d3666f', '#ffb7b0'],
  modes: { 'state-led': '#739fec', mixed: '#55c49c', 'market-led': '#efbf5a' },
  fields: {
    chips: '#7ba7e6',
    'core-software': '#c597d8',
    'industrial-materials': '#b6c25c',
    equipment: '#d99764',
    other: '#9aa4b0',
  },
};

export const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

export const modeColour = (palette: Palette, mode: string): string => palette.modes[mode] ?? palette.faint;

export const fieldColour = (palette: Palette, field: string): string =>
  palette.fields[field] ?? palette.fields.other;

/** Symbol of a field, so that colour is never the only sign. */
export type FieldShape = 'rect' | 'circle' | 'triangle' | 'diamond' | 'pin';
export function fieldShape(field: string): FieldShape {
  if (field === 'chips') return 'rect';
  if (field === 'core-software') return 'circle';
  if (field === 'industrial-materials') return 'triangle';
  return field === 'equipment' ? 'diamond' : 'pin';
}

/** Colour of an exposure in [0, 1]. */
export function exposureColour(palette: Palette, exposure: number): string {
  const place = Math.min(1, Math.max(0, exposure)) * (palette.exposure.length - 1);
  const below = Math.min(Math.floor(place), palette.exposure.length - 2);
  return mix(palette.exposure[below], palette.exposure[below + 1], place - below);
}

/** Colour that lies `weight` of the way from `from` to `to`. */
export function mix(from: string, to: string, weight: number): string {
  const a = channels(from);
  const b = channels(to);
  const hex = a.map((v, i) =>
    Math.round(v + (b[i] - v) * weight)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}

/** Contrast of two colours by WCAG 2.2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Black or white, whichever reads better on `background`. */
export const readableOn = (background: string): string =>
  contrast('#000000', background) >= contrast('#ffffff', background) ? '#000000' : '#ffffff';

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((v) => {
    const s = v / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const channels = (hex: string): number[] => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
