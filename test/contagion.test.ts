/** The reduced models against answers computed without us: exact chains, closed forms, deterministic cascades. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adaptFolder } from '../cli/caseFolder.ts';
import { contagion } from '../cli/contagion.ts';
import { log } from '../sim/arithmetic.ts';
import { caseSchema, contagionOf, parseCase } from '../sim/contagion/case.ts';
import { hill, joinLayer, step, tieRate } from '../sim/contagion/kernel.ts';
import type { Contagion, Kernel } from '../sim/contagion/model.ts';
import { prepare } from '../sim/contagion/prepare.ts';
import { reportCase } from '../sim/contagion/report.ts';
import { runContagion } from '../sim/contagion/run.ts';
import { fromEach, replicates, summarise } from '../sim/contagion/summary.ts';
import { complete, erdosRenyi, rewiredRing, ring } from '../sim/contagion/ties.ts';
import { draw, futureKey, keyOf, purposes } from '../sim/random.ts';
import { upTo } from './patterns/verification/check.ts';
import { mixing, networked } from './patterns/verification/models.ts';

const FOLDER = '../shared/data/contagion';
const absent = existsSync(FOLDER) ? '' : ` (skipped: ${FOLDER} is absent)`;
const reference = describe.skipIf(absent !== '');

/** The reference files come with either kind of line end. */
const LINE = /\r?\n/;

type Columns = Record<string, number[]>;

function columnsOf(csv: string): Columns {
  const [header, ...rows] = csv
    .trim()
    .split(LINE)
    .map((line) => line.split(','));
  return Object.fromEntries(header.map((name, c) => [name, rows.map((row) => Number(row[c]))]));
}

const referenceOf = (id: string, file = 'reference.csv'): Columns => columnsOf(readFileSync(`${FOLDER}/${id}/${file}`, 'utf8'));

/** What the command line prints for a case. */
async function printed(id: string, options: Parameters<typeof contagion>[1] = {}): Promise<Columns> {
  let out = '';
  let complaints = '';
  const io = { write: (text: string) => (out += text), complain: (text: string) => (complaints += text) };
  const code = await contagion(`${FOLDER}/${id}`, options, io);
  expect(complaints).toBe('');
  expect(code).toBe(0);
  return columnsOf(out);
}

/** Every mean within 4 standard errors of the exact one; a mean without spread must be met to the reference's ten digits. */
function expectWithin(means: number[], exact: number[], sds: number[], count: number) {
  expect(means.length).toBe(exact.length);
  const misses = exact.flatMap((mean, t) => (Math.abs(means[t] - mean) <= (4 * sds[t]) / Math.sqrt(count) + 1e-8 ? [] : [t]));
  expect(misses).toEqual([]);
}

