/** Reference tables over many graphs or parameter sets. */
import { group } from 'd3';
import { prepare } from '../../../sim/contagion/prepare.ts';
import { runContagion } from '../../../sim/contagion/run.ts';
import type { SeedResult } from '../../../sim/contagion/summary.ts';
import { erdosRenyi, rewiredRing } from '../../../sim/contagion/ties.ts';
import { futureKey, keyOf } from '../../../sim/random.ts';
import { type Check, compare, type Label, mean, notRun, type Point, type Scale, standardError, upTo } from './check.ts';
import { cascades, mixing, networked, threshold } from './models.ts';
import { CONTAGION, type Row, rowsOf } from './reference.ts';

type Numbers = Readonly<Record<string, number>>;

/** Each table by its name: what is done with it. */
const handlers: Readonly<Record<string, (label: Labels, rows: readonly Row[], scale: Scale) => Check[]>> = {
  'bass_closed_form.csv': bassCurves,
  'complex_contagion_rewiring.csv': rewiring,
  'watts_grid.csv': wattsGrid,
  'watts_window_analytic.csv': wattsWindow,
};

type Labels = (quantity: string) => Label;

export function checkTable(file: string, scale: Scale): Check[] {
  const label = (quantity: string): Label => ({ name: file.replace('.csv', ''), quantity, source: `contagion/${file}` });
  const handler = handlers[file];
  return handler
    ? handler(label, rowsOf(`${CONTAGION}/${file}`), scale)
    : [notRun(label('all of it'), 'no check knows this table')];
}

const asNumbers = (row: Row): Numbers => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, Number(cell)]));

/** Whole people in short steps against the curve of endlessly many in no time. */
function bassCurves(label: Labels, rows: readonly Row[]): Check[] {
  const sets = group(rows.map(asNumbers), ({ p, q }) => `p = ${p}, q = ${q}`);
  return [...sets].map(([name, times]) => {
    const { p, q } = times[0];
    const [nodes, perYear, runs] = [100_000, 200, 8];
    const model = mixing(nodes, {
      kernel: { kind: 'linear', strength: q },
      external: p,
      timing: { per: 'year', dt: 1 / perYear },
      steps: perYear * Math.max(...times.map(({ t }) => t)),
    });
    const prepared = prepare(model);
    const found = upTo(runs).map((r) => runContagion(prepared, futureKey(name, r), []).active);
    const points = times.map(({ t, F }): Point => {
      const ours = mean(found.map((active) => active[t * perYear])) / nodes;
      return { at: `year ${t}`, reference: F, ours, se: 0, allowed: 0.02 };
    });
    return compare(label(`share adopted, ${name}`), points, 'within 0.02, as V02 allows agents');
  });
}

/** What cascades of one graph have in common. */
interface GraphResult {
  readonly full: number;
  readonly size: number;
  /** Missing where none of the graph's cascades is large. */
  readonly steps: number | null;
  readonly sizeIfLarge: number | null;
}

function summed(results: readonly SeedResult[], nodes: number, isLarge: (final: number) => boolean): GraphResult {
  const large = results.filter(({ final }) => isLarge(final));
  return {
    full: large.length / results.length,
    size: mean(results.map(({ final }) => final / nodes)),
    steps: large.length > 0 ? mean(large.map(({ steps }) => steps)) : null,
    sizeIfLarge: large.length > 0 ? mean(large.map(({ final }) => final / nodes)) : null,
  };
}

/**
 * A mean over graphs against a reference over `theirs` graphs. Cascades of one graph are alike, so graphs and not cascades are what
 * is counted, on both sides; the reference's own standard error counts cascades, and is used where it is the larger.
 */
function overGraphs(at: string, reference: number, theirs: number, se: number, values: readonly (number | null)[]): Point[] {
  const known = values.filter((x) => x !== null);
  if (known.length < 2 || Number.isNaN(reference)) return [];
  const ours = standardError(known);
  const other = Math.max(Number.isNaN(se) ? 0 : se, ours * Math.sqrt(known.length / theirs));
  return [{ at, reference, ours: mean(known), se: Math.hypot(ours, other) }];
}

const OVER_GRAPHS = '4 combined standard errors over graphs';

