/** Who follows which rollout: the plan's, or one that a district or a network of schools has chosen for itself. */
import { chance } from '../arithmetic.ts';
import type { Model } from '../model.ts';
import type { Quantities, Values } from '../quantity.ts';
import { draw, purposes } from '../random.ts';
import { strategies } from './index.ts';
import { hasBegun, isStart, isYearly } from './offers.ts';

type ParametersOf = (strategy: string) => Values<Quantities>;

const sights = new WeakMap<Model, readonly Model[]>();

/** The model as each rollout of their own sees it: the same in everything but the ledger of waves, tiers, gates and clusters. */
function sightsOf(model: Model): readonly Model[] {
  let views = sights.get(model);
  if (!views) {
    views = model.picked.rollouts.map((_, i) => ({
      ...model,
      following: i + 1,
      state: {
        ...model.state,
        wave: new Float64Array(1),
        waveYear: Float64Array.of(-1),
        gate: new Float64Array(1),
        clusterShare: new Float64Array(1),
        labOver: new Float64Array(1),
      },
    }));
    sights.set(model, views);
  }
  return views;
}

/** The plan's rollout acts on the schools that follow it, and after it each of their own on theirs. */
export function rollOut(model: Model, kind: number, parametersOf: ParametersOf): void {
  const { rollouts } = model.picked;
  if (rollouts.length > 0) imitate(model);
  act(model, kind, parametersOf);
  if (rollouts.length === 0) return;
  for (const [i, view] of sightsOf(model).entries()) act(view, rollouts[i].kind, parametersOf);
}

function act(model: Model, kind: number, parametersOf: ParametersOf): void {
  const { name } = strategies[kind];
  strategies[kind].act(model, parametersOf(name));
}

/** Once a year some districts look around, and take the rollout under which districts have most schools in use, their own left out. */
function imitate(model: Model): void {
  const { districts, levers, system, key, time } = model;
  const rate = levers.strategy.imitation;
  if (rate <= 0 || !hasBegun(model) || isStart(model) || !isYearly(model)) return;
  const year = Math.round(time.year);
  const before = districts.follows.slice();
  for (let d = 0; d < system.districtCount; d++) {
    const id = system.schoolKey[system.firstSchool[d]];
    if (draw(key, purposes.rolloutChoice, id, 0, year) >= chance(rate, 1)) continue;
    const best = bestElsewhere(model, before, d);
    if (best !== before[d]) follow(model, d, best);
  }
}

/** The rollout with the highest mean share of schools in use among other districts, where that is more than here; or one's own. */
function bestElsewhere({ districts, system, picked }: Model, follows: Uint8Array, d: number): number {
  let best = follows[d];
  let most = districts.share[d];
  for (let rollout = 0; rollout <= picked.rollouts.length; rollout++) {
    let sum = 0;
    let n = 0;
    for (let other = 0; other < system.districtCount; other++) {
      if (other === d || follows[other] !== rollout) continue;
      sum += districts.share[other];
      n++;
    }
    if (n === 0 || sum / n <= most) continue;
    most = sum / n;
    best = rollout;
  }
  return best;
}

/** A district changes over with the schools that follow it; what was required of them is lifted. */
function follow({ districts, schools, system }: Model, d: number, rollout: number): void {
  for (let s = system.firstSchool[d]; s < system.firstSchool[d + 1]; s++) {
    if (schools.follows[s] !== districts.follows[d]) continue;
    schools.follows[s] = rollout;
    schools.mandate[s] = 0;
  }
  districts.follows[d] = rollout;
}