reference(`exact means, through the command line${absent}`, () => {
  const exact: [id: string, replicates: number][] = [
    ['adopt_drop_independent', 1000],
    ['bass_n1000', 400],
    ['bass_rate_n1000', 250],
    ['exact_hill_barbell10', 5000],
    ['exact_hill_drop_ring10', 4000],
    ['exact_si_barbell10', 5000],
    ['exact_threshold_ring10', 5000],
    ['exact_two_layer_si10', 5000],
    ['si_complete_20', 5000],
  ];
  test.each(exact)('%s: mean and standard deviation at every step', async (id, count) => {
    const { mean, sd } = await printed(id, { replicates: count });
    const { mean_active, sd_active } = referenceOf(id);
    expectWithin(mean, mean_active, sd_active, count);
    // Relative error of a standard deviation is about sqrt((kurtosis − 1) / 4R): under 2 / sqrt(R) for kurtosis under 17.
    const wide = sd_active.flatMap((s, t) =>
      s < 0.3 * Math.max(...sd_active) || Math.abs(sd[t] / s - 1) < 8 / Math.sqrt(count) ? [] : [t],
    );
    expect(wide).toEqual([]);
  });

  const final = [
    'exact_hill_barbell10',
    'exact_hill_drop_ring10',
    'exact_si_barbell10',
    'exact_threshold_ring10',
    'exact_two_layer_si10',
  ];
  test.each(final)('%s: who is active after 8 steps', (id) => {
    const rows = readFileSync(`${FOLDER}/${id}/node_probability.csv`, 'utf8').trim().split(LINE);
    const probabilities = rows[9].split(',').slice(1).map(Number);
    const { model: whole, seeds } = folderModel(id);
    const model = { ...whole, steps: 8 };
    const { nodeShare } = summarise(model.nodes, replicates(prepare(model), { nodes: seeds }, '1', 5000), 'active');
    const sds = probabilities.map((p) => Math.sqrt(p * (1 - p)));
    expectWithin([...nodeShare], probabilities, sds, 5000);
  });

  test.each([1, 3, 12])('exact_step_length_barbell10 at %i steps a year', async (perYear) => {
    const count = 2500;
    const { mean } = await printed('exact_step_length_barbell10', { replicates: count, variant: `${perYear}_per_year` });
    const rows = readFileSync(`${FOLDER}/exact_step_length_barbell10/reference.csv`, 'utf8').trim().split(LINE);
    const scheme = rows.map((row) => row.split(',')).filter(([name]) => name === `${perYear}_per_year`);
    const yearly = mean.filter((_, t) => t % perYear === 0);
    expectWithin(
      yearly,
      scheme.map((row) => Number(row[2])),
      scheme.map((row) => Number(row[3])),
      count,
    );
  });

  test.each([
    ['exact_ic_7', 'mean_ever_active'],
    ['exact_lt_7', 'mean_active'],
  ])('%s: curve, who is reached', async (id, column) => {
    const count = 20_000;
    const { mean, sd } = await printed(id, { replicates: count });
    expectWithin(mean, referenceOf(id)[column], sd, count);
    const { probability } = await printed(id, { replicates: count, output: 'nodeProbability' });
    const exactly = referenceOf(id, 'node_probability.csv').probability;
    expectWithin(
      probability,
      exactly,
      exactly.map((p) => Math.sqrt(p * (1 - p))),
      count,
    );
  });

  test('exact_ic_7: the best pair of seeds', () => {
    const { model } = folderModel('exact_ic_7');
    const count = 20_000;
    const { curve } = summarise(7, replicates(prepare(model), { nodes: [1, 5] }, '1', count), 'ever');
    expectWithin([curve.mean[7]], [4.145781693], [curve.sd[7]], count);
  });

  test('reed_frost_n50: the distribution of final sizes, chi-square at 1 per cent', async () => {
    const count = 10_000;
    const { probability } = await printed('reed_frost_n50', { replicates: count });
    const exactly = referenceOf('reed_frost_n50', 'final_size.csv').probability;
    const cells = exactly.flatMap((p, size) => (p * count >= 5 ? [[p * count, probability[size] * count]] : []));
    const statistic = cells.reduce((sum, [expected, found]) => sum + (found - expected) ** 2 / expected, 0);
    const freedom = cells.length - 1;
    // Wilson and Hilferty's quantile of chi-square at z = 2.326.
    const limit = freedom * (1 - 2 / (9 * freedom) + 2.326 * Math.sqrt(2 / (9 * freedom))) ** 3;
    expect(statistic).toBeLessThan(limit);
  });
});

reference(`Monte Carlo references, through the command line${absent}`, () => {
  test.each([
    ['si_karate', 2000, 34],
    ['si_ws1000', 100, 1000],
    ['sir_ws1000', 150, 1000],
    ['ic_directed300', 2000, 300],
  ])('%s: active and ever active', async (id, count, nodes) => {
    const given = referenceOf(id);
    const { model, seeds } = folderModel(id);
    const runs = [...replicates(prepare(model), { nodes: seeds }, '1', count)];
    const { mean } = await printed(id, { replicates: count });
    const active = summarise(nodes, runs, 'active').curve;
    const ever = summarise(nodes, runs, 'ever').curve;
    const misses = given.t.filter((t) => {
      const tolerance = (se: number, sd: number) => 4 * Math.sqrt(se ** 2 + sd ** 2 / count) + 0.002 * nodes;
      const apart = Math.abs(mean[t] - given.mean[t]) > tolerance(given.se[t], active.sd[t]);
      return apart || Math.abs(ever.mean[t] - given.mean_ever[t]) > tolerance(given.se_ever[t], ever.sd[t]);
    });
    expect(misses).toEqual([]);
  });
});

