/** What the pictures of a school's story show, worked out from what its future recorded. */
import {
  affiliations,
  type FactorName,
  factorNames,
  factors,
  type Results,
  type SchoolLife,
  type StoryEvent,
} from '../../sim/index.ts';
import { isInUse, isWell, supportEndsAt } from '../../words/index.ts';

export const lifeOf = (told: Results): SchoolLife => told.lives![0];

/** How well the school uses it, 0 to 1; 0 while fewer than half of its educators do. */
export const heightOf = (life: SchoolLife): readonly number[] =>
  Array.from(life.practice.well, (well, row) => (isInUse(life, row) ? Math.max(0, well) : 0));

export interface Tally {
  readonly futures: number;
  readonly using: number;
  /** Of these, those in which it is used well. */
  readonly well: number;
}

/** In how many futures the school uses it, and uses it well, at a row. */
export function tallyOf(runs: readonly Results[], row: number): Tally {
  const lives = runs.map(lifeOf);
  return {
    futures: runs.length,
    using: lives.filter((life) => isInUse(life, row)).length,
    well: lives.filter((life) => isWell(life, row)).length,
  };
}

export type MarkKind = 'begins' | 'programme' | 'support' | 'withdrawn' | 'closed';

/** A happening that is written beside the line. */
export interface LifeMark {
  readonly kind: MarkKind;
  /** Years since the start. */
  readonly year: number;
  /** Of the first adoption, the other school it was seen in; -1 otherwise. */
  readonly source: number;
}

const PILOTING = affiliations.indexOf('piloting');
const WITHDRAWN = affiliations.indexOf('withdrawn');

/** From the most telling to the least. Who begins as the programme arrives is not told apart from its arrival. */
export function marksOf(events: readonly StoryEvent[], life: SchoolLife, years: ArrayLike<number>): readonly LifeMark[] {
  const first = events.find(({ kind }) => kind === 'adopted');
  if (!first) return [];
  const source = first.source !== undefined && first.source !== first.school ? first.source : -1;
  const since = (kind: string, holds: (event: StoryEvent) => boolean = () => true): readonly StoryEvent[] =>
    events.filter((event) => event.kind === kind && event.year >= first.year && holds(event));
  const as = (kind: MarkKind, of: readonly StoryEvent[]): readonly LifeMark[] =>
    of.map(({ year }) => ({ kind, year, source: -1 }));
  const ends = supportEndsAt(life);
  const arrives = events.find(({ kind, detail }) => kind === 'affiliation' && detail === PILOTING);
  const withProgramme = arrives !== undefined && source < 0 && Math.abs(arrives.year - first.year) < 1;
  return [
    ...(withProgramme ? [] : [{ kind: 'begins' as const, year: first.year, source }]),
    ...(ends === undefined ? [] : [{ kind: 'support' as const, year: years[ends], source: -1 }]),
    ...as('closed', since('closed')),
    ...as(
      'withdrawn',
      since('affiliation', ({ detail }) => detail === WITHDRAWN),
    ),
    ...as('programme', arrives ? [arrives] : []),
  ];
}

/** Years since the start in which a head left. */
export const headsLeft = (events: readonly StoryEvent[]): readonly number[] =>
  events.filter(({ kind }) => kind === 'leaderLeft').map(({ year }) => year);

export interface Met {
  readonly own: number;
  readonly mean: number;
  /** How far the school is better off than the mean: positive helps, negative holds back. */
  readonly helps: number;
}

export interface MetYear {
  /** The number of the year: its last step is that many years after the start. */
  readonly year: number;
  readonly met: Readonly<Record<FactorName, Met>>;
}

/** Means over the steps of each year in which somebody used it; years without use are left out. */
export function metByYear({ practice, met, metByUsers }: SchoolLife, years: ArrayLike<number>): readonly MetYear[] {
  const last = Math.round(years[years.length - 1]);
  return Array.from({ length: last }, (_, y) => y + 1).flatMap((year) => {
    const rows = Array.from(years, (_, row) => row).filter(
      (row) => years[row] > year - 1 + 1e-6 && years[row] <= year + 1e-6 && practice.use[row] > 0,
    );
    if (rows.length === 0) return [];
    const meanOf = (values: Float64Array): number => rows.reduce((sum, row) => sum + values[row], 0) / rows.length;
    const entries = factorNames.map((name): [FactorName, Met] => {
      const [own, mean] = [meanOf(met[name]), meanOf(metByUsers[name])];
      return [name, { own, mean, helps: factors[name].more === 'helps' ? own - mean : mean - own }];
    });
    return [{ year, met: Object.fromEntries(entries) as Record<FactorName, Met> }];
  });
}

export interface Source {
  readonly school: number;
  readonly times: number;
  /** The first time. */
  readonly first: StoryEvent;
}

/** Other schools that tipped educators here up to a year, the earliest first. */
export function sourcesOf(events: readonly StoryEvent[], until: number): readonly Source[] {
  const found = new Map<number, Source>();
  for (const event of events) {
    const { kind, source = -1, school, year } = event;
    if (kind !== 'adopted' || source < 0 || source === school || year > until) continue;
    const before = found.get(source);
    found.set(source, { school: source, times: (before?.times ?? 0) + 1, first: before?.first ?? event });
  }
  return [...found.values()];
}
