/** Runs a case and says the result as one table: what the command line prints. */
import { futureKey } from '../random.ts';
import { type ContagionCase, contagionOf } from './case.ts';
import { type Prepared, prepare } from './prepare.ts';
import { fromEach, replicates, summarise } from './summary.ts';

export interface CaseTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

export function reportCase(given: ContagionCase): CaseTable {
  const prepared = prepare(contagionOf(given));
  return 'each' in given.seeds ? perSeed(given, prepared, given.seeds) : overReplicates(given, prepared, given.seeds);
}

type Seeds<K extends PropertyKey> = Extract<ContagionCase['seeds'], Record<K, unknown>>;

function perSeed({ seed, output }: ContagionCase, prepared: Prepared, { each, withNeighbours }: Seeds<'each'>): CaseTable {
  const results = fromEach(prepared, each, withNeighbours, futureKey(seed, 0), output.count);
  return {
    columns: ['seed', 'seeds', 'final', 'steps'],
    rows: results.map((result) => [result.seed, result.seeds, result.final, result.steps]),
  };
}

function overReplicates(given: ContagionCase, prepared: Prepared, seeding: Seeds<'nodes'> | Seeds<'random'>): CaseTable {
  const { output, seed } = given;
  const runs = replicates(prepared, seeding, seed, given.replicates);
  const { curve, finalShare, nodeShare } = summarise(prepared.nodes, runs, output.count);
  if (output.kind === 'finalDistribution') return { columns: ['size', 'probability'], rows: numbered(finalShare) };
  if (output.kind === 'nodeProbability') return { columns: ['node', 'probability'], rows: numbered(nodeShare) };
  return { columns: ['t', 'mean', 'sd'], rows: Array.from(curve.mean, (mean, t) => [t, mean, curve.sd[t]]) };
}

const numbered = (values: Float64Array): number[][] => Array.from(values, (value, i) => [i, value]);
