import type { Reference } from '../defects.ts';
import type { Programme } from '../programme.ts';

type Source = Pick<Programme, 'links' | 'requirements' | 'supply' | 'overlay'>;

/** Where the things of an overlaid chain were said: the data, or the last statement of the overlay on them. */
export class ChainPlaces {
  private readonly places = new Map<string, Reference>();

  constructor({ links, requirements, supply, overlay }: Source) {
    for (const [i, row] of links.entries()) this.note(['link', row.id], 'links', [i]);
    for (const [i, row] of requirements.entries()) {
      this.note(['group', row.link, row.group], 'requirements', [i]);
      this.note(['edge', row.link, row.needs ?? ''], 'requirements', [i]);
    }
    for (const [i, row] of supply.entries()) this.note(['supply', row.link], 'supply', [i]);
    for (const [i, s] of overlay.statements.entries()) {
      const path = ['statements', i];
      if (s.what === 'add-link') this.note(['link', s.value.id], 'overlay', path);
      if (s.what === 'gate' || s.what === 'add-requirement') this.replace(['group', s.link, s.group], path);
      if (s.what === 'add-requirement') this.note(['edge', s.link, s.needs], 'overlay', path);
      if (s.what === 'figure') this.replace(['link', s.link], path);
      if (s.what === 'supply') this.note(['supply', s.link], 'overlay', path);
    }
  }

  link(id: string): Reference {
    return this.find(['link', id]);
  }
  group(link: string, group: string): Reference {
    return this.find(['group', link, group]);
  }
  requirement(link: string, needs: string): Reference {
    return this.find(['edge', link, needs]);
  }
  supply(link: string): Reference {
    return this.find(['supply', link]);
  }

  private note(key: readonly string[], part: Reference['part'], path: Reference['path']): void {
    const text = key.join(' ');
    if (!this.places.has(text)) this.places.set(text, { part, path });
  }
  private replace(key: readonly string[], path: Reference['path']): void {
    this.places.set(key.join(' '), { part: 'overlay', path });
  }
  private find(key: readonly string[]): Reference {
    return this.places.get(key.join(' ')) ?? { part: 'links', path: [] };
  }
}
