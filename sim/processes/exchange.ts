/** Whoever helps a colleague learns by it, and so does the colleague: learning in both directions along a tie. */

import { stages } from '../agents/educators.ts';
import { exp } from '../arithmetic.ts';
import { defineProcess } from '../model.ts';
import { layerOf, layers, limitOf, sourceOf } from '../network.ts';

const speed = {
  unit: 'per year and full tie',
  bounds: [0, 5],
  grade: 'D',
  source:
    'assumed; off unless a plan asks for it; everyone learns when collaborating: source document “How to scale up and scale in”',
} as const;
const TRIALLING = stages.indexOf('trialling');
const CLUSTER = layers.indexOf('cluster');
/** Deepest of the quantiles that ties are kept with. */
const DEEPEST = 255;

export const exchange = defineProcess({
  name: 'exchange',
  label: 'Learning along ties',
  about:
    'Somebody who tries an innovation out turns to those of their ties who have it in routine use. Help counts by the depth of the tie and the trust at the helper’s school, and both ends of the tie learn: the one who is helped gains capability, the one who helps gains capability and a mindset of growth. All rates are 0 unless a plan sets them.',
  acts: 'step',
  parameters: {
    helped: { ...speed, label: 'Capability gained by being helped', range: [0, 0.1], default: 0 },
    helping: { ...speed, label: 'Capability gained by helping', range: [0, 0.1], default: 0 },
    helpingMindset: { ...speed, label: 'Mindset gained by helping', range: [0, 0.1], default: 0 },
  },
  writes: ['educators.capability', 'educators.mindset'],
  run({ educators, schools, system, clusters, state, time }, p) {
    if (p.helped + p.helping + p.helpingMindset <= 0) return;
    const { using, stage, capability, mindset } = educators;
    const { offsets, ends, luck, depth } = system.ties;
    const { educatorSchool, educatorCount } = system;
    const [given, got] = [new Float64Array(educatorCount), new Float64Array(educatorCount)];
    const limit = Array.from(state.layerShare, limitOf);
    for (let e = 0; e < educatorCount; e++) {
      if (using[e] === 0 || stage[e] !== TRIALLING) continue;
      const inCluster = clusters.active[system.schoolCluster[educatorSchool[e]]];
      for (let k = offsets[e]; k < offsets[e + 1]; k++) {
        const l = layerOf(ends[k]);
        const helper = sourceOf(ends[k]);
        if (luck[k] >= limit[l] || (l === CLUSTER && !inCluster)) continue;
        if (using[helper] !== using[e] || stage[helper] <= TRIALLING) continue;
        // A tie's depth is its quantile spread evenly over 0 to twice the layer's mean.
        const help = Math.min(1, (2 * state.layerDepth[l] * depth[k]) / DEEPEST) * schools.trust[educatorSchool[helper]];
        given[helper] += help;
        got[e] += help;
      }
    }
    for (let e = 0; e < educatorCount; e++) {
      if (given[e] + got[e] === 0) continue;
      capability[e] += (1 - capability[e]) * (1 - exp(-(p.helped * got[e] + p.helping * given[e]) * time.dt));
      mindset[e] += (1 - mindset[e]) * (1 - exp(-p.helpingMindset * given[e] * time.dt));
    }
  },
});
