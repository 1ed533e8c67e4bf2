/** Fragmentation as the switched-on ties show it: modularity by district, and components. */
import type { Model } from '../model.ts';
import { layerOf, layers, limitOf, sourceOf } from '../network.ts';
import type { System } from '../system/system.ts';
import type { Metric } from './metric.ts';

const DISTRICT = layers.indexOf('district');
const CLUSTER = layers.indexOf('cluster');

interface Measured {
  readonly modularity: number;
  readonly components: number;
}

/** Answers of a system that are kept, by which of its ties between schools are switched on; the oldest makes way. */
const KEPT = 64;
const answers = new WeakMap<System, readonly (Measured & { readonly on: string })[]>();

function measure(model: Model): Measured {
  const { system, state, clusters } = model;
  const on = `${Array.from(state.layerShare.subarray(DISTRICT), limitOf)} ${clusters.active.join('')}`;
  const known = answers.get(system) ?? [];
  const found = known.find((answer) => answer.on === on);
  if (found) return found;
  const measured = { on, ...fresh(model) };
  answers.set(system, [...known.slice(1 - KEPT), measured]);
  return measured;
}

function fresh({ system, state, clusters }: Model): Measured {
  const { offsets, ends: tieEnds, luck } = system.ties;
  const { educatorSchool, schoolDistrict, schoolCluster } = system;
  const limits = Array.from(state.layerShare, limitOf);
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
    for (let k = offsets[e + 1] - 1; k >= offsets[e]; k--) {
      const layer = layerOf(tieEnds[k]);
      if (layer < DISTRICT) break;
      if (luck[k] >= limits[layer] || (layer === CLUSTER && !clusters.active[schoolCluster[from]])) continue;
      const to = educatorSchool[sourceOf(tieEnds[k])];
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
