/** Who showed it to whom: adoptions that an educator of one school owes to an educator of another. */
import type { SchoolRecord } from '../../sim/index.ts';

export interface Spark {
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

/** Sparks seen at once. */
export const MOST_SPARKS = 24;
/** Time that a spark travels, in milliseconds. */
export const FLIGHT = 550;

/** An adoption takes four places: step, school, source school or -1, reason. */
const PLACES = 4;

interface Passing extends Spark {
  /** Whether nobody in that school had adopted it before. */
  readonly isFirst: boolean;
}

const known = new WeakMap<SchoolRecord, ReadonlyMap<number, readonly Passing[]>>();

/** Sparks that arrive at the steps from `first` to `last`: never more than `most`, a fair share of them a step. */
export function sparksIn(record: SchoolRecord, first: number, last: number, most = MOST_SPARKS): readonly Spark[] {
  const all = known.get(record) ?? passingOf(record);
  known.set(record, all);
  const share = Math.max(1, Math.floor(most / (last - first + 1)));
  const steps = Array.from({ length: last - first + 1 }, (_, k) => all.get(first + k) ?? []);
  return steps.flatMap((passing) => sample(passing, share)).slice(0, most);
}

/** Those that brought it to a school first, then others; evenly out of each, and always the same ones. */
function sample(passing: readonly Passing[], wanted: number): readonly Spark[] {
  const firsts = evenly(
    passing.filter(({ isFirst }) => isFirst),
    wanted,
  );
  return [
    ...firsts,
    ...evenly(
      passing.filter(({ isFirst }) => !isFirst),
      wanted - firsts.length,
    ),
  ];
}

const evenly = <T>(items: readonly T[], wanted: number): readonly T[] =>
  items.length <= wanted ? items : Array.from({ length: wanted }, (_, k) => items[Math.floor((k * items.length) / wanted)]);

/** By step, each school reached from another, once a step. */
function passingOf({ adoptions }: SchoolRecord): ReadonlyMap<number, readonly Passing[]> {
  const byStep = new Map<number, Passing[]>();
  const reached = new Set<number>();
  const lastSeen = new Map<number, number>();
  for (let i = 0; i < adoptions.length; i += PLACES) {
    const [step, to, from] = adoptions.subarray(i, i + PLACES);
    const isFirst = !reached.has(to);
    reached.add(to);
    if (from < 0 || from === to || lastSeen.get(to) === step) continue;
    lastSeen.set(to, step);
    const here = byStep.get(step) ?? [];
    here.push({ step, from, to, isFirst });
    byStep.set(step, here);
  }
  return byStep;
}

/** Up to a step, the first spark of each school that a spark has reached. */
export function trailsUntil(record: SchoolRecord, step: number, most: number): readonly Spark[] {
  const all = known.get(record) ?? passingOf(record);
  known.set(record, all);
  const found = new Map<number, Spark>();
  for (const passing of all.values())
    for (const spark of passing) if (spark.step <= step && !found.has(spark.to)) found.set(spark.to, spark);
  return evenly([...found.values()], most);
}

/** The middle point of the bent way between two places: off the straight line, to the right of who looks along it. */
export const bend = (ax: number, ay: number, bx: number, by: number): [number, number] => [
  (ax + bx) / 2 + 0.16 * (by - ay),
  (ay + by) / 2 - 0.16 * (bx - ax),
];

/** A place on the bent way, `t` from 0 to 1. */
export function along(ax: number, ay: number, bx: number, by: number, t: number): [number, number] {
  const [cx, cy] = bend(ax, ay, bx, by);
  const u = 1 - t;
  return [u * u * ax + 2 * u * t * cx + t * t * bx, u * u * ay + 2 * u * t * cy + t * t * by];
}
