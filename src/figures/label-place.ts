/** A mark that wants a label of a size beside it; pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a label stands, and whether it is far enough from its mark to need a leader. */
export interface PlacedLabel extends Rect {
  readonly side: 'left' | 'right';
  readonly leader: boolean;
}

/** Puts every label where it meets no mark and no other label, as near its mark as it can; null where nothing is free. */
export function placeLabels(spots: readonly Spot[], frame: Rect): (PlacedLabel | null)[] {
  const taken: Rect[] = spots.map((spot) => around(spot));
  return spots.map((spot) => {
    const place = candidates(spot).find(
      (candidate) => inside(candidate, frame) && !taken.some((other) => meets(candidate, other)),
    );
    if (place === undefined) return null;
    taken.push(place);
    return place;
  });
}

const around = (spot: Spot): Rect => ({
  left: spot.x - spot.radius,
  right: spot.x + spot.radius,
  top: spot.y - spot.radius,
  bottom: spot.y + spot.radius,
});

/** Right and left of the mark first, then further up and down in steps. */
function candidates(spot: Spot): PlacedLabel[] {
  const places: PlacedLabel[] = [];
  for (let step = 0; step <= 24; step++) {
    const distance = step * 9;
    for (const dy of step === 0 ? [0] : [-distance, distance]) {
      const reach = spot.radius + (step <= 1 ? 4 : 10);
      const top = spot.y + dy - spot.height / 2;
      const row = { top, bottom: top + spot.height, leader: Math.abs(dy) > spot.height / 2 + spot.radius };
      places.push({ ...row, side: 'right', left: spot.x + reach, right: spot.x + reach + spot.width });
      places.push({ ...row, side: 'left', left: spot.x - reach - spot.width, right: spot.x - reach });
    }
  }
  return places;
}

const inside = (a: Rect, frame: Rect): boolean =>
  a.left >= frame.left && a.right <= frame.right && a.top >= frame.top && a.bottom <= frame.bottom;

const meets = (a: Rect, b: Rect): boolean =>
  a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom + 1 && b.top < a.bottom + 1;
