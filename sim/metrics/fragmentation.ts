/** Fragmentation as the switched-on ties show it: modularity by district, and components. */
import type { Model } from '../model.ts';
import type { System } from '../system/system.ts';
import type { Metric } from './metric.ts';

interface Measured {
  readonly modularity: number;
  readonly components: number;
}

/** Ties between schools, found once a system: most ties lie inside schools and join nothing. */
interface Bridges {
  readonly tie: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}
const bridgesOf = new WeakMap<System, Bridges>();
/** The last answer for a model, while the switched-on ties stay the same. */
const answers = new WeakMap<Model, { readonly key: string; readonly measured: Measured }>();

function bridges(system: System): Bridges {
  const known = bridgesOf.get(system);
  if (known) return known;
  const { ties, educatorSchool } = system;
  let n = 0;
  for (let k = 0; k < ties.source.length; k++) if (ties.layer[k] > 1) n++;
  const found = { tie: new Int32Array(n), from: new Int32Array(n), to: new Int32Array(n) };
  n = 0;
  for (let e = 0; e < system.educatorCount; e++) {
    for (let k = ties.offsets[e]; k < ties.offsets[e + 1]; k++) {
      if (ties.layer[k] <= 1) continue;
      found.tie[n] = k;
      found.from[n] = educatorSchool[e];
      found.to[n++] = educatorSchool[ties.source[k]];
    }
  }
  bridgesOf.set(system, found);
  return found;
}

function measure(model: Model): Measured {
  const { state, clusters } = model;
  const key = `${state.layerShare.join()} ${clusters.active.join('')}`;
  const last = answers.get(model);
  if (last?.key === key) return last.measured;
  const measured = fresh(model);
  answers.set(model, { key, measured });
  return measured;
}

function fresh({ system, state, clusters }: Model): Measured {
  const { tie, from, to } = bridges(system);
  const root = Int32Array.from({ length: system.schoolCount }, (_, s) => s);
  const find = (s: number): number => {
    let at = s;
    while (root[at] !== at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  };
  let components = system.schoolCount;
  let on = 0;
  let inside = 0;
  const ends = new Float64Array(system.districtCount);
  for (let i = 0; i < tie.length; i++) {
    const layer = system.ties.layer[tie[i]];
    if (system.ties.luck[tie[i]] >= state.layerShare[layer] * 256) continue;
    if (layer === 3 && !clusters.active[system.schoolCluster[from[i]]]) continue;
    on++;
    const a = system.schoolDistrict[from[i]];
    const b = system.schoolDistrict[to[i]];
    if (a === b) inside++;
    ends[a]++;
    ends[b]++;
    const x = find(from[i]);
    const y = find(to[i]);
    if (x !== y) {
      root[x] = y;
      components--;
    }
  }
  let expected = 0;
  for (const e of ends) expected += (e / (2 * on)) * (e / (2 * on));
  return { modularity: on > 0 ? inside / on - expected : Number.NaN, components };
}

export const fragmentation: readonly Metric[] = [
  {
    name: 'modularity',
    label: 'Modularity',
    unit: 'Newman’s Q by district',
    about: 'How far ties between schools stay within districts beyond chance; missing without such ties.',
    measure: (_, model) => measure(model).modularity,
  },
  {
    name: 'components',
    label: 'Separate networks of schools',
    unit: 'share of schools',
    about: 'Components of the network between schools, by schools: 1 means that no school has a tie to another.',
    measure: (_, model) => measure(model).components / model.system.schoolCount,
  },
];
