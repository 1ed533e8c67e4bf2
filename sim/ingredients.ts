/**
 * The 14 core ingredients of Millions Learning (Robinson, Winthrop & McGivney 2016), as rows. The names and the grouping follow the
 * 2016 report as recalled: no stored copy could be read past its first page. An ingredient acts on nothing but the parameters named
 * here, so that its whole assumed influence can be read, questioned and changed.
 */
import type { Grade } from './quantity.ts';

/** add: + gain·level; scale: × (1 + gain·level). */
export type Form = 'add' | 'scale';

export interface Effect {
  /** A parameter, as process.name. */
  readonly target: string;
  readonly form: Form;
  readonly gain: number;
  readonly range: readonly [low: number, high: number];
  readonly grade: Grade;
  readonly source: string;
}

export interface Ingredient {
  readonly name: string;
  /** What the screen calls it. */
  readonly label: string;
  /** What the field calls it. */
  readonly term: string;
  readonly group: 'design' | 'delivery' | 'finance' | 'enabling';
  readonly definition: string;
  /** Who mostly controls it. */
  readonly sector: 'public' | 'private' | 'civil' | 'all';
  /** Level where a scenario is silent. */
  readonly level: number;
  /** USD per learner of the system and year at level 1. */
  readonly cost: number;
  readonly costRange: readonly [low: number, high: number];
  readonly grade: Grade;
  readonly source: string;
  readonly effects: readonly Effect[];
}

const report = 'Robinson, Winthrop & McGivney 2016; size assumed';

const act = (target: string, form: Form, gain: number, grade: Grade = 'D', source = report): Effect => ({
  target,
  form,
  gain,
  // Half to one and a half times the gain is what a study tries.
  range: gain >= 0 ? [gain * 0.5, gain * 1.5] : [gain * 1.5, gain * 0.5],
  grade,
  source,
});

const common = { level: 0.5, grade: 'D', source: 'cost assumed; concept: Robinson, Winthrop & McGivney 2016' } as const;
const cost = (usd: number) => ({ cost: usd, costRange: [usd / 3, usd * 3] }) as const;

