/** Which candidate ties are switched on, and how deep they are. */
import { clamp } from '../arithmetic.ts';
import { defineProcess } from '../model.ts';
import { layers } from '../network.ts';
import { defaultActiveShare } from '../system/index.ts';

const factor = { unit: 'factor', bounds: [0, 5], grade: 'D', source: 'assumed' } as const;

export const ties = defineProcess({
  name: 'ties',
  label: 'Ties',
  about:
    'Structural fragmentation first moves a fixed budget of ties from bridging (district, cluster, profession) to bonding (team, school), then takes ties away. Intensity of collaboration switches more of them on; depth and the absence of compulsion make them carry more. Candidates have fixed luck, so the sets are nested as a dial moves. Deep ties inside and bridges between are both needed: evidence V11 and V13, Coburn et al. 2012.',
  acts: 'step',
  parameters: {
    bonding: { ...factor, label: 'Bonding ties beside the measured number', range: [0.8, 1.2], default: 1 },
    bridging: { ...factor, label: 'Bridging ties beside the reference number', range: [0.5, 2], default: 1 },
    longTies: { ...factor, label: 'Long ties (cluster, profession) beside the reference number', range: [0.5, 2], default: 1 },
    reference: {
      label: 'Structural fragmentation at which the measured networks stand',
      unit: 'share',
      range: [0.3, 0.5],
      bounds: [0, 1],
      default: 0.4,
      grade: 'D',
      source: 'a convention: the middle of what schools are in',
    },
    shift: { ...factor, label: 'How strongly fragmentation shifts ties', unit: 'share', range: [0.3, 1], default: 0.6 },
    longShift: {
      ...factor,
      label: 'How much more it shifts the long ties (cluster, profession)',
      unit: 'ratio',
      range: [1, 2],
      default: 1.6,
    },
    bondingGain: {
      ...factor,
      label: 'Bonding ties gained per bridging tie moved, as shares',
      unit: 'ratio',
      range: [0.15, 0.4],
      default: 0.25,
    },
    removal: {
      ...factor,
      label: 'Share of ties that full fragmentation takes away',
      unit: 'share',
      range: [0.2, 0.8],
      default: 0.5,
    },
    intensityGain: {
      ...factor,
      label: 'Ties gained from intensity',
      unit: 'per unit of intensity',
      range: [0.2, 1.2],
      default: 0.8,
    },
    compelledTies: { ...factor, label: 'Intensity gained by compulsion', unit: 'share', range: [0.2, 1], default: 0.6 },
    compelledLoss: { ...factor, label: 'Depth lost by compulsion', unit: 'share', range: [0.3, 0.9], default: 0.7 },
    clusterShare: { ...factor, label: 'Clusters at work without a programme', unit: 'share', range: [0, 0.2], default: 0.05 },
    clusterDepth: { ...factor, label: 'Depth gained in a cluster', unit: 'share', range: [0.1, 0.6], default: 0.35 },
  },
  writes: ['state.layerShare', 'state.layerDepth', 'clusters.active'],
  run({ levers, state, clusters, system }, p) {
    const { structural } = levers.fragmentation;
    const { intensity, depth, compelled } = levers.collaboration;
    const moved = Math.min(1, 2 * structural) - Math.min(1, 2 * p.reference);
    const kept = 1 - p.removal * Math.max(0, 2 * structural - 1);
    const meeting = intensity + compelled * p.compelledTies * (1 - intensity);
    const lively = 1 + p.intensityGain * (meeting - 0.5);
    for (let l = 0; l < layers.length; l++) {
      const isBonding = l < FIRST_BRIDGING;
      const isLong = l > FIRST_BRIDGING;
      const shifted = isBonding
        ? p.bonding * (1 + p.bondingGain * p.shift * moved)
        : p.bridging * (1 - p.shift * moved * (isLong ? p.longShift : 1));
      const long = isLong ? p.longTies : 1;
      state.layerShare[l] = clamp(defaultActiveShare[layers[l]] * shifted * long * kept * lively, 0, 1);
      const inCluster = layers[l] === 'cluster' ? p.clusterDepth * (1 - depth) : 0;
      state.layerDepth[l] = clamp((depth + inCluster) * (1 - p.compelledLoss * compelled), 0, 1);
    }
    const atWork = Math.max(p.clusterShare, state.clusterShare[0]) * system.clusterCount;
    for (let c = 0; c < system.clusterCount; c++)
      clusters.active[c] = clusters.called[c] === 1 || system.clusterRank[c] < atWork ? 1 : 0;
  },
});

/** Layers 0 and 1 bond inside a school, the rest bridge. */
const FIRST_BRIDGING = 2;
