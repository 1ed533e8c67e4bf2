/**
 * One run of the full model on one system, in a process of its own, so that its peak of memory is its own too.
 * Given a system as JSON; prints figures as JSON.
 */
import { simulate } from '../../sim/index.ts';
import { median, milliseconds, takeTurns } from './measure.ts';
import { educatorTerms, planOf } from './model.ts';

export interface Scale {
  readonly educators: number;
  readonly schools: number;
  /** Seconds of processor time. */
  readonly buildSeconds: number;
  readonly runSeconds: number;
  /** Seconds by the clock on the wall, build and run. */
  readonly wallSeconds: number;
  readonly nanosecondsPerEducatorTerm: number;
  /** Megabytes (2^20 bytes) resident before anything, and at the most. */
  readonly emptyMegabytes: number;
  readonly peakMegabytes: number;
}

const MEGABYTE = 2 ** 20;
const peak = (): number => (process.resourceUsage().maxRSS * 1024) / MEGABYTE;

/** Small systems are run several times, large ones once, after the engine has been warmed on the made-up district. */
function measure(system: { preset: string; sample?: number }): Scale {
  const warm = planOf('waves', { preset: 'made-up' });
  for (let r = 0; r < 30; r++) simulate(warm, { replicate: r });
  globalThis.gc?.();
  const emptyMegabytes = process.memoryUsage().rss / MEGABYTE;
  const begin = performance.now();
  let plan = warm;
  const build = milliseconds(() => {
    plan = planOf('waves', system);
  });
  globalThis.gc?.();
  const runs = Math.min(7, Math.ceil(300_000 / plan.system.educatorCount));
  const run = median(takeTurns(runs, [(replicate) => simulate(plan, { replicate })]).map(([time]) => time));
  return {
    educators: plan.system.educatorCount,
    schools: plan.system.schoolCount,
    buildSeconds: build / 1000,
    runSeconds: run / 1000,
    wallSeconds: (performance.now() - begin) / 1000,
    nanosecondsPerEducatorTerm: (run * 1e6) / educatorTerms(plan),
    emptyMegabytes,
    peakMegabytes: peak(),
  };
}

console.log(JSON.stringify(measure(JSON.parse(process.argv[2]))));
