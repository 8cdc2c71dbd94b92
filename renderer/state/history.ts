// Where the clerk has been: views in order, with a place in them, as a browser keeps pages. Pure.

export interface Trail<View> {
  readonly views: readonly View[];
  readonly at: number;
}

const longest = 100;

export function trailOf<View>(view: View): Trail<View> {
  return { views: [view], at: 0 };
}

/** Goes to a view; what lay ahead is forgotten. */
export function visited<View>(trail: Trail<View>, view: View): Trail<View> {
  const views = [...trail.views.slice(0, trail.at + 1), view].slice(-longest);
  return { views, at: views.length - 1 };
}

/** Changes the view one is in, without a step. */
export function amended<View>(trail: Trail<View>, view: View): Trail<View> {
  return { views: trail.views.map((each, place) => (place === trail.at ? view : each)), at: trail.at };
}

/** One step back (−1) or forward (+1); the same trail where there is none. */
export function stepped<View>(trail: Trail<View>, step: -1 | 1): Trail<View> {
  const at = trail.at + step;
  return at < 0 || at >= trail.views.length ? trail : { ...trail, at };
}

export function current<View>(trail: Trail<View>): View {
  return trail.views[trail.at]!;
}