function rewiring(label: Labels, rows: readonly Row[], { graphs }: Scale): Check[] {
  const points: Record<'full' | 'size' | 'steps', Point[]> = { full: [], size: [], steps: [] };
  for (const row of rows) {
    const { n, k, a, p, freq_full, se_freq, mean_size, se_size, se_steps } = asNumbers(row);
    const found = upTo(graphs).map((graph) => {
      const key = keyOf(`rewiring ${a} ${p} ${graph}`);
      const model = networked(n, rewiredRing(n, k, p, key), threshold(a, true));
      return summed(cascades(model, Number(row.foci_per_graph), key, true), n, (final) => final === n);
    });
    const at = `threshold ${a}, rewired ${p}`;
    const theirs = Number(row.graphs);
    points.full.push(
      ...overGraphs(
        at,
        freq_full,
        theirs,
        se_freq,
        found.map(({ full }) => full),
      ),
    );
    points.size.push(
      ...overGraphs(
        at,
        mean_size,
        theirs,
        se_size,
        found.map(({ size }) => size),
      ),
    );
    if (row.mean_steps_given_full !== '') {
      const steps = Number(row.mean_steps_given_full);
      points.steps.push(
        ...overGraphs(
          at,
          steps,
          theirs,
          se_steps,
          found.map((one) => one.steps),
        ),
      );
    }
  }
  return [
    compare(label('share of cascades that reach all'), points.full, OVER_GRAPHS),
    compare(label('mean share reached'), points.size, OVER_GRAPHS),
    compare(label('steps until all are reached'), points.steps, OVER_GRAPHS),
  ];
}

/** One in so many single seeds sets off a cascade of a tenth of the nodes or more. */
const isGlobal =
  (nodes: number) =>
  (final: number): boolean =>
    final >= nodes / 10;

function wattsGraphs(nodes: number, z: number, phi: number, { graphs }: Scale): GraphResult[] {
  return upTo(graphs).map((graph) => {
    const key = keyOf(`Watts ${z} ${phi} ${graph}`);
    return summed(cascades(networked(nodes, erdosRenyi(nodes, z, key), threshold(phi)), 40, key), nodes, isGlobal(nodes));
  });
}

function wattsGrid(label: Labels, rows: readonly Row[], scale: Scale): Check[] {
  const points: Record<'full' | 'size' | 'large', Point[]> = { full: [], size: [], large: [] };
  for (const row of rows.map(asNumbers)) {
    const { n, z, phi, graphs, freq_global, se_freq, mean_size, se_size, mean_size_given_global } = row;
    const found = wattsGraphs(n, z, phi, scale);
    const at = `mean degree ${z}`;
    points.full.push(
      ...overGraphs(
        at,
        freq_global,
        graphs,
        se_freq,
        found.map(({ full }) => full),
      ),
    );
    points.size.push(
      ...overGraphs(
        at,
        mean_size,
        graphs,
        se_size,
        found.map(({ size }) => size),
      ),
    );
    if (freq_global < 0.01) continue; // a mean over a handful of cascades
    points.large.push(
      ...overGraphs(
        at,
        mean_size_given_global,
        graphs,
        0,
        found.map(({ sizeIfLarge }) => sizeIfLarge),
      ),
    );
  }
  return [
    compare(label('share of cascades that are global'), points.full, OVER_GRAPHS),
    compare(label('mean share reached'), points.size, OVER_GRAPHS),
    compare(label('share reached by global cascades'), points.large, OVER_GRAPHS),
  ];
}

/**
 * Endlessly many nodes against ten thousand: what V08 allows, and beside it what the reference's own ten thousand are away from
 * endlessly many, which is most at the edge of the window.
 */
function wattsWindow(label: Labels, rows: readonly Row[], scale: Scale): Check[] {
  const [often, sizes]: [Point[], Point[]] = [[], []];
  const finite = rowsOf(`${CONTAGION}/watts_grid.csv`).map(asNumbers);
  for (const row of rows.map(asNumbers)) {
    const expected = row.probability_single_seed_triggers;
    const theirs = finite.find(({ z }) => z === row.mean_degree);
    const away = theirs ? Math.abs(theirs.freq_global - expected) : 0;
    const found = wattsGraphs(10_000, row.mean_degree, row.phi, scale);
    const at = `mean degree ${row.mean_degree}`;
    const share = mean(found.map(({ full }) => full));
    often.push({ at, reference: expected, ours: share, se: 0, allowed: 0.06 + away });
    const large = found.flatMap(({ sizeIfLarge }) => sizeIfLarge ?? []);
    if (row.global_cascades_possible === 0) continue;
    const reference = row['final_size_seed_fraction_1e-4_gleeson_cahalane'];
    sizes.push({ at, reference, ours: mean(large), se: 0, allowed: 0.01 });
  }
  return [
    compare(
      label('share of single seeds that set off a global cascade'),
      often,
      'within 0.06, as V08 allows, and what watts_grid is away',
    ),
    compare(label('share reached by global cascades'), sizes, 'within 0.01, as V08 allows'),
    notRun(label('cascade condition, vulnerable share'), 'terms of a generating function, which the engine does not use'),
  ];
}
