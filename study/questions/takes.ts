/**
 * What it would take: the cheapest mixes that reach a target with a given reliability. Only what a plan can choose is chosen; all
 * else stays as uncertain as the study made it. What the runs of the study foresee is run for real; what came of it puts the
 * surfaces right and the search goes on, until nothing cheaper is in sight; the best of all are run once more in other futures.
 */
import type { StudyTable } from '../table.ts';
import type { Candidate, Refusal, TakesAnswer } from './answer.ts';
import { isRefusal } from './asking.ts';
import { isGood, isSure, paidFor, pooled, type RealRuns, realOf, type Tried } from './takes/futures.ts';
import { tableOf } from './takes/rows.ts';
import { seek, type TakesWish } from './takes/seek.ts';

/** Rounds of runs at the most, each of mixes proposed from what came of all before. */
const ROUNDS = 12;
/** Mixes that are told of. */
const TOLD = 6;

/** Runs each mix through futures that the study has not seen, other ones for every name; undefined where that was interrupted. */
export type Run = (
  answer: TakesAnswer,
  candidates: readonly Candidate[],
  futures: string,
) => Promise<readonly RealRuns[] | undefined>;

/** What the runs of the study foresee, as far as that goes without another run. */
export function propose(table: StudyTable, wish: TakesWish = {}): TakesAnswer | Refusal {
  const seeking = seek(table, wish);
  return isRefusal(seeking) ? seeking : seeking.answer;
}

/**
 * The answer from real runs; undefined where these were interrupted. All mixes are sought through the same futures, and those that come
 * to the target through as many more before the search goes on from them. Those told of are run once more through others, as
 * the cheapest of many that came to it was lucky too.
 */
export async function pursue(table: StudyTable, wish: TakesWish, run: Run): Promise<TakesAnswer | Refusal | undefined> {
  const seeking = seek(table, wish);
  if (isRefusal(seeking)) return seeking;
  const { answer, further } = seeking;
  const tryAll = async (candidates: readonly Candidate[], futures: string): Promise<readonly Tried[] | undefined> => {
    if (candidates.length === 0) return [];
    const runs = await run(answer, candidates, futures);
    return runs && candidates.map((candidate, i) => ({ candidate, runs: runs[i] }));
  };
  const tried: Tried[] = [];
  let next = answer.candidates;
  for (let round = 0; round < ROUNDS && next.length > 0; round++) {
    const once = await tryAll(next, 'sought');
    if (!once) return undefined;
    const good = once.filter((one) => isGood(answer, realOf(answer, one))).map(({ candidate }) => candidate);
    const twice = await tryAll(good, 'sought further');
    if (!twice) return undefined;
    tried.push(
      ...once.map((one) => {
        const again = twice.find(({ candidate }) => candidate === one.candidate);
        return again ? { ...one, runs: pooled(one.runs, again.runs) } : one;
      }),
    );
    next = further(tried);
  }
  const best = [...tried].sort(
    cheapestFirst(
      ({ runs }) => isSure(answer, runs),
      ({ candidate, runs }) => paidFor(runs, candidate.cost),
    ),
  );
  const told = await tryAll(
    best.slice(0, TOLD).map(({ candidate }) => candidate),
    'confirmed',
  );
  if (!told) return undefined;
  const candidates = told
    .map((one) => realOf(answer, one))
    .sort(
      cheapestFirst(
        (one) => isGood(answer, one),
        ({ real, cost }) => real?.cost ?? cost,
      ),
    );
  return {
    ...answer,
    candidates,
    tried: tried.map((one) => realOf(answer, one)),
    isConfirmed: true,
    table: tableOf(table.factors, candidates),
  };
}

/** Those that reach the target come first, cheapest first. */
const cheapestFirst =
  <T>(reaches: (one: T) => boolean, cost: (one: T) => number) =>
  (a: T, b: T): number =>
    Number(reaches(b)) - Number(reaches(a)) || cost(a) - cost(b);

/** The point that future k of a mix is run at: what no plan chooses stands as in one row after another of the study. */
export function mixAt({ assumed, others }: TakesAnswer, { values }: Candidate, k: number): Float64Array {
  const point = Float64Array.from(values);
  for (const { factor } of assumed) point[factor] = others[k % others.length][factor];
  return point;
}
