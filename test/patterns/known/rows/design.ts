/** What an innovation is and how it is delivered, in pairs: interactions of the evidence's section 6, and the gate. */
import type { Results } from '../../../../sim/index.ts';
import { inPlace, unpaid } from '../arms.ts';
import { crossed, gap, ingredient, interaction, LESS, leftWithout, MORE, put, SHUT } from '../crossed.ts';
import { at, differenceOf, ratioOf } from '../estimate.ts';
import { type Pattern, pattern } from '../pattern.ts';

/** Every school is asked in the first year, and nobody must. */
const atOnce = { kind: 'waves', waves: { size: 100, years: 1, menuWave: 1 } };

const elaborated = (elaboration: number, capability: number) => ({
  wish: put(inPlace, { 'innovations.0.elaboration': elaboration, 'parameters.traits.capability': capability }),
  futures: 24,
});

/** What all learners gained in the first fifteen years, in SD times years, future by future. */
const gainedIn15 = (runs: readonly Results[]): number[] =>
  Array.from({ length: 15 }, (_, year) => at(runs, 'gain', year + 1)).reduce((sum, year) => sum.map((x, k) => x + year[k]));

const rolled = (strategy: Record<string, unknown>, values: Record<string, unknown>, futures: number) => ({
  wish: put({ ...unpaid, strategy }, values),
  futures,
});

/** As innovations come: most do little, some are harmless, a fifth do something. */
const population = { 'innovations.0.effect': 0.04, 'innovations.0.effectSpread': 0.07 };
const proven = { 'innovations.0.effect': 0.2, 'innovations.0.effectSpread': 0, 'innovations.0.priorEvidence': 30 };
const poor = { 'innovations.0.effect': 0, 'innovations.0.effectSpread': 0 };
const good = { 'innovations.0.effect': 0.2, 'innovations.0.effectSpread': 0 };

/** Of the futures in which the first plan's innovation does nothing for learners. */
const whereItFails = (judged: readonly Results[], values: readonly number[]): number[] => {
  const effects = at(judged, 'trueEffect', 0);
  return values.filter((_, k) => effects[k] <= 0);
};

