/**
 * The posterior of the network model: p, q and the ceiling of every group, how people are seen, and the pace of every step, which
 * no constant rate explains. Whoever has not adopted may be one of those who never will, or may only not have come to it yet.
 */
import { exp, log } from '../../sim/index.ts';
import { Hierarchy, Step } from './hierarchy.ts';
import { links, type Named } from './links.ts';
import type { Luck } from './luck.ts';
import { type Exposed, pullsOf, type Sight } from './network.ts';

/** Scale of the half-normal prior of the spread of paces. */
const SPREAD = 0.7;

/** One draw of everything. */
export interface NetworkDraw {
  readonly sight: number;
  /** Standard deviation of the logarithm of pace. */
  readonly spread: number;
  /** Rates and ceiling, groups × 3. */
  readonly theta: readonly Float64Array[];
  readonly mean: Float64Array;
  /** By group, whether each of those at risk is one who may adopt. */
  readonly open: readonly Uint8Array[];
}

interface GroupState {
  readonly exposed: Exposed;
  /** Logarithm of the pace by step. */
  readonly pace: Float64Array;
  pulls: Float64Array;
  /** Of each at risk: sum of pace, and of pace times pull, over its steps, its adoption included. */
  readonly waited: Float64Array;
  readonly pulled: Float64Array;
}

export function drawNetwork(
  groups: readonly Exposed[],
  sights: readonly Sight[],
  named: readonly Named[],
  luck: Luck,
  { warm, draws, thin }: { warm: number; draws: number; thin: number },
): NetworkDraw[] {
  const pulls = sights.map((sight) => groups.map((exposed) => pullsOf(exposed, sight)));
  const hierarchy = new Hierarchy(named, groups.length);
  let sight = Math.floor(sights.length / 2);
  let spread = 0.3;
  const spreadStep = new Step(0.3);
  const states = groups.map((exposed, g) => stateOf(exposed, pulls[sight][g]));
  const paceSteps = groups.map(({ people }) => Array.from({ length: people.seen }, () => new Step(0.5)));
  const kept: NetworkDraw[] = [];
  for (let n = 0; n < warm + draws * thin; n++) {
    const settling = n < warm;
    hierarchy.sweep((g, theta) => logLikelihood(states[g], theta), luck, settling);
    sight = moveSight(states, pulls, hierarchy, sight, luck);
    const open = states.map((state, g) => openOf(state, hierarchy.theta[g], luck));
    for (let g = 0; g < states.length; g++)
      movePaces(states[g], open[g], hierarchy.theta[g], spread, paceSteps[g], luck, settling);
    spread = moveSpread(states, spread, spreadStep, luck, settling);
    if (settling || (n - warm) % thin !== 0) continue;
    kept.push({
      sight,
      spread,
      theta: hierarchy.theta.map((theta) => theta.slice()),
      mean: hierarchy.mean.slice(),
      open: states.map((state, g) => openOf(state, hierarchy.theta[g], luck)),
    });
  }
  return kept;
}

function stateOf(exposed: Exposed, pulls: Float64Array): GroupState {
  const { risk, people } = exposed;
  const state: GroupState = {
    exposed,
    pulls,
    pace: new Float64Array(people.seen),
    waited: new Float64Array(risk.length),
    pulled: new Float64Array(risk.length),
  };
  addUp(state);
  return state;
}

function addUp({ exposed, pace, pulls, waited, pulled }: GroupState): void {
  const { seen } = exposed.people;
  const speed = pace.map(exp);
  for (let r = 0; r < waited.length; r++) {
    waited[r] = 0;
    pulled[r] = 0;
    for (let t = 0; t < exposed.last[r]; t++) {
      waited[r] += speed[t];
      pulled[r] += speed[t] * pulls[r * seen + t];
    }
  }
}

/** 1 − exp(−h) as a logarithm, also where h is small. */
const logChance = (h: number): number => (h < 1e-5 ? log(h) - h / 2 : log(1 - exp(-h)));

/** Never-adopters summed over: who has not adopted either waits or never will. */
function logLikelihood({ exposed, pace, pulls, waited, pulled }: GroupState, theta: Float64Array): number {
  const { last, did, people } = exposed;
  const [p, q] = [exp(theta[0]), exp(theta[1])];
  const ceiling = links.logit.from(theta[2]);
  const logCeiling = log(ceiling);
  let sum = 0;
  for (let r = 0; r < waited.length; r++) {
    const hazard = p * waited[r] + q * pulled[r];
    if (did[r]) {
      const t = last[r] - 1;
      const h = exp(pace[t]) * (p + q * pulls[r * people.seen + t]);
      sum += logCeiling - (hazard - h) + logChance(h);
    } else sum += log(1 - ceiling + ceiling * exp(-hazard));
  }
  return sum;
}

