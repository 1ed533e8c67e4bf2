/**
 * A contagion case as a file: which network, what is seen, what it does, from where, how long, and what to report. Believed here,
 * once; a path to a network file is the caller's to resolve.
 */
import { z } from 'zod';
import { type Problem, pathText } from '../problem.ts';
import { keyOf } from '../random.ts';
import { exposures } from './kernel.ts';
import { type Contagion, crowds, departures, type Threshold, type Ties } from './model.ts';
import { counts } from './summary.ts';
import { complete, type Edges, erdosRenyi, rewiredRing, ring, tiesFromEdges } from './ties.ts';

const LARGEST = 10_000_000;

const node = z.int().min(0).max(LARGEST);
const nodes = z.int().min(1).max(LARGEST);
const strength = z.number().min(0);
const probability = z.number().min(0).max(1);
const degree = z.int().min(2).multipleOf(2);

/** Source, target, and, where the network has them, weight and layer. */
const edge = z
  .tuple([node, node])
  .or(z.tuple([node, node, strength]))
  .or(z.tuple([node, node, strength, z.string()]));

const network = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('edges'), nodes, directed: z.boolean(), edges: z.array(edge) }),
  z.strictObject({ kind: z.literal('file'), nodes, directed: z.boolean(), path: z.string().min(1) }),
  z.strictObject({ kind: z.literal('mixing'), nodes, among: z.enum(crowds).exclude(['ties']).default('population') }),
  z.strictObject({ kind: z.literal('complete'), nodes: nodes.max(5000) }),
  z.strictObject({ kind: z.literal('ring'), nodes, degree }),
  z.strictObject({ kind: z.literal('rewiredRing'), nodes, degree, rewired: probability, key: z.string() }),
  z.strictObject({ kind: z.literal('erdosRenyi'), nodes, meanDegree: z.number().min(0), key: z.string() }),
]);

const threshold = z.union([strength, z.array(strength), z.strictObject({ low: strength, high: strength })]);

const kernel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('linear'), strength }),
  z.strictObject({ kind: z.literal('hill'), strength, threshold, exponent: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('step'), strength: strength.default(1), threshold }),
  z.strictObject({ kind: z.literal('onceEachTie'), probability: z.union([probability, z.literal('weight')]) }),
]);

const output = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('curve'), count: z.enum(counts).default('active') }),
  z.strictObject({ kind: z.literal('finalDistribution'), count: z.enum(counts).default('ever') }),
  z.strictObject({ kind: z.literal('nodeProbability'), count: z.enum(counts).default('ever') }),
  z.strictObject({ kind: z.literal('perSeed'), count: z.enum(counts).default('ever') }),
]);

export const outputKinds = output.options.map((option) => option.shape.kind.value);

export const caseSchema = z
  .strictObject({
    version: z.literal(1),
    name: z.string(),
    about: z.string().default(''),
    network,
    exposure: z.strictObject({ of: z.enum(exposures), layers: z.record(z.string(), probability).optional() }),
    kernel,
    external: strength.default(0),
    dropOut: z.strictObject({ kind: z.enum(departures), strength }).default({ kind: 'none', strength: 0 }),
    timing: z
      .discriminatedUnion('per', [
        z.strictObject({ per: z.literal('step') }),
        z.strictObject({ per: z.literal('year'), dt: z.number().positive() }),
      ])
      .default({ per: 'step' }),
    /** null: until nothing can change any more. */
    steps: z.int().min(0).max(1_000_000).nullable(),
    seeds: z.union([
      z.strictObject({ nodes: z.array(node) }),
      z.strictObject({ random: z.int().min(1) }),
      z.strictObject({ each: z.array(node), withNeighbours: z.boolean().default(false) }),
    ]),
    replicates: z.int().min(1).max(10_000_000).default(1000),
    /** The text that luck is made from. */
    seed: z.string().default('1'),
    output: output.default({ kind: 'curve', count: 'active' }),
  })
  .superRefine((given, context) => {
    for (const { path, message } of contradictions(given)) context.addIssue({ code: 'custom', path, message });
  });

export type ContagionCase = z.infer<typeof caseSchema>;
type Edge = z.infer<typeof edge>;

export type ParsedCase =
  | { readonly ok: true; readonly case: ContagionCase }
  | { readonly ok: false; readonly problems: Problem[] };

export function parseCase(value: unknown): ParsedCase {
  const parsed = caseSchema.safeParse(value);
  if (parsed.success) return { ok: true, case: parsed.data };
  return { ok: false, problems: parsed.error.issues.map(({ path, message }) => ({ path: pathText(path), message })) };
}

interface Contradiction {
  readonly path: PropertyKey[];
  readonly message: string;
}

/** What each part allows and the parts together do not. */
function* contradictions(given: ContagionCase): Generator<Contradiction> {
  yield* outside(given);
  yield* tooStrong(given);
  const { network, kernel, exposure, dropOut, timing, steps, seeds, output } = given;
  if ('threshold' in kernel && Array.isArray(kernel.threshold) && kernel.threshold.length !== network.nodes) {
    const message = `${kernel.threshold.length} thresholds for ${network.nodes} nodes; expected one a node`;
    yield { path: ['kernel', 'threshold'], message };
  }
  if (kernel.kind === 'onceEachTie') {
    if (timing.per === 'year') yield { path: ['timing'], message: 'one chance per tie is a matter of steps, not of years' };
    if (exposure.of === 'share') yield { path: ['exposure', 'of'], message: 'one chance per tie counts ties; expected "count"' };
    if (kernel.probability === 'weight' && network.kind === 'mixing') {
      yield { path: ['kernel', 'probability'], message: 'complete mixing has no weights; expected a number' };
    }
  }
  if (network.kind === 'mixing' && exposure.layers)
    yield { path: ['exposure', 'layers'], message: 'complete mixing has no layers' };
  if (steps === null && dropOut.kind === 'returning' && dropOut.strength > 0) {
    yield { path: ['steps'], message: 'with adopters who leave and return there is no end; expected a number of steps' };
  }
  if ('each' in seeds !== (output.kind === 'perSeed')) {
    yield {
      path: ['output', 'kind'],
      message: 'seeds that are run one by one ("each") and the output "perSeed" need each other',
    };
  }
}

