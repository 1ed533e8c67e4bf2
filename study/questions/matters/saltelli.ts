/** Saltelli's scheme: Sobol indices straight from it, Shapley effects from a response surface over all its points. */
import { decompose } from '../../statistics/decomposition.ts';
import { luckFloor, luckShare } from '../../statistics/noise.ts';
import { largestFirst } from '../../statistics/order.ts';
import { counts, drawsOf, intervalsOf, pointMeans } from '../../statistics/resample.ts';
import { type Indices, indicesOf, type Saltelli } from '../../statistics/sobol.ts';
import { surfaceOf } from '../../statistics/surface.ts';
import type { OutcomeColumn, StudyTable } from '../../table.ts';
import type { Refusal } from '../answer.ts';
import { type Asking, inputOf, RESAMPLES, refuse, refuseGaps } from '../asking.ts';
import { type Finding, type Sizes, sized } from './finding.ts';

export function bySaltelli(table: StudyTable, outcome: OutcomeColumn, wish: Asking): Finding | Refusal {
  const { factors, points } = table;
  const means = pointMeans(table, outcome.name);
  const gap = refuseGaps(means, outcome);
  if (gap) return gap;
  const scheme = schemeOf(table, means);
  if (!scheme)
    return refuse('Some points of the saltelli design are missing: run them all, as each index needs every part of it.');
  const count = factors.length;
  const surface = surfaceOf({ inputs: points, count, y: means });
  const base = scheme.a.length;
  const sizes = (times: Uint32Array | undefined): Sizes & Pick<Indices, 'second'> => {
    const { first, total, second } = indicesOf(scheme, times);
    // A base sample stands for its row in every part of the scheme.
    const coefficients = times ? surface.refit(means.map((_, p) => times[p % base])) : surface.coefficients;
    return {
      alone: first,
      withOthers: total,
      share: decompose(count, surface.terms, coefficients).shapley,
      ...(second ? { second } : {}),
    };
  };
  const draw = drawsOf(wish.seed ?? '1');
  const resamples = Array.from({ length: wish.resamples ?? RESAMPLES }, () => sizes(counts(base, draw)));
  // An index from so many base samples is not told from one part in as many.
  const noise = Math.max(1 / base, luckFloor(table, outcome.name, means));
  const found = sizes(undefined);
  return {
    measure: 'variance',
    method: 'sobol',
    ...sized(table, found, resamples, noise, 'points'),
    ...(found.second
      ? {
          second: pairsOf(
            table,
            found.second,
            resamples.map(({ second }) => second!),
          ),
        }
      : {}),
    noise,
    explained: surface.q2,
    luck: luckShare(table, outcome.name, means),
  };
}

function pairsOf(
  { factors }: StudyTable,
  found: Float64Array,
  resamples: readonly Float64Array[],
): NonNullable<Finding['second']> {
  const inputs = factors.map(inputOf);
  const members = inputs.flatMap((a, i) => inputs.slice(i + 1).map((b) => ({ a, b })));
  const shares = intervalsOf(found, resamples);
  return largestFirst(found).map((t) => ({ ...members[t], share: shares[t] }));
}

/** Points stand in the order A, B, then A with one column of B for each input, then B with one of A where pairs were asked for. */
function schemeOf({ factors, design, pointCount }: StudyTable, means: Float64Array): Saltelli | null {
  const { base, second } = design.numbers;
  const count = factors.length;
  if (pointCount !== base * (2 + count * (1 + second))) return null;
  const part = (i: number): Float64Array => means.subarray(i * base, (i + 1) * base);
  return {
    a: part(0),
    b: part(1),
    ab: factors.map((_, f) => part(2 + f)),
    ...(second ? { ba: factors.map((_, f) => part(2 + count + f)) } : {}),
  };
}
