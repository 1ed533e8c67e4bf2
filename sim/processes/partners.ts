/** Researchers and entrepreneurs of a cluster: their ties to educators, what they make together, and what each learns by it. */

import { partners as roles } from '../agents/others.ts';
import { clamp, cubeRoot, exp } from '../arithmetic.ts';
import { defineProcess, type Model } from '../model.ts';
import { draw, purposes } from '../random.ts';

const share = { unit: 'share', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;
const speed = {
  unit: 'per year',
  bounds: [0, 20],
  grade: 'D',
  source:
    'assumed; source document “How to scale up and scale in”: a network that merges research with the innovations of educators',
} as const;
const [RESEARCHERS, ENTREPRENEURS] = [roles.indexOf('researchers'), roles.indexOf('entrepreneurs')];

export const partners = defineProcess({
  name: 'partners',
  label: 'Researchers and entrepreneurs',
  about:
    'Each cluster has researchers and entrepreneurs of its own, more willing or less. A tie between an educator and one of them works while its fixed luck lies below reach × willingness and the cluster works. Those with ties to both make things together: the geometric mean of the mindset of these educators and the willingness of both partners, times the share of educators who are tied. Joint work moves the innovations in use there: design and procedure are worked out, the design moves toward the needs of the schools, cost falls. And everyone learns by it: educators gain capability, partners gain knowledge of schools, which makes them count for more in what the cluster produces. Without reach there are no such ties.',
  acts: 'step',
  parameters: {
    reach: {
      ...share,
      label: 'Educators of a working cluster tied to a fully willing partner',
      range: [0, 0.5],
      default: 0,
      source: 'assumed; off unless a plan asks for it; source document “How to scale up and scale in”: findings stay in theses',
    },
    making: {
      ...speed,
      label: 'Missing elaboration and fit that full joint work of all clusters adds',
      range: [0.2, 1],
      default: 0.5,
    },
    cheaper: {
      ...speed,
      label: 'Cost above the floor that full joint work of all clusters saves',
      range: [0.05, 0.4],
      default: 0.2,
    },
    floor: {
      ...share,
      label: 'Lowest unit cost that joint work reaches, beside the first year’s',
      range: [0.4, 0.8],
      default: 0.6,
    },
    teaching: {
      ...speed,
      label: 'Capability gained by educators who work with a fully willing partner',
      range: [0.02, 0.2],
      default: 0.08,
    },
    learning: { ...speed, label: 'Knowledge of schools gained by partners in full joint work', range: [0.2, 2], default: 0.8 },
  },
  writes: [
    'educators.capability',
    'clusters.tied',
    'clusters.joint',
    'clusters.knowledge',
    'innovations.elaboration',
    'innovations.need',
    'innovations.costFactor',
  ],
  run(model, p) {
    const { clusters, innovations, innovationCount, system, time } = model;
    if (p.reach <= 0) {
      clusters.tied.fill(0);
      clusters.joint.fill(0);
      return;
    }
    const mindset = meet(model, p);
    for (let c = 0; c < system.clusterCount; c++) {
      const tied = Math.min(clusters.tied[2 * c], clusters.tied[2 * c + 1]);
      const [r, n] = [clusters.willingness[2 * c + RESEARCHERS], clusters.willingness[2 * c + ENTREPRENEURS]];
      clusters.joint[c] = cubeRoot(mindset[c] * r * n) * tied;
      const learns = 1 - exp(-p.learning * clusters.joint[c] * time.dt);
      for (let role = 0; role < roles.length; role++) {
        const at = 2 * c + role;
        clusters.knowledge[at] += (1 - clusters.knowledge[at]) * learns;
      }
    }
    for (let v = 0; v < innovationCount; v++) {
      const { effort, needA, needB } = workOn(model, v);
      if (effort <= 0) continue;
      const moves = 1 - exp(-p.making * effort * time.dt);
      innovations.elaboration[v] += moves * (1 - innovations.elaboration[v]);
      innovations.need[2 * v] += moves * (needA - innovations.need[2 * v]);
      innovations.need[2 * v + 1] += moves * (needB - innovations.need[2 * v + 1]);
      innovations.costFactor[v] -= (1 - exp(-p.cheaper * effort * time.dt)) * Math.max(0, innovations.costFactor[v] - p.floor);
    }
  },
});

/** Finds the ties that work, and lets their educators learn; the mean mindset of those tied to both, by cluster. */
function meet(model: Model, p: { readonly reach: number; readonly teaching: number }): Float64Array {
  const { clusters, educators, system, time } = model;
  const { clusterCount } = system;
  const [sum, both, posts] = [new Float64Array(clusterCount), new Float64Array(clusterCount), new Float64Array(clusterCount)];
  clusters.tied.fill(0);
  for (let s = 0; s < system.schoolCount; s++) {
    const c = system.schoolCluster[s];
    if (!clusters.active[c]) continue;
    for (let e = system.firstEducator[s]; e < system.firstEducator[s + 1]; e++) {
      posts[c]++;
      let ties = 0;
      let taught = 0;
      for (let role = 0; role < roles.length; role++) {
        const willing = clusters.willingness[2 * c + role];
        const luck = draw(system.key, purposes.partnerTie, system.schoolKey[s], e - system.firstEducator[s], role);
        if (luck >= p.reach * willing) continue;
        clusters.tied[2 * c + role]++;
        taught += willing;
        ties++;
      }
      if (ties === 0) continue;
      educators.capability[e] += (1 - educators.capability[e]) * (1 - exp(-p.teaching * taught * time.dt));
      if (ties < roles.length) continue;
      both[c]++;
      sum[c] += educators.mindset[e];
    }
  }
  for (let c = 0; c < clusterCount; c++) {
    for (let role = 0; role < roles.length; role++) clusters.tied[2 * c + role] /= Math.max(1, posts[c]);
    sum[c] = both[c] > 0 ? sum[c] / both[c] : 0;
  }
  return sum;
}

/** Joint work on an innovation, 1 if all clusters were at full work on it alone; and the middle of the needs that it looks at. */
function workOn({ clusters, schools, system }: Model, v: number): { effort: number; needA: number; needB: number } {
  let [all, a, b] = [0, 0, 0];
  for (let s = 0; s < system.schoolCount; s++) {
    const work = schools.lead[s] === v + 1 ? clusters.joint[system.schoolCluster[s]] : 0;
    all += work;
    a += work * system.needs[2 * s];
    b += work * system.needs[2 * s + 1];
  }
  return { effort: clamp(all / system.schoolCount, 0, 1), needA: all > 0 ? a / all : 0, needB: all > 0 ? b / all : 0 };
}
