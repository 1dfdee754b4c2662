import { element } from './markup.ts';
import { fieldShape } from './theme.ts';

/** The small mark of a field, centred at a point. */
export function fieldMark(field: string, x: number, y: number, radius: number, fill: string): string {
  const shape = fieldShape(field);
  if (shape === 'circle') return element('circle', { cx: x, cy: y, r: radius, fill });
  if (shape === 'rect') {
    return element('rect', { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, fill });
  }
  const corners: Record<string, [number, number][]> = {
    triangle: [
      [0, -1.15],
      [1.1, 0.9],
      [-1.1, 0.9],
    ],
    diamond: [
      [0, -1.3],
      [1.3, 0],
      [0, 1.3],
      [-1.3, 0],
    ],
    pin: [
      [-1, -1],
      [1, -1],
      [0, 1.2],
    ],
  };
  const points = corners[shape].map(([dx, dy]) => `${x + dx * radius},${y + dy * radius}`).join(' ');
  return element('polygon', { points, fill });
}
