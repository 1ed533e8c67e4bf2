/** The folders of reference cases, through the engine: what each folder brings to compare with decides what is compared. */
import type { Variant } from '../../../cli/caseFolder.ts';
import { type ContagionCase, contagionOf } from '../../../sim/contagion/case.ts';
import type { Contagion } from '../../../sim/contagion/model.ts';
import { prepare } from '../../../sim/contagion/prepare.ts';
import { reportCase } from '../../../sim/contagion/report.ts';
import { type Count, replicates, type Summary, summarise } from '../../../sim/contagion/summary.ts';
import { type Check, compare, FOUR, type Label, notRun, type Point, type Scale, same } from './check.ts';
import { adapted, columnsOf, factsOf, folderRows, has, type Row } from './reference.ts';

/** What no kernel of the engine can run, and why. */
const unable: Readonly<Record<string, string>> = {
  bass_recovery: 'estimates of p and q from a series: the engine runs models and fits none',
  opinion_6: 'opinions that average without end: nothing in the engine averages opinions, adoption is yes or no',
};

export function checkFolder(id: string, scale: Scale): Check[] {
  const label = (quantity: string): Label => ({ name: id, quantity, source: `contagion/${id}` });
  if (id in unable) return [notRun(label('all of it'), unable[id])];
  const folder = adapted(id);
  if (!folder.ok) throw new Error(`${id}: ${folder.problems.map(({ message }) => message).join('; ')}`);
  const [{ name: first, case: one }] = folder.variants;
  const limits =
    has(id, 'reference.csv') && first !== '' && 'scheme' in folderRows(id)[0] ? [inNoTime(label, id, one, scale)] : [];
  return [...folder.variants.flatMap(checkVariant), ...limits];

  function checkVariant({ name, case: given }: Variant): Check[] {
    if (given.output.kind === 'perSeed') return oneByOne(label, name, given);
    if (has(id, 'final_size.csv')) return [finalSizes(label, given, scale)];
    if (name !== '') return [yearly(label, folderRows(id), name, given, scale)];
    return curves(label, id, given, scale);
  }
}

type Labels = (quantity: string) => Label;

/** A case that is settled once its seeds are: size and steps from every single seed. */
function oneByOne(label: Labels, variant: string, given: ContagionCase): Check[] {
  const id = given.name;
  const a = variant.replace('a=', '');
  const reference = columnsOf(folderRows(id, a === '' ? 'reference.csv' : `reference_a${a}.csv`));
  const { columns, rows } = reportCase(given);
  const ours = (name: string): number[] => rows.map((row) => row[columns.indexOf(name)]);
  const where = a && `, threshold ${a}`;
  return [
    same(label(`final adopters from each seed${where}`), reference.final_adopters, ours('final')),
    same(label(`steps from each seed${where}`), reference.steps, ours('steps')),
  ];
}

/** Chi-square of the final sizes against the exact distribution, cells of 5 or more expected; the rest are one cell. */
function finalSizes(label: Labels, given: ContagionCase, { replicates: count }: Scale): Check {
  const { probability } = columnsOf(folderRows(given.name, 'final_size.csv'));
  const { finalShare } = run(given, count, 'ever');
  let [statistic, cells, rest, restFound] = [0, 0, 1, 1];
  probability.forEach((p, size) => {
    if (p * count < 5) return;
    statistic += (count * (finalShare[size] - p) ** 2) / p;
    cells++;
    rest -= p;
    restFound -= finalShare[size];
  });
  if (rest * count >= 5) {
    statistic += (count * (restFound - rest) ** 2) / rest;
    cells++;
  }
  const freedom = cells - 1;
  // Wilson and Hilferty's quantile of chi-square at z = 2.326.
  const limit = freedom * (1 - 2 / (9 * freedom) + 2.326 * Math.sqrt(2 / (9 * freedom))) ** 3;
  return {
    ...label('distribution of final sizes'),
    reference: `chi-square at most ${limit.toFixed(1)}`,
    ours: statistic.toFixed(1),
    apart: `${freedom} degrees of freedom`,
    rule: 'chi-square at 1 per cent',
    verdict: statistic <= limit ? 'pass' : 'fail',
  };
}

/** One scheme of a case about the step itself, a row a year. */
function yearly(label: Labels, rows: readonly Row[], scheme: string, given: ContagionCase, { replicates: count }: Scale): Check {
  const { mean_active, sd_active } = columnsOf(rows.filter((row) => row.scheme === scheme));
  const { curve } = run(given, count, 'active');
  const perYear = given.timing.per === 'year' ? Math.round(1 / given.timing.dt) : 1;
  const points = mean_active.map((reference, year) => ({
    at: `year ${year}`,
    reference,
    ours: curve.mean[year * perYear],
    se: sd_active[year] / Math.sqrt(count),
  }));
  return compare(label(`mean active, ${scheme.replaceAll('_', ' ')}`), points, FOUR);
}

/**
 * The same chain in continuous time, by a hundred steps a year. A step's own effect falls in proportion to its length, so what twelve
 * a year are off by, in the reference, allows a hundred an eighth of it.
 */
function inNoTime(label: Labels, id: string, given: ContagionCase, { replicates: count }: Scale): Check {
  const perYear = 100;
  const rows = folderRows(id);
  const of = (scheme: string) => columnsOf(rows.filter((row) => row.scheme === scheme));
  const [limit, monthly] = [of('continuous'), of('12_per_year')];
  const steps = perYear * (limit.mean_active.length - 1);
  const { curve } = run({ ...given, timing: { per: 'year', dt: 1 / perYear }, steps }, count, 'active');
  const points = limit.mean_active.map((reference, year) => ({
    at: `year ${year}`,
    reference,
    ours: curve.mean[year * perYear],
    se: limit.sd_active[year] / Math.sqrt(count),
    allowed: Math.abs(monthly.mean_active[year] - reference) / 8,
  }));
  return compare(
    label('mean active, continuous time by 100 a year'),
    points,
    '4 standard errors and an eighth of what 12 a year are off',
  );
}

