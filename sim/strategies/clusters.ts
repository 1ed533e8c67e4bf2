import { affiliation } from '../agents/schools.ts';
import { defineStrategy, type Model } from '../model.ts';
import { byNeighbours, byRank, hasBegun, invite, isOurs, isStart, isYearly, seed } from './offers.ts';

/** Behind every school of a working cluster: queue numbers stay below it. */
const LAST = 10;

/** Grow from clusters: schools, researchers and entrepreneurs work together across districts; hubs link and split. */
export const clusterLed = defineStrategy({
  name: 'clusters',
  label: 'Grow from clusters',
  about:
    'Cluster-led: more and more education clusters of schools, researchers and entrepreneurs are set to work; each shares what it learns, and its schools join when they want to.',
  parameters: {
    first: {
      label: 'Clusters at work in the first year',
      unit: 'share',
      range: [0.05, 0.3],
      bounds: [0, 1],
      default: 0.2,
      grade: 'D',
      source: 'assumed',
    },
    growth: {
      label: 'Growth of the number of clusters',
      unit: 'per year',
      range: [0.1, 0.6],
      bounds: [0, 3],
      default: 0.25,
      grade: 'D',
      source: 'assumed; hubs split and link (source document “How to scale up and scale in”)',
    },
    hubs: {
      label: 'Growth added where hubs have it working',
      unit: 'share of the growth',
      range: [0, 1],
      bounds: [0, 5],
      default: 0.5,
      grade: 'D',
      source: 'assumed; hubs split and link (source document “How to scale up and scale in”)',
    },
    joining: {
      label: 'Schools of working clusters that are invited a year',
      unit: 'share of those still outside',
      range: [0.1, 0.5],
      bounds: [0, 1],
      default: 0.25,
      grade: 'D',
      source: 'assumed: joining is voluntary',
    },
  },
  act(model, p) {
    const { state, schools, system, clusters } = model;
    if (isStart(model)) {
      seed(model, true, byRank(model));
    }
    if (hasBegun(model) && state.clusterShare[0] === 0) {
      state.clusterShare[0] = p.first;
      if (model.following > 0) call(model, p.first);
    }
    if (!hasBegun(model) || isStart(model) || !isYearly(model)) return;
    // Hubs that have it working split and link: they start new clusters.
    let active = 0;
    let ready = 0;
    for (let c = 0; c < system.clusterCount; c++) {
      if (!clusters.active[c]) continue;
      active++;
      if (clusters.hub[c] >= 0 && schools.implementing[clusters.hub[c]]) ready++;
    }
    const example = active > 0 ? ready / active : 0;
    state.clusterShare[0] = Math.min(1, state.clusterShare[0] * (1 + p.growth * (1 + p.hubs * example)));
    if (model.following > 0) call(model, state.clusterShare[0]);
    let outside = 0;
    for (let s = 0; s < system.schoolCount; s++) {
      if (!isOurs(model, s)) continue;
      if (schools.affiliation[s] === affiliation('outside') && clusters.active[system.schoolCluster[s]]) outside++;
    }
    const near = byNeighbours(model);
    invite(model, outside * p.joining, (s) => (clusters.active[system.schoolCluster[s]] ? 0 : LAST) + near(s));
  },
});

/** A rollout that is not the plan's sets to work only clusters that have schools of its own, those first that would come first anyway. */
function call(model: Model, share: number): void {
  const { clusters, system } = model;
  const own = new Set<number>();
  for (let s = 0; s < system.schoolCount; s++) if (isOurs(model, s)) own.add(system.schoolCluster[s]);
  const inOrder = [...own].sort((a, b) => system.clusterRank[a] - system.clusterRank[b]);
  for (const c of inOrder.slice(0, Math.ceil(share * inOrder.length))) clusters.called[c] = 1;
}
