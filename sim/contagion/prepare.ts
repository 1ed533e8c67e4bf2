/** A contagion made ready to run: ties turned round, weights made whole, strengths put per step. Shared by all replicates. */
import { chance } from '../arithmetic.ts';
import { exposureAt, hazardAt, type Rule, type Sight, tieRate } from './kernel.ts';
import { nodesById } from './luck.ts';
import { actsAsRate, type Contagion, isMixing, type Kernel, type Ties } from './model.ts';

/** Ties by source: whom a change at a node is told to. */
export interface Spread {
  /** N + 1 places. */
  readonly offsets: Uint32Array;
  /** Where the tie's target keeps what it sees in the tie's layer: layer·N + target. */
  readonly place: Int32Array;
  /** Whole numbers of 1/unit; null: 1 each. */
  readonly weight: Float64Array | null;
}

export interface Prepared {
  readonly model: Contagion;
  readonly nodes: number;
  readonly ids: Uint32Array;
  readonly highestId: number;
  readonly nodeOf: Int32Array;
  readonly mixing: boolean;
  readonly spread: Spread;
  readonly sight: Sight;
  readonly rule: Rule;
  /** One a node, or what each replicate draws them from. */
  readonly threshold: Float64Array | { readonly low: number; readonly high: number };
  /** Hazards are rates times dt, which 1 − exp(−h) makes probabilities; else they are probabilities as they stand. */
  readonly asRate: boolean;
  /** No node's hazard passes this while exposure is among ties. */
  readonly highestHazard: number;
  /** Probability of a step. */
  readonly dropOut: number;
  /** Whether adoption leaves nothing to chance, so that no luck need be drawn for it. */
  readonly certain: boolean;
  /** Certain, among ties, nobody leaves and nobody acts alone: a node's lot changes only when one that it turns to adopts. */
  readonly cascades: boolean;
}

export function prepare(model: Contagion): Prepared {
  const { nodes, kernel, timing, dropOut } = model;
  if (model.exposure.among === 'ties' && !model.ties) throw new Error('prepare: exposure is among ties, and there are none');
  const ids = model.ids ?? Uint32Array.from({ length: nodes }, (_, i) => i);
  const highestId = ids.reduce((highest, id) => Math.max(highest, id), 0);
  const ties = model.ties ?? { offsets: new Uint32Array(nodes + 1), source: new Int32Array(0) };
  const layers = model.exposure.layerStrengths?.length ?? 1;
  const unit = wholeUnit(nodes, ties);
  const spread = turnedRound(nodes, ties, unit);
  const rule = ruleOf(model);
  const threshold = thresholdOf(model);
  const certain = kernel.kind === 'step' && timing.per === 'step' && kernel.strength === 1 && model.external === 0;
  const sight: Sight = {
    nodes,
    of: model.exposure.of,
    strengths: layerStrengths(model),
    unit,
    total: totals(nodes * layers, spread),
  };
  return {
    model,
    nodes,
    ids,
    highestId,
    nodeOf: nodesById(ids, highestId),
    mixing: isMixing(model),
    spread,
    sight,
    rule,
    threshold,
    asRate: actsAsRate(model),
    highestHazard: highestHazard(rule, sight),
    dropOut: dropOut.kind === 'none' ? 0 : timing.per === 'year' ? chance(dropOut.strength, timing.dt) : dropOut.strength,
    certain,
    cascades: certain && !isMixing(model) && dropOut.kind === 'none' && nobodyActsAlone(threshold),
  };
}

/** Chances of a step that act independently, so that their rates add. */
const independent = (model: Contagion): boolean => model.timing.per === 'step' && actsAsRate(model);

function ruleOf(model: Contagion): Rule {
  const { kernel, timing, external } = model;
  const dt = timing.per === 'year' ? timing.dt : 1;
  return {
    kernel: kernel.kind,
    exponent: kernel.kind === 'hill' ? kernel.exponent : 1,
    strength: kernelStrength(model, dt),
    external: independent(model) ? tieRate(external) : external * dt,
  };
}

function thresholdOf({ nodes, kernel }: Contagion): Prepared['threshold'] {
  const threshold = 'threshold' in kernel ? kernel.threshold : 0;
  return typeof threshold === 'number' ? new Float64Array(nodes).fill(threshold) : threshold;
}

const nobodyActsAlone = (threshold: Prepared['threshold']): boolean =>
  'low' in threshold ? threshold.high > 0 : threshold.every((theta) => theta > 0);

function kernelStrength(model: Contagion, dt: number): number {
  if (model.kernel.kind === 'onceEachTie' && !isMixing(model)) return 0; // its ties draw for themselves
  return independent(model) ? 1 : strengthOf(model.kernel) * dt; // independent ties carry their strength in their own rates
}

function layerStrengths(model: Contagion): Float64Array {
  const strength = strengthOf(model.kernel);
  return Float64Array.from(model.exposure.layerStrengths ?? [1], (w) => (independent(model) ? tieRate(w * strength) : w));
}

function strengthOf(kernel: Kernel): number {
  if (kernel.kind !== 'onceEachTie') return kernel.strength;
  return kernel.probability === 'weight' ? 1 : kernel.probability;
}

/** The hazard of a node all of whose ties are active and whose threshold is 0, where that is greatest. */
function highestHazard(rule: Rule, sight: Sight): number {
  let highest = 0;
  for (let i = 0; i < sight.nodes; i++) highest = Math.max(highest, hazardAt(rule, exposureAt(sight, sight.total, i), 0));
  return highest;
}

function turnedRound(nodes: number, ties: Ties, unit: number): Spread {
  const offsets = new Uint32Array(nodes + 1);
  for (const j of ties.source) offsets[j + 1]++;
  for (let j = 0; j < nodes; j++) offsets[j + 1] += offsets[j];
  const next = offsets.slice();
  const place = new Int32Array(ties.source.length);
  const weight = ties.weight ? new Float64Array(ties.source.length) : null;
  for (let i = 0; i < nodes; i++) {
    for (let k = ties.offsets[i]; k < ties.offsets[i + 1]; k++) {
      const at = next[ties.source[k]]++;
      place[at] = (ties.layer ? ties.layer[k] : 0) * nodes + i;
      if (weight) weight[at] = Math.round(weightOf(ties, k) * unit);
    }
  }
  return { offsets, place, weight };
}

function totals(places: number, { place, weight }: Spread): Float64Array {
  const total = new Float64Array(places);
  for (let k = 0; k < place.length; k++) total[place[k]] += weight ? weight[k] : 1;
  return total;
}

const weightOf = (ties: Ties, k: number): number => (ties.weight ? ties.weight[k] : 1);

/**
 * The power of two that makes weights whole numbers as fine as can be without a row's sum passing 2^52. Sums of whole numbers are
 * exact, so what a node sees can be kept by adding and taking away, in any order, without drift.
 */
function wholeUnit(nodes: number, ties: Ties): number {
  if (!ties.weight) return 1;
  let heaviest = 0;
  for (let i = 0; i < nodes; i++) {
    let sum = 0;
    for (let k = ties.offsets[i]; k < ties.offsets[i + 1]; k++) sum += weightOf(ties, k);
    heaviest = Math.max(heaviest, sum);
  }
  let unit = 1;
  while (heaviest > 0 && heaviest * unit < 2 ** 51 && unit < 2 ** 52) unit *= 2;
  return unit;
}