const total = (states: readonly GroupState[], { theta }: Hierarchy): number =>
  states.reduce((sum, state, g) => sum + logLikelihood(state, theta[g]), 0);

/** Another way of seeing, drawn from all. */
function moveSight(
  states: readonly GroupState[],
  pulls: readonly (readonly Float64Array[])[],
  hierarchy: Hierarchy,
  sight: number,
  luck: Luck,
): number {
  if (pulls.length === 1) return sight;
  const put = (to: number) => {
    for (let g = 0; g < states.length; g++) {
      states[g].pulls = pulls[to][g];
      addUp(states[g]);
    }
  };
  let at = sight;
  let here = total(states, hierarchy);
  for (const far of [true, false]) {
    const step = far ? Math.floor(luck.uniform() * pulls.length) - at : luck.uniform() < 0.5 ? -1 : 1;
    const to = at + step;
    if (to < 0 || to >= pulls.length) continue;
    put(to);
    const there = total(states, hierarchy);
    if (log(luck.uniform()) < there - here) [at, here] = [to, there];
    else put(at);
  }
  return at;
}

function openOf({ exposed, waited, pulled }: GroupState, theta: Float64Array, luck: Luck): Uint8Array {
  const [p, q] = [exp(theta[0]), exp(theta[1])];
  const ceiling = links.logit.from(theta[2]);
  return exposed.did.map((did, r) => {
    if (did) return 1;
    const waiting = ceiling * exp(-p * waited[r] - q * pulled[r]);
    return luck.uniform() * (waiting + 1 - ceiling) < waiting ? 1 : 0;
  });
}

/** The pace of each step, given who may adopt: those at risk in a step are then all that it depends on. */
function movePaces(
  state: GroupState,
  open: Uint8Array,
  theta: Float64Array,
  spread: number,
  steps: readonly Step[],
  luck: Luck,
  settling: boolean,
): void {
  const { exposed, pace, pulls } = state;
  const { seen } = exposed.people;
  const [p, q] = [exp(theta[0]), exp(theta[1])];
  const shape = 1 / (spread * spread);
  const waiting = new Float64Array(seen);
  const adopting: number[][] = Array.from({ length: seen }, () => []);
  for (let r = 0; r < open.length; r++) {
    if (!open[r]) continue;
    for (let t = 0; t < exposed.last[r]; t++) {
      const h = p + q * pulls[r * seen + t];
      if (exposed.did[r] && t === exposed.last[r] - 1) adopting[t].push(h);
      else waiting[t] += h;
    }
  }
  const prior = (x: number): number => shape * (x - exp(x));
  for (let t = 0; t < seen; t++) {
    const density = (x: number): number => {
      const speed = exp(x);
      return adopting[t].reduce((sum, h) => sum + logChance(speed * h), prior(x) - speed * waiting[t]);
    };
    pace[t] = steps[t].move(pace[t], density(pace[t]), density, luck, settling).at;
  }
  addUp(state);
}

/** How far paces lie apart, given them: gamma numbers of mean 1. */
function moveSpread(states: readonly GroupState[], spread: number, step: Step, luck: Luck, settling: boolean): number {
  let [n, sum] = [0, 0];
  for (const { pace } of states) {
    for (const x of pace) sum += x - exp(x);
    n += pace.length;
  }
  const density = (x: number): number => {
    const cv = exp(x);
    if (cv < 0.05 || cv > 3) return Number.NEGATIVE_INFINITY;
    const shape = 1 / (cv * cv);
    return x + n * (shape * log(shape) - logGamma(shape)) + shape * sum - (cv * cv) / (2 * SPREAD * SPREAD);
  };
  const at = log(spread);
  return exp(step.move(at, density(at), density, luck, settling).at);
}

/** log Γ(x), by Stirling's series from 8 on and the recurrence below. */
function logGamma(x: number): number {
  let [at, shift] = [x, 0];
  for (; at < 8; at++) shift += log(at);
  const square = 1 / (at * at);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / at;
  return (at - 0.5) * log(at) - at + 0.5 * log(2 * Math.PI) + series - shift;
}