/** Nodes, and layers, that the network does not have. */
function* outside({ network, exposure, seeds }: ContagionCase): Generator<Contradiction> {
  const count = network.nodes;
  const listed = 'nodes' in seeds ? seeds.nodes : 'each' in seeds ? seeds.each : [];
  const stray = listed.findIndex((i) => i >= count);
  if (stray >= 0) {
    const message = `node ${listed[stray]}; expected 0 to ${count - 1}`;
    yield { path: ['seeds', 'nodes' in seeds ? 'nodes' : 'each', stray], message };
  }
  if ('random' in seeds && seeds.random > count)
    yield { path: ['seeds', 'random'], message: `${seeds.random} seeds in ${count} nodes` };
  if ('degree' in network && network.degree >= count) {
    yield { path: ['network', 'degree'], message: `degree ${network.degree} in a ring of ${count}; expected fewer` };
  }
  if (network.kind === 'erdosRenyi' && network.meanDegree > (count - 1) / 2) {
    yield {
      path: ['network', 'meanDegree'],
      message: `${network.meanDegree}; expected at most half of the other nodes, ${(count - 1) / 2}`,
    };
  }
  if (network.kind === 'edges') yield* edgesOutside(network.edges, count, exposure.layers);
}

function* edgesOutside(
  edges: readonly Edge[],
  count: number,
  layers: Record<string, number> | undefined,
): Generator<Contradiction> {
  for (const [e, [source, target, , layer]] of edges.entries()) {
    if (source >= count || target >= count) {
      yield { path: ['network', 'edges', e], message: `tie ${source} to ${target}; expected nodes 0 to ${count - 1}` };
    }
    if (layers && (layer === undefined || !(layer in layers))) {
      const message = `layer "${layer ?? ''}"; expected one of ${Object.keys(layers).join(', ')}`;
      yield { path: ['network', 'edges', e], message };
    }
  }
}

/** A probability per step above 1. Ties that are counted and shares that are added may only pass it together. */
function* tooStrong({ kernel, external, dropOut, timing, network }: ContagionCase): Generator<Contradiction> {
  if (kernel.kind === 'onceEachTie' && kernel.probability === 'weight' && network.kind === 'edges') {
    const e = network.edges.findIndex(([, , weight = 1]) => weight > 1);
    if (e >= 0)
      yield { path: ['network', 'edges', e], message: `weight ${network.edges[e][2]} as a probability; expected 0 to 1` };
  }
  if (timing.per === 'year') return;
  const expected = 'a probability per step, at most 1 (rates are "timing": {"per": "year", ...})';
  if ('strength' in kernel && kernel.strength > 1)
    yield { path: ['kernel', 'strength'], message: `${kernel.strength}; expected ${expected}` };
  if (external > 1) yield { path: ['external'], message: `${external}; expected ${expected}` };
  if (dropOut.strength > 1) yield { path: ['dropOut', 'strength'], message: `${dropOut.strength}; expected ${expected}` };
}

/** The model of a case whose network is at hand. Throws where it is still a file. */
export function contagionOf(given: ContagionCase): Contagion {
  const { network, exposure, kernel, external, dropOut, timing, steps } = given;
  const names = exposure.layers && Object.keys(exposure.layers);
  const ties = network.kind === 'mixing' ? null : tiesOf(network, names);
  return {
    nodes: network.nodes,
    ...(ties && { ties }),
    exposure: {
      of: exposure.of,
      among: network.kind === 'mixing' ? network.among : 'ties',
      ...(exposure.layers && { layerStrengths: Object.values(exposure.layers) }),
    },
    kernel: 'threshold' in kernel ? { ...kernel, threshold: thresholdOf(kernel.threshold) } : kernel,
    external,
    dropOut,
    timing,
    steps,
  };
}

const thresholdOf = (given: z.infer<typeof threshold>): Threshold => (Array.isArray(given) ? Float64Array.from(given) : given);

function tiesOf(given: Exclude<ContagionCase['network'], { kind: 'mixing' }>, layers: readonly string[] | undefined): Ties {
  const undirected = (edges: Edges) => tiesFromEdges(given.nodes, edges, false);
  switch (given.kind) {
    case 'file':
      throw new Error(`contagionOf: the network in ${given.path} has not been read`);
    case 'edges':
      return tiesFromEdges(given.nodes, columns(given.edges, layers), given.directed);
    case 'complete':
      return undirected(complete(given.nodes));
    case 'ring':
      return undirected(ring(given.nodes, given.degree));
    case 'rewiredRing':
      return undirected(rewiredRing(given.nodes, given.degree, given.rewired, keyOf(given.key)));
    case 'erdosRenyi':
      return undirected(erdosRenyi(given.nodes, given.meanDegree, keyOf(given.key)));
  }
}

function columns(edges: readonly Edge[], layers: readonly string[] | undefined): Edges {
  return {
    source: edges.map(([source]) => source),
    target: edges.map(([, target]) => target),
    ...(edges.some(([, , weight]) => weight !== undefined && weight !== 1) && {
      weight: edges.map(([, , weight]) => weight ?? 1),
    }),
    ...(layers && { layer: edges.map(([, , , layer]) => layers.indexOf(layer ?? '')) }),
  };
}
