/**
 * The one place that knows the reference folders of contagion cases, whose `case.json` is prose in part: each kind of model there,
 * told by the beginning of its name, becomes our own case.
 */
import { z } from 'zod';
import { readRows } from '../formats/rows.ts';
import type { Problem } from '../sim/index.ts';
import { type ContagionCase, parseCase } from '../sim/index.ts';

/** Text of a file of the folder; null: there is none. */
export type ReadFile = (name: string) => string | null;

/** A folder may hold several cases that differ in one number. */
export interface Variant {
  /** Empty where the folder holds one case. */
  readonly name: string;
  readonly case: ContagionCase;
}

export type AdaptedFolder =
  | { readonly ok: true; readonly variants: readonly Variant[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const factsSchema = z.looseObject({
  id: z.string(),
  model: z.string(),
  nodes: z.int().optional(),
  agents: z.int().optional(),
  directed: z.boolean().default(false),
  seeds: z.array(z.int()).optional(),
  initial_active: z.int().optional(),
  initial: z.union([z.int(), z.array(z.number())]).optional(),
  steps: z.int().optional(),
  threshold: z.number().optional(),
  parameters: z.record(z.string(), z.number()).default({}),
  summary: z.record(z.string(), z.unknown()).default({}),
});

type Facts = z.infer<typeof factsSchema>;
type Draft = Record<string, unknown>;

interface Recipe {
  readonly model: RegExp;
  /** What the model adds to, or changes in, the draft that all have in common. */
  draft(facts: Facts, read: ReadFile): Draft | readonly (Draft & { readonly variant: string })[];
}

const recipes: readonly Recipe[] = [
  {
    model: /^linear SI/,
    draft: ({ parameters: { beta } }) => ({ exposure: { of: 'count' }, kernel: { kind: 'linear', strength: beta } }),
  },
  {
    model: /^SIR/,
    draft: ({ parameters: { beta, gamma } }) => ({
      exposure: { of: 'count' },
      kernel: { kind: 'linear', strength: beta },
      dropOut: { kind: 'forGood', strength: gamma },
    }),
  },
  {
    model: /-layer SI/,
    draft: ({ parameters }) => ({
      exposure: {
        of: 'count',
        layers: Object.fromEntries(Object.entries(parameters).map(([name, beta]) => [name.replace('beta_', ''), beta])),
      },
      kernel: { kind: 'linear', strength: 1 },
    }),
  },
  { model: /^Hill kernel/, draft: hillDrafts },
  {
    model: /^probabilistic count threshold/,
    draft: ({ parameters: { a, lambda } }) => ({
      exposure: { of: 'count' },
      kernel: { kind: 'step', threshold: a, strength: lambda },
    }),
  },
  { model: /^complex contagion/, draft: complexDrafts },
  {
    model: /^Watts/,
    draft: ({ threshold, nodes = 0 }, read) => ({
      exposure: { of: 'share' },
      kernel: { kind: 'step', threshold },
      seeds: { each: columnOf(read('reference.csv'), 'seed_node') ?? Array.from({ length: nodes }, (_, i) => i) },
      steps: null,
      output: { kind: 'perSeed' },
    }),
  },
  {
    model: /^Granovetter/,
    draft: (_, read) => ({
      exposure: { of: 'count' },
      kernel: { kind: 'step', threshold: columnOf(read('thresholds.csv'), 'threshold') },
      steps: null,
      replicates: 1,
    }),
  },
  {
    model: /^Bass by independent individuals/,
    draft: ({ parameters: { p, q } }) => ({ exposure: { of: 'share' }, kernel: { kind: 'linear', strength: q }, external: p }),
  },
  {
    model: /^independent adoption and discontinuance/,
    draft: ({ parameters: { a, d } }) => ({
      exposure: { of: 'share' },
      kernel: { kind: 'linear', strength: 0 },
      external: a,
      dropOut: { kind: 'returning', strength: d },
    }),
  },
  {
    model: /^independent cascade/,
    draft: ({ parameters: { p } }) => ({
      exposure: { of: 'count' },
      kernel: { kind: 'onceEachTie', probability: p ?? 'weight' },
    }),
  },
  {
    model: /^Reed-Frost/,
    draft: ({ parameters: { p } }) => ({
      exposure: { of: 'count' },
      kernel: { kind: 'onceEachTie', probability: p },
      steps: null,
      output: { kind: 'finalDistribution' },
    }),
  },
  {
    model: /^linear threshold/,
    draft: () => ({ exposure: { of: 'count' }, kernel: { kind: 'step', threshold: { low: 0, high: 1 } } }),
  },
];

/** A folder that states no step is about the step: one, three and twelve a year, for as many years as its reference has. */
function hillDrafts({ parameters, steps }: Facts, read: ReadFile) {
  const { epsilon, beta, theta, k, delta = 0, dt_years } = parameters;
  const draft = {
    exposure: { of: 'share' },
    kernel: { kind: 'hill', strength: beta, threshold: theta, exponent: k },
    external: epsilon,
    dropOut: { kind: delta > 0 ? 'returning' : 'none', strength: delta },
  };
  if (dt_years !== undefined) return { ...draft, steps };
  const years = Math.max(...(columnOf(read('reference.csv'), 'year') ?? [15]));
  return [1, 3, 12].map((perYear) => ({
    ...draft,
    variant: `${perYear}_per_year`,
    timing: { per: 'year', dt: 1 / perYear },
    steps: years * perYear,
  }));
}

/** One threshold a variant ("a=2"); seeds are each focal node with its neighbours. */
function complexDrafts({ summary, nodes = 0 }: Facts, read: ReadFile) {
  return Object.keys(summary).map((variant) => {
    const a = variant.replace('a=', '');
    return {
      variant,
      exposure: { of: 'count' },
      kernel: { kind: 'step', threshold: Number(a) },
      seeds: {
        each: columnOf(read(`reference_a${a}.csv`), 'focal_node') ?? Array.from({ length: nodes }, (_, i) => i),
        withNeighbours: true,
      },
      steps: null,
      output: { kind: 'perSeed' },
    };
  });
}

export function adaptFolder(read: ReadFile): AdaptedFolder {
  const text = read('case.json');
  if (text === null) return refuse('case.json', 'there is no such file in the folder');
  const facts = factsSchema.safeParse(JSON.parse(text));
  if (!facts.success) return refuse('case.json', facts.error.issues[0].message);
  const recipe = recipes.find(({ model }) => model.test(facts.data.model));
  if (!recipe) return refuse('model', `"${facts.data.model}" is not one of the reduced models`);
  const drafts = [recipe.draft(facts.data, read)].flat() as Draft[];
  const variants: Variant[] = [];
  for (const { variant = '', ...draft } of drafts) {
    const parsed = parseCase({ ...common(facts.data, read), ...draft });
    if (!parsed.ok) return parsed;
    variants.push({ name: String(variant), case: parsed.case });
  }
  return { ok: true, variants };
}

const refuse = (path: string, message: string): AdaptedFolder => ({ ok: false, problems: [{ path, message }] });

function common(facts: Facts, read: ReadFile): Draft {
  const nodes = facts.nodes ?? facts.agents ?? 0;
  const first = facts.initial_active ?? (typeof facts.initial === 'number' ? facts.initial : 0);
  const edges = read('edges.csv');
  const { dt_years } = facts.parameters;
  return {
    version: 1,
    name: facts.id,
    about: facts.model,
    network:
      edges === null ? { kind: 'mixing', nodes } : { kind: 'edges', nodes, directed: facts.directed, edges: edgesOf(edges) },
    timing: dt_years === undefined ? { per: 'step' } : { per: 'year', dt: dt_years },
    seeds: { nodes: facts.seeds ?? Array.from({ length: first }, (_, i) => i) },
    // A cascade in which each acts once is over after as many steps as there are nodes.
    steps: facts.steps ?? nodes,
  };
}

/** Rows of source, target[, weight[, layer]] as our cases list them. A layer without weights gets weight 1. */
export function edgesOf(text: string): (number | string)[][] {
  const edges: (number | string)[][] = [];
  let places: Record<'source' | 'target' | 'weight' | 'layer', number> | undefined;
  readRows(text, {
    header(names) {
      const [source, target, weight, layer] = ['source', 'target', 'weight', 'layer'].map((name) => names.indexOf(name));
      places = { source, target, weight, layer };
      return source >= 0 && target >= 0;
    },
    row({ cells }) {
      const { source, target, weight, layer } = places!;
      const edge: (number | string)[] = [cells[source], cells[target]].map(Number);
      if (weight >= 0 || layer >= 0) edge.push(weight >= 0 ? Number(cells[weight]) : 1);
      if (layer >= 0) edge.push(cells[layer]);
      edges.push(edge);
    },
    empty() {},
  });
  return edges;
}

/** A column of numbers; null where the file or the column is missing. */
function columnOf(text: string | null, name: string): number[] | null {
  if (text === null) return null;
  const values: number[] = [];
  let place = -1;
  readRows(text, {
    header(names) {
      place = names.indexOf(name);
      return place >= 0;
    },
    row: ({ cells }) => values.push(Number(cells[place])),
    empty() {},
  });
  return place < 0 ? null : values;
}
