/** Known results about people who all see each other: V01 to V06, and V15 and V16, which need no network either. */
import { normalQuantile, normalShare } from '../../../sim/arithmetic.ts';
import type { Contagion } from '../../../sim/contagion/model.ts';
import { prepare } from '../../../sim/contagion/prepare.ts';
import { runContagion } from '../../../sim/contagion/run.ts';
import { replicates, summarise } from '../../../sim/contagion/summary.ts';
import { futureKey } from '../../../sim/random.ts';
import { type Check, compare, mean, type Scale, same, standardError, upTo } from './check.ts';
import { labelOf } from './label.ts';
import { mixing } from './models.ts';
import { cellsOf, type Known, numbersIn } from './reference.ts';

type Handler = (row: Known, scale: Scale) => Check[];

const AGENTS = 'within 0.02, as the row allows agents';

/** Mean time until all have adopted, 400 runs; steps of dt make it later by about 7.5·dt years. */
function timeToAll(row: Known): Check[] {
  const { beta, n } = numbersIn(row.parameters);
  const dt = 0.005;
  const prepared = prepare(mixing(n, { kernel: { kind: 'linear', strength: beta }, timing: { per: 'year', dt } }));
  const times = upTo(400).map((r) => runContagion(prepared, futureKey('V01', r), [0]).lastChange * dt);
  const point = { at: '', reference: Number(row.expected), ours: mean(times), se: standardError(times), errors: 3 };
  return [compare(labelOf(row), [point], '3 standard errors of 400 runs')];
}

let bassCurve: Float64Array | undefined;
const BASS = { nodes: 200_000, perYear: 200, years: 12 };

/** Share adopted by a year, by whole people in short steps. */
function bassAt(year: number, p: number, q: number): number {
  bassCurve ??= Float64Array.from(
    runContagion(
      prepare(
        mixing(BASS.nodes, {
          kernel: { kind: 'linear', strength: q },
          external: p,
          timing: { per: 'year', dt: 1 / BASS.perYear },
          steps: BASS.perYear * BASS.years,
        }),
      ),
      futureKey('V02', 0),
      [],
    ).active,
    (n) => n / BASS.nodes,
  );
  return bassCurve[Math.round(year * BASS.perYear)];
}

/**
 * Bass. Shares at years, years at shares, and the peak are read off one curve of people, so each is held to what the row of agents
 * allows: a formula's 1e-5 is for a formula, and the engine has whole people and steps with a length.
 */
function bass(row: Known): Check[] {
  const { p, q } = numbersIn(row.parameters);
  const names = row.quantity.split(';').map((name) => name.trim());
  const cells = cellsOf(row.expected).map((x) => x ?? Number.NaN);
  const at = (year: number): number => bassAt(year, p, q);
  const points = names.map((name, i) => {
    const [, year] = /^F\((\d+)\)$/.exec(name) ?? [];
    const [, percent] = /^t(\d+)$/.exec(name) ?? [];
    if (year) return { at: name, reference: cells[i], ours: at(Number(year)) };
    if (percent) return { at: `share at ${cells[i]} years`, reference: Number(percent) / 100, ours: at(cells[i]) };
    // The peak: the share at its time, and the rise in the year around it.
    if (name === 'F at peak') return { at: name, reference: cells[i], ours: at(cells[0]) };
    if (name === 'peak rate') return { at: name, reference: cells[i], ours: at(cells[0] + 0.5) - at(cells[0] - 0.5) };
    return { at: 'rise in the year before the peak beside that in the year after', reference: 1, ours: symmetry(at, cells[0]) };
  });
  return [
    compare(
      labelOf(row),
      points.map((point) => ({ ...point, se: 0, allowed: 0.02 })),
      row.model.includes('ABM') ? AGENTS : `within 0.02, as V02 allows agents; its own ${row.tolerance} is a formula's`,
    ),
  ];
}

/** At its peak a curve rises as much before as after: (rise before) ÷ (rise after), a year each. */
const symmetry = (at: (year: number) => number, peak: number): number => (at(peak) - at(peak - 1)) / (at(peak + 1) - at(peak));

