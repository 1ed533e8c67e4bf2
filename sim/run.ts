/** One future of a plan: the loop over steps, and what it keeps. */
import type { Almanac } from './almanac.ts';
import { initialise, type Start } from './init.ts';
import { brokenDown, type Metric, metrics, timeColumn, timesTo } from './metrics/index.ts';
import { type Cycle, type Model, makeModel, type Process, turnBucket } from './model.ts';
import { before, delivering, events, settling, yearly } from './processes/index.ts';
import { futureKey } from './random.ts';
import { makeRecord, type RecordWish } from './record.ts';
import { digestOf, type Results } from './results.ts';
import type { Plan } from './scenario/compile.ts';
import { type Board, makeBoard, settings } from './settings.ts';
import { fellowships } from './strategies/offers.ts';
import { rollOut } from './strategies/rollouts.ts';
import { tallyUp } from './tally.ts';

export interface RunOptions {
  /** Which future: a seed's text and a number. The scenario's seed and 0 where absent. */
  readonly seed?: string;
  readonly replicate?: number;
  /** What is kept beside the metrics. Never changes a draw or the digest. */
  readonly record?: RecordWish;
  /** The future's luck, where it is kept for several plans. */
  readonly almanac?: Almanac;
}

/** Runs one future. Pure and synchronous: the same plan, seed and replicate give the same bits anywhere. */
export function simulate(plan: Plan, options: RunOptions = {}): Results {
  const steps = stepping(plan, options);
  for (let at = steps.next(); ; at = steps.next()) if (at.done) return at.value;
}

/** The same a step at a time, for who must look up in between: a worker that may be told that nobody waits any more. Yields the step that is over. */
export function* stepping(
  plan: Plan,
  { seed = plan.seed, replicate = 0, record = 'metrics', almanac }: RunOptions = {},
): Generator<number, Results, void> {
  const board = makeBoard(plan.settings);
  const keeper = makeRecord(plan, record);
  const cycles: Cycle[] = [];
  const model = makeModel(
    plan.system,
    futureKey(seed, replicate),
    board.levers,
    board.parameters('traits') as Model['traits'],
    { scenarioInnovations: plan.scenarioInnovations, variants: plan.variants, stepsPerYear: plan.stepsPerYear },
    { ...keeper.recorder, learned: (cycle) => cycles.push(cycle) },
    plan.picked,
    almanac,
  );
  keeper.begin(model);
  const steps = plan.years * plan.stepsPerYear;
  const years = Float64Array.from({ length: steps + 1 }, (_, i) => i / plan.stepsPerYear);
  const rows: readonly Metric[] = [...metrics, ...brokenDown(plan)];
  const columns: Record<string, Float64Array> = Object.fromEntries(rows.map(({ name }) => [name, new Float64Array(steps + 1)]));
  const store = (row: number): void => {
    const tally = tallyUp(model);
    for (const { name, measure } of rows) columns[name][row] = measure(tally, model);
    keeper.keep(row);
  };

  initialise(
    model,
    board.parameters('environment').leaderSupport,
    board.parameters('outcomes').schoolNoise,
    board.parameters('start') as Start,
  );
  act(board, model, settling.slice(-1));
  store(0);
  const changes = [...plan.changes];
  let next = 0;
  const fired = new Uint8Array(plan.rules.length);
  for (let step = 0; step < steps; step++) {
    const { time } = model;
    time.step = step;
    time.year = step / plan.stepsPerYear;
    time.yearEnds = (step + 1) % plan.stepsPerYear === 0;
    for (; next < changes.length && changes[next].step === step; next++) board.set(changes[next].slot, changes[next].value);
    applyRules(plan, board, columns, step, fired);
    board.refresh();
    oneStep(board, model);
    board.endEvents();
    time.step = step + 1;
    time.year = (step + 1) / plan.stepsPerYear;
    store(step + 1);
    yield step;
  }
  for (const share of timesTo) columns[timeColumn(share)] = firstAt(columns.schoolsInUse, years, share);
  return { replicate, seed, years, columns, digest: digestOf(columns), cycles, ...keeper.result() };
}

function act(board: Board, model: Model, processes: readonly Process[]): void {
  for (const process of processes) process.run(model, board.parameters(process.name));
}

function oneStep(board: Board, model: Model): void {
  const { time, clocks } = model;
  act(board, model, before);
  rollOut(model, board.strategyKind(), board.strategy);
  fellowships(model);
  act(board, model, delivering);
  const buckets = time.bucketsPerYear / time.stepsPerYear;
  const first = time.step * buckets;
  if (first % time.bucketsPerYear === 0) clocks.wind(first / time.bucketsPerYear);
  for (let b = 0; b < buckets; b++) {
    turnBucket(model, first + b);
    act(board, model, events);
  }
  act(board, model, settling);
  if (time.yearEnds) act(board, model, yearly);
}

/** Rules look at the last row of results and at the settings, once a step. */
function applyRules(
  plan: Plan,
  board: Board,
  columns: Readonly<Record<string, Float64Array>>,
  step: number,
  fired: Uint8Array,
): void {
  plan.rules.forEach((rule, i) => {
    if (fired[i] && rule.once) return;
    const holds = rule.when.evaluate((slot) => {
      if (slot === 0) return step / plan.stepsPerYear;
      if (slot <= settings.length) return board.plain[slot - 1];
      return columns[metrics[slot - 1 - settings.length].name][step];
    });
    if (!holds) return; // 0 and NaN: a missing metric makes no rule fire
    fired[i] = 1;
    for (const { slot, value } of rule.set) board.set(slot, value);
  });
}

/** From the first time that a share is reached on, that time; missing before. */
function firstAt(column: Float64Array, years: Float64Array, share: number): Float64Array {
  const found = column.findIndex((x) => x >= share);
  return Float64Array.from(years, (_, i) => (found >= 0 && i >= found ? years[found] : Number.NaN));
}
