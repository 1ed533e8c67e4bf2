/** Small plans, and futures that a test can stop in the middle: the loop of sim/run.ts, a step at a time. */
import type { Column } from '../sim/agents/columns.ts';
import { initialise, type Start } from '../sim/init.ts';
import { type Model, makeModel, type Process, type Recorder, turnBucket } from '../sim/model.ts';
import { before, delivering, events, settling, yearly } from '../sim/processes/index.ts';
import { futureKey } from '../sim/random.ts';
import type { Results } from '../sim/results.ts';
import { simulate } from '../sim/run.ts';
import { compile, type Plan } from '../sim/scenario/compile.ts';
import { parseScenario } from '../sim/scenario/parse.ts';
import type { Scenario } from '../sim/scenario/schema.ts';
import { type Board, makeBoard } from '../sim/settings.ts';
import { fellowships } from '../sim/strategies/offers.ts';
import { rollOut } from '../sim/strategies/rollouts.ts';

/** Part of a scenario as a file would say it: what is silent takes the engine's default. */
export type Wish = Readonly<Record<string, unknown>>;

/** What a file would say of a plan on about fifty made-up schools, unless the wish says otherwise. */
export const fileOf = (wish: Wish): Wish => ({
  version: 1,
  title: 'a test',
  system: { preset: 'made-up', sample: 0.25 },
  years: 6,
  ...wish,
});

/** Its plan, through the same door as a file. */
export function planOf(wish: Wish = {}): Plan {
  const parsed = parseScenario(fileOf(wish));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return compile(parsed.value as Scenario);
}

/** The first `count` futures of a plan. */
export const futuresOf = (plan: Plan, count: number): Results[] =>
  Array.from({ length: count }, (_, replicate) => simulate(plan, { replicate }));

/** A metric at a row from the end of each future, -1 the last. */
export const atEnd = (runs: readonly Results[], metric: string, row = -1): number[] =>
  runs.map(({ columns }) => columns[metric].at(row)!);

export const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** What a process is about to do, and has done, for those who want to look. */
type Watch = (process: Process, run: () => void, model: Model) => void;

interface Future {
  readonly model: Model;
  readonly board: Board;
  /** One step on; changes fall due as in a run. Rules are not looked at. */
  step(): void;
}

/** A future at its first day. `watch` is handed every process and must run it. */
export function begin(plan: Plan, replicate = 0, watch: Watch = (_, run) => run(), recorder: Recorder = {}): Future {
  const board = makeBoard(plan.settings);
  const { scenarioInnovations, variants, stepsPerYear } = plan;
  const traits = board.parameters('traits') as Model['traits'];
  const counts = { scenarioInnovations, variants, stepsPerYear };
  const model = makeModel(plan.system, futureKey(plan.seed, replicate), board.levers, traits, counts, recorder, plan.picked);
  const act = (processes: readonly Process[]): void => {
    for (const process of processes) watch(process, () => process.run(model, board.parameters(process.name)), model);
  };
  initialise(
    model,
    board.parameters('environment').leaderSupport,
    board.parameters('outcomes').schoolNoise,
    board.parameters('start') as Start,
  );
  act(settling.slice(-1));
  const { time, clocks } = model;
  let done = 0;
  return {
    model,
    board,
    step() {
      time.step = done;
      time.year = done / stepsPerYear;
      time.yearEnds = (done + 1) % stepsPerYear === 0;
      for (const { step, slot, value } of plan.changes) if (step === done) board.set(slot, value);
      board.refresh();
      act(before);
      rollOut(model, board.strategyKind(), board.strategy);
      fellowships(model);
      act(delivering);
      const buckets = time.bucketsPerYear / stepsPerYear;
      if (done % stepsPerYear === 0) clocks.wind(done / stepsPerYear);
      for (let b = 0; b < buckets; b++) {
        turnBucket(model, done * buckets + b);
        act(events);
      }
      act(settling);
      if (time.yearEnds) act(yearly);
      board.endEvents();
      done++;
      time.step = done;
      time.year = done / stepsPerYear;
    },
  };
}

/** A future some years in. */
export function yearsIn(years: number, plan: Plan, replicate = 0): Future {
  const future = begin(plan, replicate);
  for (let i = 0; i < years * plan.stepsPerYear; i++) future.step();
  return future;
}

const tables = ['educators', 'schools', 'districts', 'clusters', 'innovations', 'state'] as const;

/** Every column of a model by its signed name, table.column. */
export function columnsOf(model: Model): Map<string, Column> {
  return new Map(
    tables.flatMap((table) => Object.entries(model[table]).map(([name, column]) => [`${table}.${name}`, column] as const)),
  );
}

/** Byte by byte, so that a NaN is equal to itself and 0 differs from -0. */
export const sameBytes = (a: Column, b: Column): boolean => bytesOf(a).equals(bytesOf(b));

const bytesOf = ({ buffer, byteOffset, byteLength }: Column): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

/** Names of the columns of results that two futures share and that differ in some row below `rows`. */
export function differing(a: Results, b: Results, rows = a.years.length): string[] {
  return Object.keys(a.columns).filter(
    (name) => name in b.columns && !sameBytes(a.columns[name].subarray(0, rows), b.columns[name].subarray(0, rows)),
  );
}