export const design: readonly Pattern[] = [
  pattern({
    id: 'I1',
    title: 'Room to adapt and a worked-out core',
    claim: 'Room to adapt makes an innovation fit everywhere; where its core is not worked out, the core drifts away with it.',
    source: 'Cohen & Ball 2006, 2007; mutual adaptation, Berman & McLaughlin 1978; lethal mutations, Brown & Campione 1996.',
    grade: 'C',
    arms: crossed(inPlace, ingredient('flexibleAdaptation'), { 'innovations.0.elaboration': [0.1, 0.8] }, 32),
    statistics: [
      {
        label: 'fidelity lost to room to adapt, core not worked out',
        unit: 'of the core',
        band: LESS,
        of: gap('one', 'neither', 'fidelity', 4),
      },
      { label: 'fidelity: room × elaboration', unit: 'of the core', band: MORE, of: interaction('fidelity', 4) },
      {
        label: 'users gained by room to adapt, core not worked out',
        unit: 'of educators',
        band: MORE,
        of: gap('one', 'neither', 'educatorsUsing', 4),
      },
      {
        label: 'users gained by room to adapt, core worked out',
        unit: 'of educators',
        band: MORE,
        of: gap('both', 'other', 'educatorsUsing', 4),
      },
    ],
    reading:
      'A paid programme in three of ten schools, so that nothing but practice differs. In the model people adapt by the distance that room to adapt has itself already closed, so that more room hardly means more adapting, and what drifts is under a thousandth of the core.',
  }),
  pattern({
    id: 'I2',
    title: 'Structure and ownership',
    claim:
      'Some structure helps people to make a practice their own; a full script takes it from them, and from the skilled sooner, and leaves less to make.',
    source:
      'Cohen & Ball 2006, 2007; scripted guides helped where skill was low: Cilliers and others 2020, Piper and others 2018.',
    grade: 'C',
    arms: {
      bareNovice: elaborated(0.1, 0.3),
      middleNovice: elaborated(0.5, 0.3),
      scriptNovice: elaborated(1, 0.3),
      bareSkilled: elaborated(0.1, 0.55),
      middleSkilled: elaborated(0.5, 0.55),
      scriptSkilled: elaborated(1, 0.55),
    },
    statistics: [
      {
        label: 'ownership, some structure over hardly any',
        unit: '',
        band: MORE,
        of: gap('middleNovice', 'bareNovice', 'ownership', 5),
      },
      {
        label: 'ownership, some structure over a full script',
        unit: '',
        band: MORE,
        of: gap('middleNovice', 'scriptNovice', 'ownership', 5),
      },
      {
        label: 'ownership the script costs the skilled, beyond what it costs novices',
        unit: '',
        band: MORE,
        of: ({ middleSkilled, scriptSkilled, middleNovice, scriptNovice }) => {
          const skilled = at(middleSkilled, 'ownership', 5).map((x, k) => x - at(scriptSkilled, 'ownership', 5)[k]);
          return differenceOf(
            skilled,
            at(middleNovice, 'ownership', 5).map((x, k) => x - at(scriptNovice, 'ownership', 5)[k]),
          );
        },
      },
      {
        label: 'local variants under a full script, beside some structure',
        unit: 'ratio',
        band: [0, 0.9],
        of: ({ scriptSkilled, middleSkilled }) => ratioOf(at(scriptSkilled, 'variants', 8), at(middleSkilled, 'variants', 8)),
      },
    ],
    reading:
      'A paid programme in three of ten schools, with elaboration 0.1, 0.5 and 1, and people at either end of plausible skill. A full script in use halves what its users make, as assumed; most variants come from where the programme is not, so that the whole falls by less.',
  }),
  pattern({
    id: 'I3',
    title: 'Technology needs a model',
    claim: 'Technology without an instructional model teaches nothing; with one it does.',
    source: 'Cristia and others 2017 (Peru); Muralidharan, Singh & Ganimian 2019, Banerjee and others 2017 (India).',
    grade: 'B',
    arms: crossed(
      inPlace,
      ingredient('technology'),
      {
        'foundations.designPrinciples': [0, 1],
        'strategy.goals': [0, 1],
        'parameters.policy.vision': [0, 0.1],
        'parameters.start.vision': [0, 0.1],
        'innovations.0.elaboration': [0.1, 0.8],
      },
      32,
    ),
    statistics: [
      {
        label: 'gain from technology without a model',
        unit: 'SD',
        band: [-0.03, 0.03],
        of: gap('one', 'neither', 'gainReached', 8),
      },
      { label: 'gain from technology with one', unit: 'SD', band: MORE, of: gap('both', 'other', 'gainReached', 8) },
      { label: 'what is left of it without a model', unit: 'ratio', band: SHUT, of: leftWithout('gainReached', 8) },
    ],
    reading:
      'A paid programme in three of ten schools. The model is goals, design principles and a worked-out design; vision reaches schools over some years, so the eighth is read. What is left without it is coaching that technology carries to remote schools.',
  }),
  pattern({
    id: 'I5',
    title: 'Data need leave to change',
    claim: 'Data where nobody may change anything are paperwork; where trying and stopping is routine they make better designs.',
    source: 'Muralidharan & Singh 2020; Muralidharan & Sundararaman 2010; McIntosh and others 2013 on teams that use data.',
    grade: 'B',
    arms: crossed(unpaid, ingredient('betterData'), { 'ingredients.cultureOfResearch': [0, 0.8] }, 64),
    statistics: [
      {
        label: 'changes kept for data, without the culture beside with it',
        unit: 'ratio',
        band: SHUT,
        of: leftWithout('recommendations', 15),
      },
      {
        label: 'gain of those reached for data, without beside with',
        unit: 'ratio',
        band: SHUT,
        of: leftWithout('gainReached', 15),
      },
      { label: 'gain of those reached: data × culture of R&D', unit: 'SD', band: MORE, of: interaction('gainReached', 15) },
    ],
    reading:
      'The default rollout; culture of R&D absent (0) or high. The model leaves some habit of learning even where the ingredient is absent, and lets timely data help teachers a little by themselves.',
  }),
  pattern({
    id: 'I7',
    title: 'Coaching and materials',
    claim: 'Coaching with books and guides does more than the two apart, and more for its money than coaching alone.',
    source: 'Piper and others 2018 (PRIMR, Kenya); Cilliers and others 2020 (South Africa).',
    grade: 'B',
    arms: crossed(
      inPlace,
      { 'innovations.0.coaching': [0, 0.8] },
      { 'innovations.0.materials': [0, 0.8], 'innovations.0.guides': [0, 0.8] },
      32,
    ),
    statistics: [
      { label: 'gain of those reached: coaching × materials', unit: 'SD', band: MORE, of: interaction('gainReached', 3) },
      { label: 'fidelity: coaching × materials', unit: 'of the core', band: MORE, of: interaction('fidelity', 3) },
      {
        label: 'gain for the money, the bundle beside coaching alone',
        unit: 'ratio',
        band: [1, Number.POSITIVE_INFINITY],
        of: ({ both, one }) => {
          const forMoney = (runs: readonly Results[]): number[] =>
            at(runs, 'gain', 3).map((gain, k) => gain / at(runs, 'spentPerLearner', 3)[k]);
          return ratioOf(forMoney(both), forMoney(one));
        },
      },
    ],
    reading:
      'A paid programme in three of ten schools, in the third year; training in all four arms, as in Kenya. In the model coaching is worth more with materials, but all sources of skill fill one and the same gap, 1 − Π(1 − s), which makes any two of them worth less together.',
  }),
  pattern({
    id: 'I8',
    title: 'Coached skill leaves with people',
    claim: 'Where many leave, what coaching built is gone sooner, unless it goes on.',
    source: 'Majerowicz & Montero; Castro and others 2025 (Peru).',
    grade: 'B',
    arms: {
      ...crossed(
        put(inPlace, { 'finance.stopYear': 4 }),
        { 'innovations.0.coaching': [0, 0.8] },
        { 'parameters.turnover.leaving': [0.08, 0.25] },
        48,
      ),
      goesOn: { wish: put(inPlace, { 'innovations.0.coaching': 0.8, 'parameters.turnover.leaving': 0.25 }), futures: 48 },
    },
    statistics: [
      { label: 'gain of all four years after coaching: coaching × leaving', unit: 'SD', band: LESS, of: interaction('gain', 8) },
      {
        label: 'quality-weighted reach: coaching × leaving',
        unit: 'of learners',
        band: LESS,
        of: interaction('qualityReach', 8),
      },
      {
        label: 'quality-weighted reach where coaching goes on',
        unit: 'of learners',
        band: MORE,
        of: gap('goesOn', 'both', 'qualityReach', 8),
      },
    ],
    reading:
      'A programme in three of ten schools whose coaching ends after four years; 8 or 25 in 100 educators leave a year, the ends of what is measured.',
  }),
  pattern({
    id: 'I9',
    title: 'Cheap designs and coaching',
    claim: 'A design made cheaper by less coaching loses what made it work; a design made cheaper at the same dose does not.',
    source: 'Kerwin & Thornton 2021 (Uganda); Kraft, Blazar & Hogan 2018.',
    grade: 'B',
    arms: crossed(
      { ...unpaid, strategy: { kind: 'waves' } },
      ingredient('costEffective'),
      { 'innovations.0.coaching': [0.8, 0.2] },
      48,
    ),
    statistics: [
      {
        label: 'money saved by cutting coaching',
        unit: 'USD a learner',
        band: MORE,
        of: gap('neither', 'other', 'spentPerLearner', 12),
      },
      {
        label: 'gain of those reached from cutting coaching',
        unit: 'SD',
        band: LESS,
        of: gap('other', 'neither', 'gainReached', 12),
      },
      { label: 'gain of all: cost-effective design × cutting coaching', unit: 'SD', band: LESS, of: interaction('gain', 12) },
    ],
    reading:
      'Pilot waves on the default money. One thing is the ingredient, cost at equal dose; the other a cut of the dose to a quarter.',
  }),
  pattern({
    id: 'I16',
    title: 'Mindset and coaching',
    claim: 'Coaching is used by those who are willing and believe that they can grow.',
    source: 'Lack of buy-in is the main reason to abandon: Nese and others 2016; source document “How to scale up and scale in”.',
    grade: 'C',
    arms: crossed(inPlace, { 'innovations.0.coaching': [0, 0.8] }, { 'parameters.traits.mindset': [0.35, 0.6] }, 24),
    statistics: [{ label: 'fidelity: coaching × mindset', unit: 'of the core', band: MORE, of: interaction('fidelity', 3) }],
    reading: 'A paid programme in three of ten schools, with people at either end of plausible mindset.',
  }),
  pattern({
    id: 'I17',
    title: 'Fitting needs and room to adapt',
    claim: 'Both close the gap between an innovation and a place: where one has closed it, the other adds less.',
    source: 'Berman & McLaughlin 1978; by their meaning.',
    grade: 'D',
    arms: crossed(unpaid, ingredient('localNeeds'), ingredient('flexibleAdaptation'), 48),
    statistics: [
      { label: 'users: needs × room to adapt', unit: 'of educators', band: LESS, of: interaction('educatorsUsing', 5) },
    ],
    reading:
      'The default rollout in its fifth year, with a tenth of educators on the way: far from any ceiling that would make all things substitutes.',
  }),
  pattern({
    id: 'I19',
    title: 'One vendor and a culture of R&D',
    claim: 'One vendor for all is cheaper and leaves little to create, whatever the habit of trying.',
    source: 'Source document “Scale what?”.',
    grade: 'C',
    arms: crossed(
      unpaid,
      { strategy: [{ kind: 'waves' }, { kind: 'vendor', procurement: 'single' }] },
      ingredient('cultureOfResearch'),
      32,
    ),
    statistics: [
      {
        label: 'local variants in 15 years: one vendor × culture of R&D',
        unit: 'variants',
        band: LESS,
        of: interaction('variants', 15),
      },
      {
        label: 'money spent a learner reached, one vendor beside pilot waves',
        unit: 'ratio',
        band: [0, 1],
        of: ({ one, neither }) => ratioOf(at(one, 'costPerReached', 10), at(neither, 'costPerReached', 10)),
      },
    ],
    reading: 'Pilot waves, or one vendor required of all, on the same money.',
  }),
  pattern({
    id: 'I20',
    title: 'Speed before evidence',
    claim: 'Scaling fast before results are known locks in what does not work; scaling slowly has its own cost when it does.',
    source: 'Araujo and others 2021 (Peru, Cuna Más); source documents “Scale what?” and “How to scale personalized learning”.',
    grade: 'C',
    arms: {
      fastPoor: rolled(atOnce, poor, 32),
      slowPoor: rolled({ kind: 'gated' }, poor, 32),
      fastGood: rolled(atOnce, good, 32),
      slowGood: rolled({ kind: 'gated' }, good, 32),
    },
    statistics: [
      {
        label: 'learners still with a design that does nothing, fast less slow, year 10',
        unit: 'of learners',
        band: MORE,
        of: gap('fastPoor', 'slowPoor', 'learnersReached', 10),
      },
      {
        label: 'gained in 15 years with a good design, fast less slow',
        unit: 'SD years of all learners',
        band: MORE,
        of: ({ fastGood, slowGood }) => differenceOf(gainedIn15(fastGood), gainedIn15(slowGood)),
      },
    ],
    reading: 'Every school asked at once, or the evidence gate, with an effect of 0 or of 0.2 SD that nobody in the model sees.',
  }),
  pattern({
    id: 'S1',
    title: 'The gate is a trade-off',
    claim:
      'Scaling the unproven gains less on average and wastes much where it fails; with a well-proven model at hand, waiting costs more than it saves.',
    source: 'Model specification, section 8, after the source document “Scale what?”.',
    grade: 'C',
    arms: {
      gate: rolled({ kind: 'gated' }, population, 96),
      asked: rolled(atOnce, population, 96),
      ordered: rolled({ kind: 'mandate' }, population, 96),
      provenGate: rolled({ kind: 'gated' }, proven, 24),
      provenAsked: rolled(atOnce, proven, 24),
    },
    statistics: [
      {
        label: 'gained in 15 years, unproven and asked of all, less the gate',
        unit: 'SD years of all learners',
        band: LESS,
        of: ({ asked, gate }) => differenceOf(gainedIn15(asked), gainedIn15(gate)),
      },
      {
        label: 'gained in 15 years, unproven and ordered for all, less the gate',
        unit: 'SD years of all learners',
        band: LESS,
        of: ({ ordered, gate }) => differenceOf(gainedIn15(ordered), gainedIn15(gate)),
      },
      {
        label: 'money spent where it does not work, asked of all beside the gate',
        unit: 'ratio',
        band: [2, Number.POSITIVE_INFINITY],
        of: ({ asked, gate }) =>
          ratioOf(whereItFails(gate, at(asked, 'spentPerLearner', 15)), whereItFails(gate, at(gate, 'spentPerLearner', 15))),
      },
      {
        label: 'gained in 15 years, proven and asked of all, less the gate',
        unit: 'SD years of all learners',
        band: MORE,
        of: ({ provenAsked, provenGate }) => differenceOf(gainedIn15(provenAsked), gainedIn15(provenGate)),
      },
    ],
    reading:
      'Effects drawn from a population of 0.04 ± 0.07 SD, of which a fifth are above 0.1; the proven model has 0.2 SD and the evidence to show it. In the model an innovation that does nothing displaces nothing but money, and people drop it: learning is never worse for having tried, which is what a miss of the first number shows.',
  }),
];
