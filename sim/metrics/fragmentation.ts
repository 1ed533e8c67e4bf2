/** Fragmentation as the switched-on ties show it: modularity by district, and components. */
import type { Model } from '../model.ts';
import type { Metric } from './metric.ts';

interface Measured {
  readonly modularity: number;
  readonly components: number;
}

/** The last answer for a model, which holds while the switched-on ties stay the same. */
interface Answer {
  readonly layerShare: Float64Array;
  readonly active: Uint8Array;
  readonly measured: Measured;
}
const answers = new WeakMap<Model, Answer>();

const isSame = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

function measure(model: Model): Measured {
  const { state, clusters } = model;
  const last = answers.get(model);
  if (last && isSame(last.layerShare, state.layerShare) && isSame(last.active, clusters.active)) return last.measured;
  const measured = fresh(model);
  answers.set(model, { layerShare: state.layerShare.slice(), active: clusters.active.slice(), measured });
  return measured;
}

function fresh({ system, state, clusters }: Model): Measured {
  const { offsets, source, layer, luck } = system.ties;
  const { educatorSchool, schoolDistrict, schoolCluster } = system;
  const limits = Array.from(state.layerShare, (share) => Math.ceil(share * 256));
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
  for (let e = 0; e < system.educatorCount; e++) {
    const from = educatorSchool[e];
    // Ties between schools stand at the end of a row.
    for (let k = offsets[e + 1] - 1; k >= offsets[e] && layer[k] > 1; k--) {
      if (luck[k] >= limits[layer[k]] || (layer[k] === 3 && !clusters.active[schoolCluster[from]])) continue;
      const to = educatorSchool[source[k]];
      const a = schoolDistrict[from];
      const b = schoolDistrict[to];
      on++;
      if (a === b) inside++;
      ends[a]++;
      ends[b]++;
      const x = find(from);
      const y = find(to);
      if (x === y) continue;
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
