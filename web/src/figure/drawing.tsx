import { useQuery } from '@tanstack/react-query';
import type { Figure } from '../../../src/figures/figure.ts';
import { Waiting } from '../shell/waiting.tsx';
import css from './figure.module.css';
import { usePalette } from './palette.ts';
import { ScrollRegion } from './scroll-region.tsx';
import { withoutStyles } from './svg.ts';

/** A place of a drawing that can be pressed, in the units of the drawing. */
export interface Hotspot {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly onPress: () => void;
}

/** What draws: the same code as in reports, fetched when a drawing is first wanted. */
export const loadRenderer = () => import('../../../src/figures/render.ts');

/** Narrower than this share of its natural width, a drawing scrolls rather than lose its letters. */
const LEAST_SCALE = 0.7;

/** The drawing of a figure as wide as the page, in its colours. */
export function Drawing({ figure, hotspots = [] }: { figure: Figure; hotspots?: readonly Hotspot[] }) {
  const palette = usePalette();
  const renderer = useQuery({
    queryKey: ['renderer'],
    queryFn: loadRenderer,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  if (!renderer.data) return <Waiting />;
  const { width, height } = figure.drawing;
  const svg = withoutStyles(renderer.data.renderSvg(figure, palette));
  return (
    <ScrollRegion className={css.canvas} label={figure.title}>
      <div className={css.sheet} style={{ minWidth: width * LEAST_SCALE, maxWidth: width * 1.15 }}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here; a test of the report holds that it escapes what users wrote */}
        <div className={css.drawn} dangerouslySetInnerHTML={{ __html: svg }} />
        {hotspots.map((spot) => (
          <button
            key={spot.id}
            type="button"
            className={css.hotspot}
            aria-label={spot.label}
            title={spot.label}
            onClick={spot.onPress}
            style={{
              left: `${(100 * spot.x) / width}%`,
              top: `${(100 * spot.y) / height}%`,
              width: `${(100 * spot.width) / width}%`,
              height: `${(100 * spot.height) / height}%`,
            }}
          />
        ))}
      </div>
    </ScrollRegion>
  );
}