reference(`deterministic references, through the command line${absent}`, () => {
  test.each(['granovetter_uniform100', 'granovetter_perturbed100'])('%s: the path to equilibrium', async (id) => {
    expect((await printed(id)).mean).toEqual(referenceOf(id).active);
  });

  test('watts_er10000_z4_phi018: size and steps of all 1,000 single seeds', async () => {
    const found = await printed('watts_er10000_z4_phi018');
    const given = referenceOf('watts_er10000_z4_phi018');
    expect(found.seed).toEqual(given.seed_node);
    expect(found.final).toEqual(given.final_adopters);
    expect(found.steps).toEqual(given.steps);
  });

  const rings = absent ? [] : readdirSync(FOLDER).filter((id) => id.startsWith('ring1000'));
  test.each(rings.flatMap((id) => [1, 2].map((a) => [id, a] as const)))(
    '%s: complex contagion with threshold %i',
    async (id, a) => {
      const found = await printed(id, { variant: `a=${a}` });
      const given = referenceOf(id, `reference_a${a}.csv`);
      expect([found.seed, found.seeds, found.final, found.steps]).toEqual([
        given.focal_node,
        given.seeds,
        given.final_adopters,
        given.steps,
      ]);
    },
  );

  test('what is no reduced model is refused, with its name', async () => {
    let complaint = '';
    const code = await contagion(`${FOLDER}/opinion_6`, {}, { write: () => {}, complain: (text) => (complaint += text) });
    expect(code).toBe(2);
    expect(complaint).toMatch(/^model: "DeGroot/);
  });
});

/** The model of a folder and its seeds, for what the command line does not print. */
function folderModel(id: string): { model: Contagion; seeds: number[] } {
  const adapted = adaptFolder((name) =>
    existsSync(`${FOLDER}/${id}/${name}`) ? readFileSync(`${FOLDER}/${id}/${name}`, 'utf8') : null,
  );
  if (!adapted.ok) throw new Error(JSON.stringify(adapted.problems));
  const given = adapted.variants[0].case;
  return { model: contagionOf(given), seeds: 'nodes' in given.seeds ? given.seeds.nodes : [] };
}

describe('closed forms', () => {
  test('kernels: half at the threshold, equality within rounding, m ties give 1 − (1 − β)^m', () => {
    expect(hill(0.3, 0.3, 7)).toBeCloseTo(0.5, 15);
    expect([hill(0, 0.3, 2), hill(0.2, 0, 2)]).toEqual([0, 1]);
    expect([step(0.2 - 1e-12, 0.2), step(0.2 - 1e-8, 0.2), step(0, 0), step(0, 0.1)]).toEqual([1, 0, 1, 0]);
    expect(1 - Math.exp(-3 * tieRate(0.15))).toBeCloseTo(1 - 0.85 ** 3, 14);
    expect(tieRate(1) * 0).toBe(0);
    expect(joinLayer(joinLayer(0, 0.5, 0.4), 1, 0.25)).toBeCloseTo(1 - 0.8 * 0.75, 15);
    expect(joinLayer(0.3, 0.9, 0)).toBe(0.3);
  });

  test('two nodes: the second adopts as 1 − (1 − β)^t, and its draws keep the whole distribution', () => {
    const model = networked(
      2,
      { source: [0], target: [1] },
      { kernel: { kind: 'linear', strength: 0.3 }, exposure: { of: 'count', among: 'ties' }, steps: 10 },
    );
    const count = 20_000;
    const { curve } = summarise(2, replicates(prepare(model), { nodes: [0] }, '1', count), 'active');
    const exactly = upTo(11).map((t) => 1 - 0.7 ** t);
    expectWithin(
      [...curve.mean],
      exactly.map((p) => 1 + p),
      exactly.map((p) => Math.sqrt(p * (1 - p))),
      count,
    );
  });

  test.each([
    [100, 10.3548],
    [1000, 14.9689],
  ])('V01: complete mixing of %i, mean time until all have adopted', (nodes, expected) => {
    // Steps of dt make it later by a share of about dt / 2: 0.15 at most, where 3 standard errors are 0.27.
    const dt = 0.02;
    const model = mixing(nodes, { kernel: { kind: 'linear', strength: 1 }, timing: { per: 'year', dt } });
    const prepared = prepare(model);
    const times = upTo(400).map((r) => runContagion(prepared, futureKey('V01', r), [0]).lastChange * dt);
    const mean = times.reduce((sum, time) => sum + time, 0) / 400;
    const se = Math.sqrt(times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / 399 / 400);
    expect(Math.abs(mean - expected)).toBeLessThan(3 * se);
  });

  test('V02: Bass by agents comes to its closed form', () => {
    const model = mixing(20_000, {
      kernel: { kind: 'linear', strength: 0.38 },
      external: 0.03,
      timing: { per: 'year', dt: 0.01 },
      steps: 1000,
    });
    const { active } = runContagion(prepare(model), futureKey('V02', 0), []);
    expect(Math.abs(active[500] / 20_000 - 0.3312)).toBeLessThan(0.02);
    expect(Math.abs(active[1000] / 20_000 - 0.8128)).toBeLessThan(0.02);
  });

  test.each([
    [0.03, 0.05, 0.87926],
    [0.03, 0.2, 0.54074],
    [0, 0.1, 0.73684],
  ])('V04: with p = %f, dropping out at %f and returning, the share that stays', (external, delta, expected) => {
    const model = mixing(10_000, {
      kernel: { kind: 'linear', strength: 0.38 },
      external,
      dropOut: { kind: 'returning', strength: delta },
      timing: { per: 'year', dt: 0.1 },
      steps: 1000,
    });
    const { active } = runContagion(prepare(model), futureKey('V04', 0), upTo(100));
    expect(Math.abs(active[1000] / 10_000 - expected)).toBeLessThan(0.02);
  });

  test('V05: Granovetter, 100 act; with one threshold moved from 1 to 2, one acts', () => {
    const final = (thresholds: number[]) => {
      const kernel = { kind: 'step', strength: 1, threshold: Float64Array.from(thresholds) } as const;
      const model = mixing(100, { kernel, exposure: { of: 'count', among: 'population' } });
      return runContagion(prepare(model), futureKey('V05', 0), []).active.at(-1);
    };
    expect(final(upTo(100))).toBe(100);
    expect(final(upTo(100).map((t) => (t === 1 ? 2 : t)))).toBe(1);
  });

  const window: [z: number, probability: number, size: number | null][] = [
    [0.8, 0, null],
    [1.5, 0.5489, 0.5803],
    [2, 0.7542, 0.7966],
    [3, 0.8735, 0.9405],
    [4, 0.8653, 0.9802],
    [5, 0.6953, 0.993],
    [5.5, 0.3761, 0.9958],
    [7, 0, null],
  ];
  test.each(window)('V08: Watts at z = %f, one cascade in so many is global, and of that size', (z, probability, size) => {
    const nodes = 10_000;
    const finals = upTo(20).flatMap((graph) => {
      const key = keyOf(`V08 ${z} ${graph}`);
      const kernel = { kind: 'step', strength: 1, threshold: 0.18 } as const;
      const prepared = prepare(networked(nodes, erdosRenyi(nodes, z, key), { kernel }));
      const seeds = upTo(20).map((s) => Math.floor(nodes * draw(key, purposes.randomSeeds, s, 0, 0)));
      return fromEach(prepared, seeds, false, key, 'ever').map(({ final }) => final / nodes);
    });
    const large = finals.filter((share) => share > 0.1);
    expect(Math.abs(large.length / finals.length - probability)).toBeLessThan(0.06);
    if (size !== null) expect(Math.abs(large.reduce((sum, share) => sum + share, 0) / large.length - size)).toBeLessThan(0.01);
  });

  test.each([
    [4, 2, 2, 1000, 499],
    [8, 2, 2, 1000, 167],
    [4, 3, 5, 5, 0],
  ])('V09: a ring of degree %i, threshold %i, %i seeds in a row: %i in %i steps', (degree, a, seeds, final, steps) => {
    const kernel = { kind: 'step', strength: 1, threshold: a } as const;
    const model = networked(1000, ring(1000, degree), { kernel, exposure: { of: 'count', among: 'ties' } });
    const run = runContagion(prepare(model), futureKey('V09', 0), upTo(seeds));
    expect([run.active.at(-1), run.lastChange]).toEqual([final, steps]);
  });

  test.each([
    [0.05, 0.7738],
    [0.08, 0.6591],
    [0.16, 0.4182],
    [0.25, 0.2373],
  ])('V15: with a turnover of %f a year the trained who are left after 5 years, and their half-life', (tau, expected) => {
    const [nodes, count] = [10_000, 20];
    const dropOut = { kind: 'forGood', strength: tau } as const;
    const model = mixing(nodes, { kernel: { kind: 'linear', strength: 0 }, dropOut, steps: 15 });
    const { curve } = summarise(nodes, replicates(prepare(model), { nodes: upTo(nodes) }, 'V15', count), 'active');
    const exactly = upTo(16).map((t) => (1 - tau) ** t);
    const sds = exactly.map((share) => Math.sqrt((share * (1 - share)) / nodes));
    const shares = Array.from(curve.mean, (mean) => mean / nodes);
    expectWithin(shares, exactly, sds, count);
    expect(Math.abs(shares[5] - expected)).toBeLessThan((4 * sds[5]) / Math.sqrt(count) + 5e-5);
    const half = log(0.5) / log(1 - tau);
    expect([shares[Math.floor(half)] > 0.5, shares[Math.ceil(half)] < 0.5]).toEqual([true, true]);
  });

  test('rewiring a ring speeds simple contagion, and lets a threshold of 2 pass while it is moderate', () => {
    const kernel = (threshold: number) => ({ kind: 'step', strength: 1, threshold }) as const;
    const from = (rewired: number, a: number) =>
      upTo(20).flatMap((graph) => {
        const key = keyOf(`rewired ${rewired} ${graph}`);
        const edges = rewiredRing(1000, 8, rewired, key);
        const model = networked(1000, edges, { kernel: kernel(a), exposure: { of: 'count', among: 'ties' } });
        return fromEach(
          prepare(model),
          upTo(20).map((n) => n * 50),
          true,
          key,
          'ever',
        );
      });
    const meanSteps = (rewired: number, a: number) => {
      const full = from(rewired, a).filter(({ final }) => final === 1000);
      return full.reduce((sum, { steps }) => sum + steps, 0) / full.length;
    };
    // 200 graphs gave 5.6259, 24.4913 and 100.4973 steps; graphs, not foci, are what varies: 4 of their standard errors for 20.
    expect(Math.abs(meanSteps(0.1, 1) - 5.6259)).toBeLessThan(4 * 0.005 * Math.sqrt(10));
    expect(Math.abs(meanSteps(0.1, 2) - 24.4913)).toBeLessThan(4 * 0.0373 * Math.sqrt(200 / 20) * 3);
    expect(from(1, 2).every(({ final }) => final < 1000)).toBe(true);
  });
});

describe('what must hold whatever the numbers', () => {
  const rules: Kernel[] = [
    { kind: 'linear', strength: 0.2 },
    { kind: 'hill', strength: 0.6, threshold: 0.3, exponent: 3 },
    { kind: 'step', strength: 0.4, threshold: 0.25 },
    { kind: 'step', strength: 1, threshold: { low: 0, high: 1 } },
    { kind: 'onceEachTie', probability: 0.3 },
  ];
  const edges = erdosRenyi(80, 5, keyOf('metamorphic'));

  test.each(rules)('more seeds never mean fewer adopters, node by node: %o', (kernel) => {
    const of = kernel.kind === 'onceEachTie' ? 'count' : 'share';
    const prepared = prepare(networked(80, edges, { kernel, exposure: { of, among: 'ties' }, steps: 20 }));
    const seeds = fc.uniqueArray(fc.nat(79), { maxLength: 10 });
    fc.assert(
      fc.property(seeds, seeds, fc.nat(1000), (some, more, replicate) => {
        const key = futureKey('monotone', replicate);
        const fewer = runContagion(prepared, key, some);
        const rather = runContagion(prepared, key, [...some, ...more]);
        return fewer.first.every((at, i) => at < 0 || (rather.first[i] >= 0 && rather.first[i] <= at));
      }),
      { numRuns: 150 },
    );
  });

  test.each(rules)('renumbering nodes that keep their ids changes nothing: %o', (kernel) => {
    const of = kernel.kind === 'onceEachTie' ? 'count' : 'share';
    const weight = upTo(edges.source.length).map((e) => 0.1 + (e % 7) / 9);
    const rest = {
      kernel,
      exposure: { of, among: 'ties' },
      dropOut: { kind: 'returning', strength: 0.1 },
      external: 0.01,
      steps: 30,
    } as const;
    const place = upTo(80).map((i) => (i * 37 + 11) % 80);
    const renumbered = {
      source: Array.from(edges.source, (i) => place[i]),
      target: Array.from(edges.target, (i) => place[i]),
      weight,
    };
    const ids = new Uint32Array(80);
    for (let i = 0; i < 80; i++) ids[place[i]] = i;
    const before = runContagion(prepare(networked(80, { ...edges, weight }, rest)), futureKey('ids', 3), [4, 5]);
    const after = runContagion(prepare({ ...networked(80, renumbered, rest), ids }), futureKey('ids', 3), [place[4], place[5]]);
    expect(after.active).toEqual(before.active);
    expect(upTo(80).map((i) => after.first[place[i]])).toEqual([...before.first]);
  });

  test('a complete graph and complete mixing without oneself are one thing, draw by draw', () => {
    const kernel = { kind: 'hill', strength: 0.5, threshold: 0.4, exponent: 2 } as const;
    const rest = { kernel, external: 0.02, dropOut: { kind: 'returning', strength: 0.1 }, steps: 60 } as const;
    const graph = runContagion(prepare(networked(40, complete(40), rest)), futureKey('mix', 1), [0, 1]);
    const mixed = runContagion(
      prepare(mixing(40, { ...rest, exposure: { of: 'share', among: 'others' } })),
      futureKey('mix', 1),
      [0, 1],
    );
    expect(mixed.active).toEqual(graph.active);
  });

  test('components add up, and nothing seeded with nothing outside spreads nothing', () => {
    const kernel = { kind: 'linear', strength: 0.3 } as const;
    const two = { source: [0, 1, 3, 4], target: [1, 2, 4, 5] };
    const run = (seeds: number[]) =>
      runContagion(prepare(networked(6, two, { kernel, steps: 15 })), futureKey('parts', 2), seeds).active;
    const [left, right, both, none] = [run([0]), run([3]), run([0, 3]), run([])];
    expect([...both]).toEqual(Array.from(left, (n, t) => n + right[t]));
    expect(Math.max(...none)).toBe(0);
  });

  test('those who left for good never return, and sums come back to nothing when all have left', () => {
    const kernel = { kind: 'linear', strength: 0.5 } as const;
    const weight = upTo(edges.source.length).map((e) => 1 / (3 + (e % 11)));
    const model = networked(80, { ...edges, weight }, { kernel, dropOut: { kind: 'forGood', strength: 0.5 } });
    for (const replicate of upTo(20)) {
      const run = runContagion(prepare(model), futureKey('gone', replicate), upTo(10));
      expect(run.active.at(-1)).toBe(0);
      expect(run.finalState.filter((s) => s === 2).length).toBe(run.ever.at(-1));
    }
  });
});

describe('case files', () => {
  const given = {
    version: 1,
    name: 'two layers',
    network: {
      kind: 'edges',
      nodes: 3,
      directed: true,
      edges: [
        [0, 1, 1, 'team'],
        [1, 2, 0.5, 'cluster'],
      ],
    },
    exposure: { of: 'count', layers: { team: 1, cluster: 0.5 } },
    kernel: { kind: 'linear', strength: 1 },
    steps: 2,
    seeds: { nodes: [0] },
    replicates: 4000,
  };

  test('layers, weights and direction act as stated: the last is reached with 1 − (1 − w·β) to the power of its weight', () => {
    const parsed = parseCase({ ...given, kernel: { kind: 'linear', strength: 0.6 }, steps: 1, seeds: { nodes: [0, 1] } });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { rows } = reportCase(parsed.case);
    const p = 1 - Math.sqrt(1 - 0.3);
    expect(Math.abs(rows[1][1] - 2 - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 4000));
  });

  test('every problem is told with its path', () => {
    const wrong = parseCase({ ...given, steps: -1, kernell: {}, seeds: { nodes: ['a'] } });
    expect(wrong.ok ? [] : wrong.problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['seeds', 'steps', '']));
    const odd = parseCase({
      ...given,
      seeds: { nodes: [7] },
      external: 2,
      steps: null,
      dropOut: { kind: 'returning', strength: 0.1 },
      output: { kind: 'perSeed' },
      network: {
        ...given.network,
        edges: [
          [0, 5, 1, 'team'],
          [0, 1, 1, 'village'],
        ],
      },
    });
    expect(odd.ok ? [] : odd.problems.map(({ path }) => path).sort()).toEqual(
      ['external', 'network.edges[0]', 'network.edges[1]', 'output.kind', 'seeds.nodes[0]', 'steps'].sort(),
    );
  });

  test('a parsed case is believed again unchanged, with what it left out filled in', () => {
    const parsed = parseCase(given);
    expect(parsed.ok && caseSchema.parse(parsed.case)).toEqual(parsed.ok && parsed.case);
    expect(parsed.ok && [parsed.case.external, parsed.case.timing, parsed.case.output]).toEqual([
      0,
      { per: 'step' },
      { kind: 'curve', count: 'active' },
    ]);
  });

  test('the command line runs a case file whose network is a file beside it, as CSV and as JSON', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'contagion-'));
    writeFileSync(join(folder, 'ties.csv'), 'source,target,weight,layer\n0,1,1,team\n1,2,1,cluster\n');
    const network = { kind: 'file', nodes: 3, directed: true, path: 'ties.csv' };
    const certain = { ...given, network, exposure: { of: 'count', layers: { team: 1, cluster: 1 } } };
    writeFileSync(join(folder, 'case.json'), JSON.stringify(certain));
    writeFileSync(join(folder, 'broken.json'), JSON.stringify({ ...certain, network: { ...network, path: 'no.csv' } }));
    let out = '';
    const io = { write: (text: string) => (out += text), complain: (text: string) => (out += text) };
    const codes = [
      await contagion(join(folder, 'case.json'), { replicates: 3 }, io),
      await contagion(join(folder, 'case.json'), { output: 'finalDistribution', json: true }, io),
      await contagion(join(folder, 'broken.json'), {}, io),
    ];
    rmSync(folder, { recursive: true });
    expect(codes).toEqual([0, 0, 2]);
    const [csv, json, complaint] = [out.split('\n').slice(0, 4), out.split('\n')[4], out.split('\n')[5]];
    expect(csv).toEqual(['t,mean,sd', '0,1,0', '1,2,0', '2,3,0']);
    expect(JSON.parse(json).rows.at(-1)).toEqual({ size: 3, probability: 1 });
    expect(complaint).toBe('network.path: there is no file no.csv');
  });

  test('random seeds: as many as asked, other ones in another replicate, and fewer are among more', () => {
    const model = networked(50, ring(50, 2), { kernel: { kind: 'linear', strength: 0 }, steps: 0 });
    const seeded = (random: number) =>
      [...replicates(prepare(model), { random }, 'where', 30)].map(({ first }) => upTo(50).filter((i) => first[i] === 0));
    const [three, five] = [seeded(3), seeded(5)];
    expect(three.every((seeds) => seeds.length === 3)).toBe(true);
    expect(new Set(three.map(String)).size).toBeGreaterThan(25);
    expect(three.every((seeds, r) => seeds.every((i) => five[r].includes(i)))).toBe(true);
  });
});
