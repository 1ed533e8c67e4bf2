/** How an answer settles: the same question, asked of a growing part of what was run. */
import { kendall } from '../../statistics/order.ts';
import type { StudyTable } from '../../table.ts';
import type { Growth, Refusal, Resampled } from '../answer.ts';
import { isRefusal } from '../asking.ts';
import type { Finding } from './finding.ts';

/** Halvings of the whole at most. */
const HALVINGS = 5;

interface Part {
  /** Futures, points or trajectories that it is of. */
  readonly n: number;
  readonly table: StudyTable;
}

/** `ask` answers for a table, without resamples. Parts that are too small for an answer are left out; the last step is the whole. */
export function growthOf(table: StudyTable, whole: Finding, ask: (part: StudyTable) => Finding | Refusal): Growth {
  const { unit, most, part } = growing(table);
  const sizes = (finding: Finding): readonly number[] => finding.inputs.map(({ withOthers }) => withOthers.value);
  const last = sizes(whole);
  const parts: Part[] = [];
  for (let n = Math.floor(most / 2); n >= 1 && parts.length < HALVINGS; n = Math.floor(n / 2))
    parts.unshift({ n, table: part(n) });
  const steps = parts.flatMap(({ n, table: some }) => {
    const found = ask(some);
    return isRefusal(found) ? [] : [stepOf(n, sizes(found), last)];
  });
  return { unit, steps: [...steps, stepOf(most, last, last)] };
}

const stepOf = (n: number, sizes: readonly number[], last: readonly number[]) => ({
  n,
  withOthers: sizes,
  tau: kendall(sizes.map(Math.abs), last.map(Math.abs)),
});

interface Growing {
  readonly unit: Resampled;
  readonly most: number;
  part(n: number): StudyTable;
}

/** What there may be more of without another design: futures, whole trajectories, base rows, or points of a random order. */
function growing(table: StudyTable): Growing {
  const { design, factors, pointCount, replicates } = table;
  const first = (n: number): readonly number[] => Array.from({ length: n }, (_, p) => p);
  switch (design.kind) {
    case 'morris': {
      const length = factors.length + 1;
      return { unit: 'trajectories', most: pointCount / length, part: (n) => partOf(table, first(n * length), replicates) };
    }
    case 'saltelli': {
      const { base } = design.numbers;
      const rows = (n: number) => first(pointCount).filter((p) => p % base < n);
      const shrunk = (n: number): StudyTable => ({ ...table, design: { ...design, numbers: { ...design.numbers, base: n } } });
      return { unit: 'points', most: base, part: (n) => partOf(shrunk(n), rows(n), replicates) };
    }
    case 'latinHypercube':
    case 'sobol':
      return { unit: 'points', most: pointCount, part: (n) => partOf(table, first(n), replicates) };
    default:
      return { unit: 'futures', most: replicates, part: (n) => partOf(table, first(pointCount), n) };
  }
}

/** Some points, and their first futures. */
function partOf(table: StudyTable, points: readonly number[], replicates: number): StudyTable {
  const width = table.factors.length;
  const rows = new Float64Array(points.length * width);
  points.forEach((p, i) => {
    rows.set(table.points.subarray(p * width, (p + 1) * width), i * width);
  });
  const kept = (values: Float64Array): Float64Array => {
    const out = new Float64Array(points.length * replicates);
    points.forEach((p, i) => {
      out.set(values.subarray(p * table.replicates, p * table.replicates + replicates), i * replicates);
    });
    return out;
  };
  const values = Object.fromEntries(Object.entries(table.values).map(([name, all]) => [name, kept(all)]));
  return { ...table, points: rows, pointCount: points.length, replicates, values };
}
