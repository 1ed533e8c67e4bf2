/** The full model with every ingredient on, on the made-up district: beside a plain loop, by strategy, and by process. */

import { exp } from '../../sim/arithmetic.ts';
import {
  compile,
  ingredients,
  type Plan,
  parseScenario,
  processes,
  type System,
  type SystemSpec,
  simulate,
  sourceOf,
  strategies,
} from '../../sim/index.ts';
import type { Model, Process } from '../../sim/model.ts';
import { median, ratio, takeTurns } from './measure.ts';

export function planOf(kind: string, system: SystemSpec): Plan {
  const levels = Object.fromEntries(ingredients.map(({ name }) => [name, 0.8]));
  const parsed = parseScenario({ version: 1, title: 'bench', system, years: 15, strategy: { kind }, ingredients: levels });
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return compile(parsed.value);
}

/** Educators times terms of a run. */
export const educatorTerms = ({ system, years, stepsPerYear }: Plan): number => system.educatorCount * years * stepsPerYear;

export interface StrategyCost {
  readonly name: string;
  readonly median: number;
  readonly least: number;
}

export interface ProcessCost {
  readonly name: string;
  /** Milliseconds a run. */
  readonly milliseconds: number;
  readonly share: number;
}

export interface ModelCost {
  /** Milliseconds a run, warm: waves, and the plain loop. */
  readonly run: number;
  readonly leastRun: number;
  readonly plain: number;
  /** Nanoseconds per educator and term. */
  readonly perEducatorTerm: number;
  readonly plainPerEducatorTerm: number;
  /** Median over the pairs of the model's time by the loop's. */
  readonly plainRatio: number;
  readonly strategies: readonly StrategyCost[];
  readonly processes: readonly ProcessCost[];
}

export function benchModel(rounds = 15): ModelCost {
  const plan = planOf('waves', { preset: 'made-up' });
  const loop = fullScan(plan.system, plan.years * plan.stepsPerYear);
  const works = [(replicate: number) => simulate(plan, { replicate }), loop];
  takeTurns(30, works); // warm
  const times = takeTurns(rounds, works);
  const run = median(times.map(([model]) => model));
  const plain = median(times.map(([, scan]) => scan));
  const cells = educatorTerms(plan);
  return {
    run,
    leastRun: Math.min(...times.map(([model]) => model)),
    plain,
    perEducatorTerm: (run * 1e6) / cells,
    plainPerEducatorTerm: (plain * 1e6) / cells,
    plainRatio: ratio(times, 0, 1),
    strategies: byStrategy(rounds),
    processes: byProcess(plan, rounds), // last: its timers stay
  };
}

function byStrategy(rounds: number): StrategyCost[] {
  const plans = strategies.map(({ name }) => planOf(name, { preset: 'made-up' }));
  const works = plans.map((plan) => (replicate: number) => simulate(plan, { replicate }));
  takeTurns(3, works);
  const times = takeTurns(rounds, works);
  return strategies.map(({ name }, i) => {
    const column = times.map((round) => round[i]);
    return { name, median: median(column), least: Math.min(...column) };
  });
}

/** Puts a timer round every process and round the winding of the clocks, so it is called once and last. */
function byProcess(plan: Plan, rounds: number): ProcessCost[] {
  const spent = new Map<string, number>();
  const timed = (name: string, work: () => void): void => {
    const begin = performance.now(); // too short and too many for the processor's own account
    work();
    spent.set(name, (spent.get(name) ?? 0) + performance.now() - begin);
  };
  for (const process of processes as readonly Mutable<Process>[]) {
    const { name, run } = process;
    process.run = (model, p) => timed(name, () => run(model, p));
  }
  timeWinding(timed);
  for (let r = 0; r < 5; r++) simulate(plan, { replicate: r });
  spent.clear();
  const begin = performance.now();
  for (let r = 0; r < rounds; r++) simulate(plan, { replicate: r });
  const total = performance.now() - begin;
  const named = [...spent].sort(([, a], [, b]) => b - a);
  const rest = total - named.reduce((sum, [, time]) => sum + time, 0);
  return [...named, ['everything else: the first day, metrics, strategy, digest', rest] as const].map(([name, time]) => ({
    name,
    milliseconds: time / rounds,
    share: time / total,
  }));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The clocks are made anew in each run, so the first process to act puts the timer on. */
function timeWinding(timed: (name: string, work: () => void) => void): void {
  const [first] = processes as readonly Mutable<Process>[];
  const { run } = first;
  first.run = (model, p) => {
    if (model.time.step === 0) {
      const clocks = model.clocks as Mutable<Model['clocks']>;
      const { wind } = clocks;
      clocks.wind = (year) => timed('winding of the clocks', () => wind(year));
    }
    run(model, p);
  };
}

/**
 * What a plain full scan costs: fidelity spreads over all candidate ties, everybody reads all their neighbours at every step,
 * hazards are tested by the squeeze h − h²/2 ≤ 1 − exp(−h) ≤ h, and exp is the portable one.
 */
function fullScan({ educatorCount, ties: { offsets, ends, depth } }: System, steps: number): (seed: number) => void {
  const source = ends.map(sourceOf);
  const weight = Float32Array.from(depth, (d) => 0.5 + d / 256);
  const perWeight = new Float32Array(educatorCount);
  for (let e = 0; e < educatorCount; e++) {
    let sum = 0;
    for (let k = offsets[e]; k < offsets[e + 1]; k++) sum += weight[k];
    perWeight[e] = sum > 0 ? 1 / sum : 0;
  }
  let random = 1;
  /** Marsaglia's xorshift: three shifts a draw. */
  const next = (): number => {
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    return (random >>> 0) / 4294967296;
  };
  const happens = (hazard: number): boolean => {
    const u = next();
    return u < hazard && (u < hazard - (hazard * hazard) / 2 || u < 1 - exp(-hazard));
  };
  function step(now: Float32Array, then: Float32Array): void {
    for (let e = 0; e < educatorCount; e++) {
      then[e] = 0;
      if (next() < 0.03) continue; // replaced
      const own = now[e];
      let using = 0;
      let fidelity = 0;
      for (let k = offsets[e]; k < offsets[e + 1]; k++) {
        const theirs = now[source[k]];
        if (theirs === 0) continue;
        using += weight[k];
        fidelity += weight[k] * theirs;
      }
      if (own === 0) {
        if (happens(0.0005 + 0.15 * using * perWeight[e])) then[e] = 0.6;
        continue;
      }
      const goal = using > 0 ? fidelity / using : own;
      const grown = Math.min(1, Math.max(0.05, 0.98 * own + 0.1 * (goal - own) + 0.1 * (next() - 0.5)));
      if (!happens(0.03 * (1 - grown))) then[e] = grown;
    }
  }
  return (seed) => {
    random = seed + 1;
    let now = new Float32Array(educatorCount);
    let then = new Float32Array(educatorCount);
    for (let e = 0; e < educatorCount; e++) if (next() < 0.01) now[e] = 0.6;
    for (let t = 0; t < steps; t++) {
      step(now, then);
      [now, then] = [then, now];
    }
  };
}
