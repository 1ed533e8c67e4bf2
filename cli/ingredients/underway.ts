/** Every rollout with all ingredients weak, with one strong, with all strong, and with one weak. */
import { strategies } from '../../sim/index.ts';
import { meanAt, type StudyTable } from '../../study/index.ts';
import type { StudyResults } from '../study/read.ts';
import { ENOUGH } from './bar.ts';

/** What a mix comes to under a rollout. */
export interface Reached {
  readonly mean: number;
  /** Share of its futures that come to what counts as enough. */
  readonly share: number;
}

/** A mix beside the one that it differs from by one ingredient, through the same futures. */
export interface Beside extends Reached {
  readonly change: number;
  /** Whether the change is more than three standard errors of it: of some 250, one in two studies is so by luck. */
  readonly isBeyondNoise: boolean;
}

export interface Rollout {
  readonly name: string;
  readonly label: string;
  readonly weak: Reached;
  readonly strong: Reached;
  /** By ingredient, in the order of `ingredients`: that one alone strong, and all but that one. */
  readonly only: readonly Beside[];
  readonly without: readonly Beside[];
}

export interface Underway {
  readonly ingredients: readonly { readonly name: string; readonly label: string }[];
  readonly rollouts: readonly Rollout[];
  /** The rollout of the plan that the other studies start from. */
  readonly usual: Rollout;
}

export function underwayOf({ study, table }: StudyResults, outcome: string, labels: ReadonlyMap<string, string>): Underway {
  const [rollout, mix] = ['rollout', 'mix'].map((name) => table.factors.findIndex((factor) => factor.name === name));
  const [kinds, mixes] = [table.factors[rollout].choices!, table.factors[mix].choices!];
  const points = new Map<string, number>();
  for (let p = 0; p < table.pointCount; p++) {
    const [kind, name] = [kinds[table.points[2 * p + rollout]], mixes[table.points[2 * p + mix]]];
    points.set(`${kind} ${name}`, p);
  }
  const names = mixes.flatMap((name) => (name.startsWith(ONLY) ? [name.slice(ONLY.length)] : []));
  const rollouts = kinds.map((kind): Rollout => {
    const at = (name: string): number => points.get(`${kind} ${name}`)!;
    const [weak, strong] = [at('all weak'), at('all strong')];
    return {
      name: kind,
      label: strategies.find(({ name }) => name === kind)?.label ?? kind,
      weak: reachedAt(table, outcome, weak),
      strong: reachedAt(table, outcome, strong),
      only: names.map((name) => besideAt(table, outcome, at(`${ONLY}${name}`), weak)),
      without: names.map((name) => besideAt(table, outcome, at(`all but ${name}`), strong)),
    };
  });
  return {
    ingredients: names.map((name) => ({ name, label: labels.get(name) ?? name })),
    rollouts,
    usual: rollouts.find(({ name }) => name === [study.base.strategy ?? []].flat()[0]?.kind)!,
  };
}

const ONLY = 'only ';

/** What counts in each future of a point. */
const futuresAt = ({ replicates, values }: StudyTable, outcome: string, point: number): Float64Array =>
  values[outcome].subarray(point * replicates, (point + 1) * replicates);

function reachedAt(table: StudyTable, outcome: string, point: number): Reached {
  const reached = futuresAt(table, outcome, point).filter((value) => value >= ENOUGH.threshold).length;
  return { mean: meanAt(table, outcome, point), share: reached / table.replicates };
}

function besideAt(table: StudyTable, outcome: string, point: number, reference: number): Beside {
  const { replicates } = table;
  const other = futuresAt(table, outcome, reference);
  const changes = futuresAt(table, outcome, point).map((value, k) => value - other[k]);
  const change = changes.reduce((sum, value) => sum + value, 0) / replicates;
  const squares = changes.reduce((sum, value) => sum + (value - change) * (value - change), 0);
  const error = Math.sqrt(squares / (replicates - 1) / replicates);
  return { ...reachedAt(table, outcome, point), change, isBeyondNoise: Math.abs(change) > 3 * error };
}
