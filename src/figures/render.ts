import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Figure } from './figure.ts';
import { element } from './markup.ts';
import { FONT, type Palette } from './theme.ts';

use([
  BarChart,
  CustomChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  GraphicComponent,
  GridComponent,
  LabelLayout,
  MarkLineComponent,
  TitleComponent,
  SVGRenderer,
]);

/** A figure as one inline SVG element in one palette. The same figure gives the same bytes. */
export function renderSvg(figure: Figure, palette: Palette): string {
  const { drawing } = figure;
  const inner = drawing.kind === 'svg' ? drawing.body(palette) : chartBody(figure.id, drawing, palette);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `drawing ${palette.name}`,
      viewBox: `0 0 ${Math.ceil(drawing.width)} ${Math.ceil(drawing.height)}`,
      role: 'img',
      'aria-label': figure.alt,
      'font-family': FONT,
    },
    inner,
  );
}

/** What ECharts draws, without its frame; its numbered names are made stable and unique to the figure. */
function chartBody(
  id: string,
  drawing: Extract<Figure['drawing'], { kind: 'chart' }>,
  palette: Palette,
): string {
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: drawing.width,
    height: drawing.height,
  });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: 'transparent',
      textStyle: { color: palette.ink },
      ...drawing.option(palette),
    });
    const svg = chart.renderToSVGString();
    return svg
      .replace(/^<svg[^>]*>/, '')
      .replace(/<\/svg>\s*$/, '')
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/ class="[^"]*"/g, '')
      .replaceAll(/font-family:[^;"]*;?/g, '')
      .replaceAll(/\bzr\d+-/g, `${id}-${palette.name}-`);
  } finally {
    chart.dispose();
  }
}
