/** One text by which two machines can tell that their numbers are the same: of the arithmetic that results rest on, and of a short future. */
import { exp, log, logistic, normalQuantile, normalShare, pow, power } from './arithmetic.ts';
import { draw, drawNormal, keyOf } from './random.ts';
import { digestOf, digestOfRuns } from './results.ts';
import { simulate } from './run.ts';
import { compile } from './scenario/compile.ts';

const ROUNDS = 2000;

/** SHA-256 in hexadecimal. Takes some tens of milliseconds. */
export function numericsFingerprint(): string {
  const key = keyOf('fingerprint');
  const uniform = (i: number, which: number): number => draw(key, 12, i, which, 0);
  const outputs: Readonly<Record<string, (i: number) => number>> = {
    exp: (i) => exp((uniform(i, 0) - 0.5) * 1400),
    log: (i) => log(uniform(i, 0) * power(10, i % 20)),
    pow: (i) => pow(uniform(i, 0) * 100, (uniform(i, 1) - 0.5) * 10),
    logistic: (i) => logistic((uniform(i, 0) - 0.5) * 60),
    normalQuantile: (i) => normalQuantile(uniform(i, 0)),
    normalShare: (i) => normalShare((uniform(i, 0) - 0.5) * 12),
    drawNormal: (i) => drawNormal(key, 12, i, 0, 1),
  };
  const columns = Object.entries(outputs).map(([name, at]) => [name, Float64Array.from({ length: ROUNDS }, (_, i) => at(i))]);
  const plan = compile({ version: 1, title: 'fingerprint', system: { preset: 'made-up', sample: 0.05 }, years: 2 });
  return digestOfRuns([digestOf(Object.fromEntries(columns)), simulate(plan).digest]);
}
