/** Series that fall: nobody stops in the model of series, so that a fall is told beside what it makes of it. */
import type { GroupForecast } from '../../study/index.ts';
import { inHundred, shortTime } from './told.ts';

/** A series has fallen where it ends lower than this part of its highest; less may be a survey's luck. */
const FALLEN = 0.95;

interface Seen {
  readonly time: number;
  readonly share: number;
}

export interface Fall {
  readonly group: string;
  readonly high: Seen;
  readonly end: Seen;
  /** The model's range of nine in ten at the end, where the fall was held out; null where the fit has seen it. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

/** Series that end well below their highest: in what the fit saw, and from there on in what was held out. */
export function fallsOf(groups: readonly GroupForecast[]): readonly Fall[] {
  return groups.flatMap(({ name, seen, points }) => {
    const came = points.flatMap(({ time, truth, bands }) => (truth === null ? [] : [{ time, share: truth, band: bands.model }]));
    const last = came[came.length - 1];
    return [
      ...fallOf(name, seen, null),
      ...(last ? fallOf(name, [seen[seen.length - 1], ...came], { low: last.band.low, high: last.band.high }) : []),
    ];
  });
}

function fallOf(group: string, course: readonly Seen[], range: Fall['range']): readonly Fall[] {
  const seen = ({ time, share }: Seen): Seen => ({ time, share });
  const end = course[course.length - 1];
  const high = course.reduce((most, point) => (point.share > most.share ? point : most));
  return end.share < FALLEN * high.share ? [{ group, high: seen(high), end: seen(end), range }] : [];
}

export function fallNotes(falls: readonly Fall[]): readonly string[] {
  const [before, later] = [falls.filter(({ range }) => !range), falls.filter(({ range }) => range)].map((list) =>
    list.map(listed).join('; '),
  );
  return [
    ...(before === ''
      ? []
      : [
          `Fell in what was fitted: ${before}. In a series nobody stops: the model takes a fall for noise, and expects a rise again. Where people are leaving for good, do not believe it.`,
        ]),
    ...(later === ''
      ? []
      : [`Fell in what was held out, which no forecast of a series could say, since nobody stops in it: ${later}.`]),
  ];
}

function listed({ group, high, end, range }: Fall): string {
  const told = ({ time, share }: Seen) => `${inHundred(share)} in ${shortTime(time)}`;
  if (!range) return `${group} (${told(high)}, ${told(end)})`;
  const held = end.share >= range.low && end.share <= range.high ? 'held' : 'missed';
  return `${group} (${told(high)}, ${told(end)}; the range of 9 in 10, ${inHundred(range.low)} to ${inHundred(range.high)}, ${held} it)`;
}
