/** The middles that people's traits vary around. */
import { quantities } from './quantity.ts';

const share = { unit: 'share', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;

/** Middles of the traits; people vary evenly by `spread` around them. Disadvantage lowers some: each can be 0. */
export const traitQuantities = quantities({
  mindset: { ...share, label: 'Growth mindset, on average', range: [0.35, 0.6], default: 0.48 },
  capability: { ...share, label: 'Capability, on average', range: [0.3, 0.55], default: 0.42 },
  slack: { ...share, label: 'Time and energy free, on average', range: [0.3, 0.6], default: 0.45 },
  spread: { ...share, label: 'Spread of people', range: [0.2, 0.45], default: 0.35 },
  thresholdSpread: { ...share, label: 'Spread of how much peer use it takes', range: [0.3, 0.8], default: 0.6 },
  experience: {
    label: 'Years in post at the start, on average',
    unit: 'years',
    range: [4, 10],
    bounds: [0, 40],
    default: 6,
    grade: 'C',
    source: 'half-life of 4 years at 16% turnover (computed)',
  },
  needCapability: { ...share, label: 'Capability lower where pupils are poorer', range: [0, 0.2], default: 0.08 },
  needSlack: { ...share, label: 'Slack lower where pupils are poorer', range: [0, 0.3], default: 0.15 },
  elevating: { ...share, label: 'Mindset and slack gained where teachers are supported', range: [0, 0.3], default: 0 },
});
