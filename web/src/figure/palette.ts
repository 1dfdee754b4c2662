import { useComputedColorScheme } from '@mantine/core';
import { DARK, LIGHT, type Palette } from '../../../src/figures/theme.ts';

/** The palette of the scheme that is shown. */
export const usePalette = (): Palette => (useComputedColorScheme('light') === 'dark' ? DARK : LIGHT);