export const ingredients: readonly Ingredient[] = [
  {
    ...common,
    ...cost(0.1),
    name: 'localNeeds',
    label: 'Fits local needs',
    term: 'Local education needs',
    group: 'design',
    sector: 'all',
    definition: 'The approach answers a learning problem that families, teachers and officials already feel.',
    effects: [
      act('decision.need', 'add', 0.4, 'D', 'form: fit = 1 − (1 − need)(1 − adapt), evidence I17; size assumed'),
      act('culture.localNeeds', 'add', 0.6, 'D', 'community demand protects budgets: evidence I23; size assumed'),
    ],
  },
  {
    ...common,
    ...cost(0.1),
    name: 'costEffective',
    label: 'Affordable per child',
    term: 'Cost-effective learning',
    group: 'design',
    sector: 'all',
    definition: 'Costs are designed from the start to be affordable for the whole system, at the same dose of support.',
    effects: [
      act('finance.thrift', 'add', 0.35),
      act('finance.economies', 'add', 0.12),
      act('programme.affordability', 'scale', 0.9),
    ],
  },
  {
    ...common,
    ...cost(0.05),
    name: 'flexibleAdaptation',
    label: 'Room to adapt',
    term: 'Flexible adaptation',
    group: 'design',
    sector: 'all',
    definition: 'What is core is named and kept; the rest may be fitted to the place.',
    effects: [
      act('decision.room', 'add', 0.6, 'D', 'mutual adaptation: Berman & McLaughlin 1978; size assumed'),
      act(
        'implementation.adaptationRoom',
        'add',
        0.28,
        'D',
        'evidence I1: drift of the core where it is not worked out; size assumed',
      ),
    ],
  },
  {
    ...common,
    ...cost(0.3),
    name: 'elevatingTeachers',
    label: 'Teachers supported',
    term: 'Elevating teachers',
    group: 'design',
    sector: 'public',
    definition: 'Teachers are trusted and supported as professionals, and other local talent helps them.',
    effects: [
      act('implementation.agency', 'add', 0.35),
      act('implementation.growth', 'scale', 1),
      act('implementation.mindsetGrowth', 'scale', 2),
      act('traits.elevating', 'add', 0.15),
      act('turnover.elevated', 'add', 0.2),
      act('decision.agency', 'add', 0.5),
    ],
  },
  {
    ...common,
    ...cost(0.15),
    name: 'alliances',
    label: 'Partners pull together',
    term: 'Education alliances',
    group: 'delivery',
    sector: 'all',
    definition: 'Government, civil society and business pursue one aim, each doing what it does best.',
    effects: [
      act('policy.alliances', 'add', 0.7, 'D', 'coherence = alliances · (1 − fragmentation): evidence I13; size assumed'),
      act('ties.bridging', 'scale', 0.5),
      act('delivery.pooling', 'add', 0.5),
      act('environment.survival', 'add', 0.45, 'D', 'evidence I12; size assumed'),
      act('confirmation.alliances', 'add', 0.6, 'D', 'evidence I12; size assumed'),
      act('culture.alliances', 'add', 0.3),
      act('culture.researchers', 'add', 0.2),
      act('culture.entrepreneurs', 'add', 0.2),
    ],
  },
  {
    ...common,
    ...cost(0.1),
    name: 'champions',
    label: 'Champions, leaders',
    term: 'Learning champions and leaders',
    group: 'delivery',
    sector: 'all',
    definition: 'Credible people inside and outside government and classrooms who push for learning over years.',
    effects: [
      act('decision.champions', 'add', 0.5),
      act('decision.sharing', 'add', 0.15),
      act('environment.survival', 'add', 0.25),
      act('environment.leaderSupport', 'add', 0.15),
      act('programme.champions', 'add', 0.7, 'D', 'evidence I11; size assumed'),
    ],
  },
  {
    ...common,
    ...cost(0.4),
    name: 'technology',
    label: 'Technology that helps',
    term: 'Technological advances',
    group: 'delivery',
    sector: 'private',
    definition: 'Technology that fits the place speeds delivery, support and information. By itself it adds nothing.',
    effects: [
      act(
        'delivery.technology',
        'add',
        0.8,
        'B',
        'multiplies a model, adds nothing alone: Cristia et al. 2017, Banerjee et al. 2017; size assumed',
      ),
      act('ties.longTies', 'scale', 0.8),
      act('finance.technology', 'add', 0.5),
    ],
  },
  {
    ...common,
    ...cost(0.02),
    name: 'windows',
    label: 'Good timing',
    term: 'Windows of opportunity',
    group: 'delivery',
    sector: 'public',
    definition: 'Plans follow the country’s priorities and move when politics opens.',
    effects: [
      act(
        'programme.windowValue',
        'add',
        0.7,
        'D',
        'a window helps only those who are ready: Kingdon 1984, evidence I11; size assumed',
      ),
      act('awareness.window', 'add', 0.5),
    ],
  },
  {
    ...common,
    ...cost(0.25),
    name: 'betterData',
    label: 'Data teachers can use',
    term: 'Better education data',
    group: 'delivery',
    sector: 'public',
    definition: 'Learning and other outcomes are measured and used to act and to improve the design.',
    effects: [
      act('outcomes.data', 'add', 0.8),
      act('learning.data', 'add', 0.8, 'D', 'evidence I5, I6; size assumed'),
      act('delivery.targeting', 'add', 0.35),
      act(
        'implementation.feedback',
        'add',
        0.3,
        'D',
        'timely information lets teachers regroup and adjust: source document “How to scale personalized learning”; size assumed',
      ),
    ],
  },
  {
    ...common,
    ...cost(0.02),
    name: 'flexibleFinancing',
    label: 'Money that can flex',
    term: 'Flexible education financing',
    group: 'finance',
    sector: 'all',
    definition: 'Money is not tied to lines and years, so that it can pay for core work and for changes of course.',
    effects: [act('finance.flexible', 'add', 0.9), act('learning.flexibility', 'add', 0.8, 'D', 'evidence I6; size assumed')],
  },
  {
    ...common,
    ...cost(0.02),
    name: 'longTermFinancing',
    label: 'Money that lasts',
    term: 'Long-term education financing',
    group: 'finance',
    sector: 'public',
    definition: 'Stable money that can be counted on over many years.',
    effects: [act('finance.longTerm', 'add', 1, 'D', 'evidence I10; size assumed')],
  },
  {
    ...common,
    ...cost(0.02),
    name: 'middlePhaseFinancing',
    label: 'Bridge, pilot to scale',
    term: 'Middle-phase financing',
    group: 'finance',
    sector: 'all',
    definition: 'Money for the years between a pilot that works and uptake by the whole system.',
    effects: [
      act(
        'finance.middle',
        'add',
        1,
        'D',
        'practices rarely outlast support by more than a year or two (IES R324A120278); evidence I10',
      ),
    ],
  },
  {
    ...common,
    ...cost(0.1),
    name: 'supportivePolicy',
    label: 'Policies that help',
    term: 'Supportive policy environment',
    group: 'enabling',
    sector: 'public',
    definition: 'Rules, curricula, examinations, staffing and budgets permit and reward the approach.',
    effects: [act('policy.support', 'add', 0.55), act('policy.clarity', 'add', 0.2), act('programme.adopting', 'scale', 1)],
  },
  {
    ...common,
    ...cost(0.15),
    name: 'cultureOfResearch',
    label: 'Test-and-learn habit',
    term: 'Culture of R&D',
    group: 'enabling',
    sector: 'all',
    definition: 'The system tries, tests, stops and improves things as a matter of routine.',
    effects: [
      act('learning.development', 'add', 0.8, 'D', 'evidence I5; size assumed'),
      act('creation.development', 'add', 0.8),
      act('confirmation.stopping', 'add', 0.8, 'D', 'evidence P12: data with R&D stop what does not work; size assumed'),
      act('awareness.sharing', 'scale', 0.8),
    ],
  },
];

/** What the ingredients cost at their present levels, USD per learner of the system and year. */
export function ingredientCharge(levels: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const { name, cost } of ingredients) sum += cost * levels[name];
  return sum;
}
