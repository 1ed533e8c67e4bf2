/** A program that prints one fingerprint for every function whose bits results rest on, to be run by different engines. */
import * as arithmetic from '../../sim/arithmetic.ts';
import { block, draw, drawNormal, keyOf, words } from '../../sim/random.ts';

const ROUNDS = 50_000;
const key = keyOf('fingerprint');

/** FNV-1a over the bits of every output. */
function fingerprint(output: (i: number) => number): string {
  const value = new Float64Array(1);
  const halves = new Uint32Array(value.buffer);
  let hash = 0x811c9dc5;
  for (let i = 0; i < ROUNDS; i++) {
    value[0] = output(i);
    for (const half of halves) hash = Math.imul(hash ^ half, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const uniform = (i: number, which: number): number => draw(key, 12, i, which, 0);
/** Even over the orders of magnitude from 1e-20 to 1e20; made by multiplication alone. */
const wide = (i: number): number => {
  block(key, 12, i, 9, 0);
  const tens = words[0] % 41;
  const scale = arithmetic.power(10, Math.abs(tens - 20));
  return (0.1 + uniform(i, 1)) * (tens < 20 ? 1 / scale : scale);
};

const outputs: Readonly<Record<string, (i: number) => number>> = {
  exp: (i) => arithmetic.exp((uniform(i, 0) - 0.5) * 1400),
  'exp near 0': (i) => arithmetic.exp(uniform(i, 0) - 0.5),
  log: (i) => arithmetic.log(wide(i)),
  pow: (i) => arithmetic.pow(wide(i), (uniform(i, 0) - 0.5) * 10),
  power: (i) => arithmetic.power(uniform(i, 0) * 2, i % 64),
  chance: (i) => arithmetic.chance(uniform(i, 0) * 5, uniform(i, 1)),
  logistic: (i) => arithmetic.logistic((uniform(i, 0) - 0.5) * 60),
  clamp: (i) => arithmetic.clamp(uniform(i, 0), 0.2, 0.7),
  normalQuantile: (i) => arithmetic.normalQuantile(uniform(i, 0)),
  normalShare: (i) => arithmetic.normalShare((uniform(i, 0) - 0.5) * 12),
  'words of a block': (i) => {
    block(keyOf(String(i % 100)), i % 60, i, i * 7, i % 40);
    return (words[0] ^ words[1]) * 2 ** 32 + (words[2] ^ words[3]);
  },
  drawNormal: (i) => drawNormal(key, 12, i, 0, 1),
  // The engine's own, which is known to have changed: what a difference looks like.
  'x ** y': (i) => (uniform(i, 0) * 3) ** (uniform(i, 1) * 10),
};

console.log(JSON.stringify(Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, fingerprint(output)]))));
