/** What is wrong in a text that somebody wrote: where, and one plain sentence with what was found and what was expected. */
import { distance } from 'fastest-levenshtein';

export interface Problem {
  /** Where: `ingredients.coachign`, `rollout[2].year`, `row 12, column "pupils"`, `line 3, column 5`; empty for the whole text. */
  readonly path: string;
  /** One sentence, without the path. */
  readonly message: string;
}

/** The path of a value inside a file: names joined by points, places in a list in brackets (`rollout[2].year`). */
export function pathText(segments: readonly PropertyKey[]): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') return `${path}[${segment}]`;
    return path === '' ? String(segment) : `${path}.${String(segment)}`;
  }, '');
}

/** Longer names are not misspellings of ours, and a comparison costs the product of the two lengths. */
const LONGEST = 64;

/**
 * The known name that a misspelt one most likely means, or undefined where none is close: one edit for every three letters
 * of the longer name, capitals aside. Of equally close names the first listed wins.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest && edits <= Math.floor(Math.max(name.length, candidate.length) / 3)) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}
