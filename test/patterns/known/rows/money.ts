/** Money, leaders and politics in pairs: interactions of the evidence's section 6. */
import { forces } from '../../../../sim/index.ts';
import { inPlace, unpaid } from '../arms.ts';
import { crossed, gap, ingredient, interaction, LESS, leftWithout, MORE, put, SHUT } from '../crossed.ts';
import { at, ratioOf } from '../estimate.ts';
import { type Pattern, pattern } from '../pattern.ts';

const absentOrHigh = (name: string) => ({ [`ingredients.${name}`]: [0, 0.8] }) as const;
const byTies = { ...unpaid, strategy: { kind: 'organic' } };

export const money: readonly Pattern[] = [
  pattern({
    id: 'I6',
    title: 'Data and money that can move',
    claim: 'To find a fault is useful only where money can follow.',
    source: 'Source document “How to scale personalized learning”; by their meaning.',
    grade: 'D',
    arms: crossed(unpaid, ingredient('betterData'), ingredient('flexibleFinancing'), 64),
    statistics: [
      { label: 'changes kept: data × flexible money', unit: 'changes', band: MORE, of: interaction('recommendations', 15) },
      { label: 'gain of those reached: data × flexible money', unit: 'SD', band: MORE, of: interaction('gainReached', 15) },
    ],
    reading: 'The default rollout.',
  }),
  pattern({
    id: 'I10',
    title: 'The bridge and the far bank',
    claim: 'Middle-phase money without long-term money only delays the fall; long-term money without a bridge is never reached.',
    source: 'IES grant R324A120278; Brookings on intermediation.',
    grade: 'C',
    arms: crossed(unpaid, absentOrHigh('middlePhaseFinancing'), absentOrHigh('longTermFinancing'), 48),
    statistics: [
      {
        label: 'schools implementing in year 15: bridge × far bank',
        unit: 'of schools',
        band: MORE,
        of: interaction('schoolsImplementing', 15),
      },
      {
        label: 'of what both bring by year 15, the bridge alone',
        unit: 'ratio',
        band: SHUT,
        of: ({ neither, one, both }) => {
          const none = at(neither, 'schoolsImplementing', 15);
          const less = (runs: typeof one) => at(runs, 'schoolsImplementing', 15).map((x, k) => x - none[k]);
          return ratioOf(less(one), less(both));
        },
      },
      {
        label: 'of what both bring by year 15, the far bank alone',
        unit: 'ratio',
        band: SHUT,
        of: ({ neither, other, both }) => {
          const none = at(neither, 'schoolsImplementing', 15);
          const less = (runs: typeof other) => at(runs, 'schoolsImplementing', 15).map((x, k) => x - none[k]);
          return ratioOf(less(other), less(both));
        },
      },
    ],
    curve: { arm: 'one', metric: 'schoolsImplementing', label: 'Schools implementing: a bridge, and no far bank' },
    reading:
      'The default rollout on the default pots: pilot money for three years, a bridge of five or none, long-term money or none. In the model districts make policy of what they see used, whether or not it was bridged, so that public money comes early and takes the place of the bridge; and practice goes on growing between colleagues when the money has ended.',
  }),
  pattern({
    id: 'I11',
    title: 'Champions and windows',
    claim: 'An open window helps only where somebody stands ready with evidence and a design.',
    source: 'Kingdon 1984; youth-impact.org on Botswana.',
    grade: 'C',
    arms: {
      ...crossed(unpaid, ingredient('champions'), ingredient('windows'), 96),
      calm: { wish: put(unpaid, { 'ingredients.champions': 0.2, events: [] }), futures: 64 },
      called: {
        wish: put(unpaid, { 'ingredients.champions': 0.2, events: [{ year: 4, kind: 'windowOpens', size: 1 }] }),
        futures: 64,
      },
      readyCalm: { wish: put(unpaid, { 'ingredients.champions': 0.8, events: [] }), futures: 64 },
      readyCalled: {
        wish: put(unpaid, { 'ingredients.champions': 0.8, events: [{ year: 4, kind: 'windowOpens', size: 1 }] }),
        futures: 64,
      },
    },
    statistics: [
      {
        label: 'districts with the policy in year 5: champions × windows',
        unit: 'of districts',
        band: MORE,
        of: interaction('policyAdopted', 5),
      },
      {
        label: 'districts won by a window in year 4: champions × window',
        unit: 'of districts',
        band: MORE,
        of: ({ calm, called, readyCalm, readyCalled }) =>
          interaction('policyAdopted', 5)({ neither: calm, one: readyCalm, other: called, both: readyCalled }),
      },
    ],
    reading:
      'The default rollout. The rate of making policy is the plain product of champions, window and belief, but rates near one a year fill up: whoever is quick without a window has few districts left to win by it, which works against the product, and leaves what is more than the sum small.',
  }),
  pattern({
    id: 'I18',
    title: 'Waivers and knowing what one may do',
    claim: 'Rules that permit matter only where schools know what they may do.',
    source: 'Source document “Scale what?”.',
    grade: 'C',
    arms: {
      ...crossed(byTies, ingredient('supportivePolicy'), { 'foundations.autonomy': [0.2, 0.8] }, 64),
      rolledNeither: { wish: put(unpaid, { 'ingredients.supportivePolicy': 0.2, 'foundations.autonomy': 0.2 }), futures: 48 },
      rolledPolicy: { wish: put(unpaid, { 'ingredients.supportivePolicy': 0.8, 'foundations.autonomy': 0.2 }), futures: 48 },
      rolledKnown: { wish: put(unpaid, { 'ingredients.supportivePolicy': 0.2, 'foundations.autonomy': 0.8 }), futures: 48 },
      rolledBoth: { wish: put(unpaid, { 'ingredients.supportivePolicy': 0.8, 'foundations.autonomy': 0.8 }), futures: 48 },
    },
    statistics: [
      {
        label: 'adoptions by year 10 where nobody rolls out: policy × autonomy',
        unit: 'a post',
        band: MORE,
        of: interaction('adoptersEver', 10),
      },
      {
        label: 'users in year 5 under the default rollout: policy × autonomy',
        unit: 'of educators',
        band: MORE,
        of: ({ rolledNeither, rolledPolicy, rolledKnown, rolledBoth }) =>
          interaction('educatorsUsing', 5)({ neither: rolledNeither, one: rolledPolicy, other: rolledKnown, both: rolledBoth }),
      },
    ],
    reading:
      'What schools do by themselves, and under the default rollout. Permission is a product, support times clarity, but inside a programme half of the opportunity needs none, and it stops counting at three times a reference that the middle already doubles.',
  }),
  pattern({
    id: 'I23',
    title: 'Community demand and budget cuts',
    claim: 'Communities that want it defend its money; what they want does not teach by itself.',
    source: 'Source document “How to scale personalized learning”; Borman and others 2003 warn of required parent governance.',
    grade: 'C',
    arms: {
      ...crossed(
        unpaid,
        { 'parameters.culture.localNeeds': [0, 0.7] },
        { events: [[], [{ year: 8, kind: 'budgetCut', size: 0.6 }]] },
        48,
      ),
      quiet: { wish: put(inPlace, { 'parameters.culture.localNeeds': 0 }), futures: 24 },
      demanded: { wish: put(inPlace, { 'parameters.culture.localNeeds': 0.7 }), futures: 24 },
    },
    statistics: [
      {
        label: 'money spent by year 15: demand × cut',
        unit: 'USD a learner',
        band: MORE,
        of: interaction('spentPerLearner', 15),
      },
      {
        label: 'quality-weighted reach in year 15: demand × cut',
        unit: 'of learners',
        band: MORE,
        of: interaction('qualityReach', 15),
      },
      {
        label: 'gain of those reached from demand alone',
        unit: 'SD',
        band: [-0.005, 0.005],
        of: gap('demanded', 'quiet', 'gainReached', 4),
      },
    ],
    reading:
      'Three fifths of all programme money go in year 8 of the default rollout, where communities want it or do not. What demand does to learning alone is read in a paid project, which no budget can touch.',
  }),
  pattern({
    id: 'I12',
    title: 'Champions who leave',
    claim: 'A programme that rests on a leader dies with the move; alliances spread the risk.',
    source: 'Datnow 2005; Grissom & Andersen 2012.',
    grade: 'B',
    arms: crossed(
      put(unpaid, { 'ingredients.champions': 0.8 }),
      { events: [[], [{ year: 6, kind: 'leaderLeaves', size: 1 }]] },
      ingredient('alliances'),
      64,
    ),
    statistics: [
      {
        label: 'schools implementing two years after all leaders left, few allies',
        unit: 'of schools',
        band: LESS,
        of: gap('one', 'neither', 'schoolsImplementing', 8),
      },
      {
        label: 'schools implementing: leaders leaving × alliances',
        unit: 'of schools',
        band: MORE,
        of: interaction('schoolsImplementing', 8),
      },
      {
        label: 'people giving up by year 8: leaders leaving × alliances',
        unit: 'a post',
        band: LESS,
        of: interaction('discontinued', 8),
      },
    ],
    reading:
      'Champions high, the default rollout; every school leader leaves at once in year 6. In the model successors inherit much, and what leaders leave behind shows in who gives up within a year rather than in schools lost.',
  }),
  pattern({
    id: 'I21',
    title: 'Forces act through connections',
    claim: 'What pulls from outside reaches a school only through the links that it has built.',
    source: 'Fullan 2000; source document “How to scale up and scale in”.',
    grade: 'C',
    arms: crossed(
      put(unpaid, { 'ingredients.alliances': 0 }),
      Object.fromEntries(forces.map((force) => [`forces.${force}.level`, [0.2, 0.8]])),
      { 'collaboration.intensity': [0, 0.8] },
      8,
    ),
    statistics: [
      {
        label: 'culture for outside forces, without joint work beside with it',
        unit: 'ratio',
        band: SHUT,
        of: leftWithout('culture', 15),
      },
      { label: 'culture: forces × joint work', unit: '', band: MORE, of: interaction('culture', 15) },
    ],
    reading: 'No alliances, joint work none or much; read in year 15, when links that schools began with have lapsed.',
    quick: true,
  }),
];