/** Where joining and leaving balance; the mean over the second half of a long run. */
function balance(row: Known): Check[] {
  const isBass = !row.model.includes('p=0');
  const { delta, q = 0.38 } = numbersIn(row.parameters);
  const [nodes, perYear, years] = [20_000, 10, 200];
  const model = mixing(nodes, {
    kernel: { kind: 'linear', strength: q },
    external: isBass ? 0.03 : 0,
    dropOut: { kind: 'returning', strength: delta },
    timing: { per: 'year', dt: 1 / perYear },
    steps: perYear * years,
  });
  const { active } = runContagion(prepare(model), futureKey('V04', 0), upTo(nodes / 100));
  const ours = mean([...active.subarray((perYear * years) / 2)]) / nodes;
  return [compare(labelOf(row), [{ at: '', reference: Number(row.expected), ours, se: 0, allowed: 0.02 }], AGENTS)];
}

const crowd = (thresholds: Float64Array): Contagion =>
  mixing(thresholds.length, {
    kernel: { kind: 'step', strength: 1, threshold: thresholds },
    exposure: { of: 'count', among: 'population' },
  });

const rioters = (thresholds: Float64Array): number =>
  runContagion(prepare(crowd(thresholds)), futureKey('Granovetter', 0), []).active.at(-1) ?? 0;

function riot(row: Known): Check[] {
  const { n } = numbersIn(row.parameters);
  const changed = row.model.includes('threshold-1 person set to 2');
  const final = rioters(Float64Array.from({ length: n }, (_, t) => (changed && t === 1 ? 2 : t)));
  return [same(labelOf(row), [Number(row.expected)], [final])];
}

/** Normal thresholds: the spread at which a riot of some becomes one of all, found by halving, and how many riot just below it. */
function normalRiot(row: Known): Check[] {
  const { N, mean: middle } = numbersIn(row.parameters);
  const people = 200_000;
  const quantiles = Float64Array.from({ length: people }, (_, i) => normalQuantile((i + 0.5) / people));
  const share = (sd: number): number => (N * rioters(quantiles.map((z) => ((middle + sd * z) * people) / N))) / people;
  let [below, above] = [middle / 2.5, middle / 1.5];
  while (above - below > 1e-5) {
    const half = (below + above) / 2;
    if (share(half) > N / 2) above = half;
    else below = half;
  }
  const [critical, justBelow] = cellsOf(row.expected).map(Number);
  return [
    compare(
      labelOf(row, 'critical sd'),
      [{ at: '', reference: critical, ours: (below + above) / 2, se: 0, allowed: 1e-3 }],
      'within 0.001',
    ),
    compare(
      labelOf(row, 'equilibrium just below'),
      [{ at: '', reference: justBelow, ours: share(below), se: 0, allowed: 0.15 }],
      'within 0.15: where curves only touch, whole people (200,000) blur the point by the root of 1/N',
    ),
  ];
}

/** Some leave each year and nobody is trained anew. */
function turnover(row: Known, { replicates: count }: Scale): Check[] {
  const { tau } = numbersIn(row.parameters);
  const nodes = 1000;
  const model = mixing(nodes, {
    kernel: { kind: 'linear', strength: 0 },
    dropOut: { kind: 'forGood', strength: tau },
    steps: 20,
  });
  const { curve } = summarise(nodes, replicates(prepare(model), { nodes: upTo(nodes) }, 'V15', count), 'active');
  const shares = [...curve.mean].map((n) => n / nodes);
  const se = (t: number): number => curve.sd[t] / nodes / Math.sqrt(count);
  const after = shares.findIndex((x) => x < 0.5);
  const slope = Math.log(shares[after] / shares[after - 1]);
  const half = after - 1 + Math.log(0.5 / shares[after - 1]) / slope;
  const [halfLife, five] = cellsOf(row.expected).map(Number);
  return [
    compare(
      labelOf(row),
      [
        { at: 'half-life', reference: halfLife, ours: half, se: se(after) / (0.5 * Math.abs(slope)), allowed: 5e-4 },
        { at: 'share after 5 years', reference: five, ours: shares[5], se: se(5), allowed: 5e-5 },
      ],
      '4 standard errors and the last digit printed',
    ),
  ];
}

function percentilePoints(row: Known): Check[] {
  const { d } = numbersIn(row.parameters);
  const point = { at: '', reference: Number(row.expected), ours: 100 * (normalShare(d) - 0.5), se: 0, allowed: 0.05 };
  return [compare(labelOf(row), [point], 'within 0.05')];
}

export const mixed: Readonly<Record<string, Handler>> = {
  V01: timeToAll,
  V02: bass,
  V04: balance,
  V05: riot,
  V06: normalRiot,
  V15: turnover,
  V16: percentilePoints,
};
