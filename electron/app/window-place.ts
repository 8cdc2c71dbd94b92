// Where a window stands: remembered per book, and brought back onto a screen that is there. Pure: it asks no system.

/** In device-independent pixels. */
export type WindowPlace = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
};

/** The part of a screen that windows may take. */
export interface WorkArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallestWindow = { width: 1024, height: 640 } as const;
const firstWindow = { width: 1440, height: 900 } as const;

/** The place to open a window at: the remembered one moved and shrunk onto the area it overlaps most, or the middle of the first. */
export function placeOn(areas: readonly WorkArea[], remembered: WindowPlace | undefined): WindowPlace {
  const first = areas[0] ?? { x: 0, y: 0, ...firstWindow };
  if (!remembered) return { ...within(first, { ...centred(first), ...firstWindow }), maximized: false };
  const shared = areas.map((area) => overlap(area, remembered));
  const most = Math.max(0, ...shared);
  const area = most > 0 ? areas[shared.indexOf(most)]! : first;
  return { ...within(area, remembered), maximized: remembered.maximized };
}

function centred(area: WorkArea): { x: number; y: number } {
  return {
    x: area.x + Math.round((area.width - firstWindow.width) / 2),
    y: area.y + Math.round((area.height - firstWindow.height) / 2),
  };
}

function within(area: WorkArea, { x, y, width, height }: WorkArea): WorkArea {
  const wide = Math.max(smallestWindow.width, Math.min(width, area.width));
  const high = Math.max(smallestWindow.height, Math.min(height, area.height));
  return {
    x: between(area.x, x, area.x + area.width - wide),
    y: between(area.y, y, area.y + area.height - high),
    width: wide,
    height: high,
  };
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function overlap(area: WorkArea, place: WorkArea): number {
  const wide = Math.min(area.x + area.width, place.x + place.width) - Math.max(area.x, place.x);
  const high = Math.min(area.y + area.height, place.y + place.height) - Math.max(area.y, place.y);
  return wide > 0 && high > 0 ? wide * high : 0;
}