function curves(label: Labels, id: string, given: ContagionCase, { replicates: count }: Scale): Check[] {
  const reference = columnsOf(folderRows(id));
  if ('active' in reference)
    return [same(label('active at each step'), reference.active, [...run(given, 1, 'active').curve.mean])];
  const found: Check[] = [];
  const runs = [...replicates(prepare(contagionOf(given)), seedsOf(given), given.seed, count)];
  const by = (counted: Count): Summary => summarise(given.network.nodes, runs, counted);
  const [active, ever] = [by('active'), by('ever')];
  // A Monte Carlo reference carries its own error and, as its case says, a floor for what rare runs bring.
  const allowed = 'se' in reference ? 0.002 * given.network.nodes : 0;
  const rule = allowed > 0 ? '4 combined standard errors and 0.002 of all nodes' : FOUR;
  const whole = (
    quantity: string,
    column: string,
    summary: Summary,
    spread?: readonly number[],
    error?: readonly number[],
  ): void => {
    if (!(column in reference)) return;
    const points = reference[column].map((expected, t): Point => {
      const sd = spread?.[t] ?? summary.curve.sd[t];
      return {
        at: `step ${t}`,
        reference: expected,
        ours: summary.curve.mean[t],
        se: Math.hypot(sd / Math.sqrt(count), error?.[t] ?? 0),
        allowed,
      };
    });
    found.push(compare(label(quantity), points, rule));
  };
  whole('mean active', 'mean_active', active, reference.sd_active);
  whole('mean active', 'mean', active, undefined, reference.se);
  whole('mean ever active', 'mean_ever', ever, undefined, reference.se_ever);
  whole('mean ever active', 'mean_ever_active', ever);
  if (has(id, 'reference_ndlib.csv')) found.push(elsewhere(label, id, active, count, allowed, rule));
  return [...found, ...nodes(label, id, given, count), ...seedSets(label, id, given, count)];
}

/** The same curve from another program, by fewer replicates; held to what the case says. */
function elsewhere(label: Labels, id: string, { curve }: Summary, count: number, allowed: number, rule: string): Check {
  const reference = columnsOf(folderRows(id, 'reference_ndlib.csv'));
  const points = reference.mean.map((expected, t) => ({
    at: `step ${t}`,
    reference: expected,
    ours: curve.mean[t],
    se: Math.hypot(curve.sd[t] / Math.sqrt(count), reference.se[t]),
    allowed,
  }));
  return compare(label('mean active, as NDlib 5.1.1 has it'), points, rule);
}

/** Who is active: at some steps, or in the end. */
function nodes(label: Labels, id: string, given: ContagionCase, count: number): Check[] {
  if (!has(id, 'node_probability.csv')) return [];
  const rows = folderRows(id, 'node_probability.csv');
  if (!('t' in rows[0])) {
    const columns = columnsOf(rows);
    const probability = columns.probability ?? columns.prob;
    // What a reference of 20,000 replicates does not know itself.
    const theirs = 'se' in folderRows(id)[0] ? 20_000 : Number.POSITIVE_INFINITY;
    return [who(label('who is reached'), probability, run(given, count, 'ever').nodeShare, count, theirs)];
  }
  const last = rows.length - 1;
  return [8, last].map((t) => {
    const probability = Object.keys(rows[t]).flatMap((name) => (name === 't' ? [] : [Number(rows[t][name])]));
    const { nodeShare } = run({ ...given, steps: t }, count, 'active');
    return who(label(`who is active at step ${t}`), probability, nodeShare, count, Number.POSITIVE_INFINITY);
  });
}

function who(label: Label, probability: readonly number[], ours: Float64Array, count: number, theirs: number): Check {
  const points = probability.map((p, i) => ({
    at: `node ${i}`,
    reference: p,
    ours: ours[i],
    se: Math.sqrt(p * (1 - p) * (1 / count + 1 / theirs)),
  }));
  return compare(label, points, FOUR);
}

interface Spread {
  readonly seed?: readonly number[];
  readonly seeds?: readonly number[];
  readonly spread: number;
}

/** How far each set of seeds reaches, where a case says it. */
function seedSets(label: Labels, id: string, given: ContagionCase, count: number): Check[] {
  const stated = factsOf(id).influence_maximisation as Readonly<Record<string, readonly Spread[]>> | undefined;
  if (!stated) return [];
  const points = Object.values(stated)
    .flat()
    .map(({ seed, seeds, spread }): Point => {
      const set = [...(seeds ?? seed ?? [])];
      const { curve } = run({ ...given, seeds: { nodes: set } }, count, 'ever');
      const last = curve.mean.length - 1;
      return { at: `seeds ${set.join(', ')}`, reference: spread, ours: curve.mean[last], se: curve.sd[last] / Math.sqrt(count) };
    });
  return [compare(label('reach of each set of seeds'), points, FOUR)];
}

function seedsOf({ seeds }: ContagionCase): { nodes: readonly number[] } {
  if (!('nodes' in seeds)) throw new Error('expected a list of seeds');
  return seeds;
}

function run(given: ContagionCase, count: number, counted: Count): Summary {
  const model: Contagion = contagionOf(given);
  return summarise(model.nodes, replicates(prepare(model), seedsOf(given), given.seed, count), counted);
}
