/** Runs of a study, one at a time: what a child process, a rebuilt row and the timing of a plan all go through. */
import { compile, type Plan, type Scenario, Shelf, type System, simulate } from '../../sim/index.ts';
import type { OutcomeColumn } from '../../study/index.ts';
import { systemOf } from '../../workers/service.ts';
import { schoolsOf } from '../schools.ts';
import type { ReadyStudy } from './folder.ts';
import { faults, type Row } from './row.ts';

/** What makes a scenario's futures; a test puts a faulty one in its place. */
export interface Engine {
  readonly compile: typeof compile;
  readonly simulate: typeof simulate;
}

export const engine: Engine = { compile, simulate };

/** The most steps that a run may take: a future of 60 years in months, the longest that a scenario may ask for. */
const MOST_STEPS = 60 * 12;

/** Memory for the luck that all points go through: 30 futures of the made-up district over fifteen years. */
const SHELF_BYTES = 2 ** 27;

/** Reasons are kept to so many characters. */
const REASON = 500;

export interface Runner {
  row(run: number): Row;
}

/** Runs of a study whose files of schools are named from a folder. Runs whose points follow each other share what was made ready for the point. */
export function runnerOf(ready: ReadyStudy, dir: string, { compile, simulate }: Engine = engine): Runner {
  const { study, design, outcomes } = ready;
  const systemAt = systemsOf(dir);
  const shelf = new Shelf(study.luck === 'same' ? SHELF_BYTES : 0);
  let last: { readonly point: number; readonly plan: Plan } | undefined;
  const planAt = (point: number): Plan => {
    if (last?.point === point) return last.plan;
    const scenario = ready.scenarioAt(point);
    const plan = compile(scenario, systemAt(scenario));
    last = { point, plan };
    return plan;
  };
  const ran = (point: number, run: number): Judged => {
    const plan = planAt(point);
    const steps = plan.years * plan.stepsPerYear;
    if (steps > MOST_STEPS)
      return failed(faults.endless, `asks for ${steps} steps, expected at most ${MOST_STEPS}`, outcomes.length);
    const replicate = study.luck === 'same' ? run - point * study.replicates : run;
    const almanac = shelf.of(plan, study.seed, replicate);
    const results = simulate(plan, { seed: study.seed, replicate, ...(almanac && { almanac }) });
    return judged(ready.outcomesOf(results), outcomes, results.digest);
  };
  return {
    row(run) {
      const point = Math.floor(run / study.replicates);
      const about = { run, point, replicate: run % study.replicates, factors: design.at(point) };
      try {
        return { ...about, ...ran(point, run) };
      } catch (error) {
        if (isOfTheMachine(error)) throw error;
        const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0].slice(0, REASON);
        return { ...about, ...failed(faults.threw, reason, outcomes.length) };
      }
    },
  };
}

/** Schools from files, each table made into a system once; undefined for made-up ones, which the engine knows by itself. */
function systemsOf(dir: string): (scenario: Scenario) => System | undefined {
  const systems = new Map<string, System>();
  return (scenario) => {
    if ('preset' in scenario.system) return undefined;
    const key = JSON.stringify(scenario.system);
    const system = systems.get(key) ?? systemOf(schoolsOf(scenario, dir)!.table, scenario);
    systems.set(key, system);
    return system;
  };
}

type Judged = Pick<Row, 'status' | 'reason' | 'outcomes' | 'digest'>;

const failed = (status: string, reason: string, outcomes: number): Judged => ({
  status,
  reason,
  outcomes: new Float64Array(outcomes).fill(Number.NaN),
  digest: '',
});

/** A missing number is a result, as there may be nothing to measure; an infinite one is a fault. */
function judged(values: Float64Array, columns: readonly OutcomeColumn[], digest: string): Judged {
  const at = values.findIndex((x) => Math.abs(x) === Number.POSITIVE_INFINITY);
  if (at < 0) return { status: 'ok', reason: '', outcomes: values, digest };
  return { status: faults.infinite, reason: `${columns[at].name} is ${values[at]}`, outcomes: values, digest };
}

/** Memory that is not to be had says nothing of the run: another machine, or this one tomorrow, makes it. */
const isOfTheMachine = (error: unknown): boolean =>
  error instanceof Error && /allocation failed|out of memory/i.test(error.message);
