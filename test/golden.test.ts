import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { digestOf, digestOfRuns, type Results } from '../sim/results.ts';
import { simulate } from '../sim/run.ts';
import { MODEL_VERSION } from '../sim/version.ts';
import { planOf } from './futures.ts';

/**
 * What one plan gave under each version of the model. When a number of the model changes on purpose: raise MODEL_VERSION in
 * sim/version.ts, put the new version and the two digests that this test prints here, and say in CHANGELOG.md that numbers
 * change, why, and by how much on the default scenario. When nothing was meant to change, something did.
 */
const golden = {
  version: '5',
  digests: [
    '2b189bcfb7eb396cb5156aca9c20b4056545368521d6dc107f426901a8b9f001',
    'bcb7a1b5ac27b8542a254d9b0b7e8193aad807b712a224dbb98de35fe36c854d',
  ],
} as const;

const plan = planOf({
  years: 6,
  stepsPerYear: 4,
  strategy: [{ kind: 'waves' }, { kind: 'clusters', from: 3, fellowships: 2 }],
  innovations: [{ name: 'first' }, { name: 'second', visibility: 0.5 }],
  ingredients: { alliances: '0.2 + 0.1 * year', betterData: 0.8, cultureOfResearch: 0.8 },
  events: [{ year: 2, kind: 'leaderLeaves', size: 0.5 }],
  rules: [{ when: 'schoolsInUse > 0.1', set: { 'strategy.targeting': 1 } }],
});

describe('the same plan, seed and replicate give the same bits', () => {
  test('as written down for this version of the model', () => {
    const digests = [0, 1].map((replicate) => simulate(plan, { replicate }).digest);
    expect({ version: MODEL_VERSION, digests }).toEqual(golden);
  });
});

describe('the digest', () => {
  /** The definition, by other means: version, names and columns, one bit pattern for every NaN. */
  function digestByHand(columns: Results['columns']): string {
    const hash = createHash('sha256').update(`${[MODEL_VERSION, ...Object.keys(columns)].join('\n')}\n`, 'utf8');
    for (const column of Object.values(columns)) {
      for (const x of column) {
        const bytes = Buffer.alloc(8);
        if (Number.isNaN(x)) bytes.write('000000000000f87f', 'hex');
        else bytes.writeDoubleLE(x);
        hash.update(bytes);
      }
    }
    return hash.digest('hex');
  }

  test('is SHA-256 of version, names and columns, little end first', () => {
    const { columns, digest } = simulate(plan);
    expect(digest).toBe(digestByHand(columns));
    expect(Object.values(columns).some((column) => column.some(Number.isNaN))).toBe(true);
  });

  test('takes every NaN for the same, and 0 and −0 for two', () => {
    const odd = new Float64Array(1);
    new DataView(odd.buffer).setBigUint64(0, 0xfff8_0000_dead_beefn, true);
    expect(odd[0]).toBeNaN();
    expect(digestOf({ x: odd })).toBe(digestOf({ x: Float64Array.of(Number.NaN) }));
    expect(digestOf({ x: Float64Array.of(0) })).not.toBe(digestOf({ x: Float64Array.of(-0) }));
  });

  test('knows names and their order', () => {
    const [a, b] = [Float64Array.of(1), Float64Array.of(2)];
    const all = [digestOf({ a, b }), digestOf({ b, a }), digestOf({ a: b, b: a }), digestOf({ a })];
    expect(new Set(all).size).toBe(4);
  });

  test('of many runs is that of their digests, a line each', () => {
    const digests = [0, 1].map((replicate) => simulate(plan, { replicate }).digest);
    expect(digestOfRuns(digests)).toBe(createHash('sha256').update(digests.join('\n')).digest('hex'));
  });
});
