import {
  type CSSVariablesResolver,
  convertCssVariables,
  createTheme,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  mergeMantineTheme,
} from '@mantine/core';
import { DARK, FONT, LIGHT, mix, type Palette } from '../../src/figures/theme.ts';

/** Ten shades from near white to near black with `colour` at place 6, as Mantine wants them. */
function shades(colour: string): MantineColorsTuple {
  const light = [0.93, 0.83, 0.66, 0.5, 0.34, 0.17].map((weight) => mix(colour, '#ffffff', weight));
  const dark = [0.16, 0.32, 0.48].map((weight) => mix(colour, '#000000', weight));
  return [...light, colour, ...dark] as unknown as MantineColorsTuple;
}

/** Mantine's dark greys, from text to below the page, in the tint of the house. */
const nights: MantineColorsTuple = [
  ...[0.06, 0.2, 0.4, 0.52, 0.76, 0.86, 0.95, 1].map((weight) => mix(DARK.ink, DARK.surface, weight)),
  ...[0.2, 0.4].map((weight) => mix(DARK.surface, '#000000', weight)),
] as unknown as MantineColorsTuple;

const greys = (palette: Palette): MantineColorsTuple =>
  [0, 0.06, 0.14, 0.24, 0.36, 0.48, 0.6, 0.72, 0.86, 1].map((weight) =>
    mix(palette.surface, palette.ink, weight),
  ) as unknown as MantineColorsTuple;

/** Dense as a spreadsheet: small type, tight spaces, square corners. */
export const theme = createTheme({
  fontFamily: FONT,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.1875rem' },
  spacing: { xs: '0.375rem', sm: '0.625rem', md: '0.875rem', lg: '1.25rem', xl: '1.75rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.35' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 4,
  black: LIGHT.ink,
  colors: {
    accent: shades(LIGHT.accent),
    dark: nights,
    grey: greys(LIGHT),
    red: shades(LIGHT.broken),
  },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  respectReducedMotion: true,
  // White on the accent of the dark scheme cannot be read.
  variantColorResolver: (input) => {
    const usual = defaultVariantColorsResolver(input);
    const onAccent = input.variant === 'filled' && input.color === 'accent';
    return onAccent ? { ...usual, color: 'var(--mantine-primary-color-contrast)' } : usual;
  },
  cursorType: 'pointer',
  components: {
    // Scrolling is locked by a style element that a strict content security policy refuses.
    Modal: { defaultProps: { lockScroll: false } },
    Drawer: { defaultProps: { lockScroll: false } },
    Table: { defaultProps: { verticalSpacing: 4, horizontalSpacing: 8, highlightOnHover: true } },
    Button: { defaultProps: { size: 'xs', variant: 'filled' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 28 } },
    TextInput: { defaultProps: { size: 'sm' } },
    Badge: { defaultProps: { tt: 'none', fw: 550 } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } },
  },
});

/** What a scheme of Mantine takes from the palette of the house. */
function schemeOf(palette: Palette): Record<string, string> {
  const raised = mix(palette.surface, palette.ink, palette.name === 'light' ? 0.03 : 0.05);
  return {
    '--mantine-color-body': palette.surface,
    '--mantine-color-text': palette.ink,
    '--mantine-color-bright': palette.ink,
    '--mantine-color-dimmed': palette.muted,
    '--mantine-color-default': palette.surface,
    '--mantine-color-default-hover': raised,
    '--mantine-color-default-border': mix(palette.surface, palette.ink, 0.22),
    '--mantine-color-placeholder': palette.muted,
    '--mantine-color-anchor': palette.accent,
    '--mantine-color-error': palette.broken,
    '--mantine-color-accent-filled': palette.accent,
    '--mantine-color-accent-filled-hover': mix(palette.accent, palette.ink, 0.2),
    '--mantine-primary-color-filled': palette.accent,
    '--mantine-primary-color-filled-hover': mix(palette.accent, palette.ink, 0.2),
    '--mantine-primary-color-light-color': palette.accent,
    '--mantine-primary-color-contrast': palette.surface,
    '--mantine-color-accent-outline': palette.accent,
    '--muster-raised': raised,
    '--muster-grid': palette.grid,
    '--muster-faint': palette.faint,
    '--muster-accent': palette.accent,
    '--muster-accent-soft': mix(palette.surface, palette.accent, 0.12),
    '--muster-broken': palette.broken,
    '--muster-broken-soft': mix(palette.surface, palette.broken, 0.1),
    ...Object.fromEntries(
      Object.entries(palette.modes).map(([mode, value]) => [`--muster-mode-${mode}`, value]),
    ),
    ...Object.fromEntries(
      Object.entries(palette.fields).map(([field, value]) => [`--muster-field-${field}`, value]),
    ),
  };
}

const resolver: CSSVariablesResolver = (mantine) => {
  const usual = defaultCssVariablesResolver(mantine);
  return {
    variables: usual.variables,
    light: { ...usual.light, ...schemeOf(LIGHT) },
    dark: { ...usual.dark, ...schemeOf(DARK) },
  };
};

/**
 * Writes the variables of the theme into the page as a constructed style sheet: a style element, as Mantine writes
 * it by itself, would need a content security policy that lets styles in from anywhere.
 */
export function adoptTheme(): void {
  const css = convertCssVariables(resolver(mergeMantineTheme(DEFAULT_THEME, theme)), ':root');
  const schemes = `:root[data-mantine-color-scheme="dark"]{color-scheme:dark}:root[data-mantine-color-scheme="light"]{color-scheme:light}`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css + schemes);
  document.adoptedStyleSheets = [sheet];
}
