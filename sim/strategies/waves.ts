import { defineStrategy } from '../model.ts';
import { choiceAmong, provenModels } from './menu.ts';
import { byLeader, byRank, hasBegun, invite, isStart, schoolsPer100, seed } from './offers.ts';

/** Place of the menu among the choices of models. */
const MENU = 1;

/** Pilot waves: the willing and able first, then more, then a menu of what has worked for whoever wants it. */
export const waves = defineStrategy({
  name: 'waves',
  label: 'Pilot waves',
  about:
    'Pilot waves: competitive selection of willing and able leaders, a second wave, then a menu of proven models open to all, with help from a central office. Where there are several models, pilots may try them all, each school one, and the menu holds those that have proven themselves: a school chooses among them by fit, by evidence and by taste.',
  parameters: {
    size: {
      label: 'Schools in a wave',
      unit: 'per 100 schools',
      range: [4, 15],
      bounds: [0, 100],
      default: 10,
      grade: 'C',
      source: 'source document “How to scale personalized learning”: almost a third of pupils after more than five years',
    },
    years: {
      label: 'Years between waves',
      unit: 'years',
      range: [1, 3],
      bounds: [0.1, 20],
      default: 1.5,
      grade: 'D',
      source: 'assumed',
    },
    menuWave: {
      label: 'Wave from which the menu is open to all',
      unit: 'wave',
      range: [2, 5],
      bounds: [1, 50],
      default: 3,
      grade: 'C',
      source: 'source document “How to scale personalized learning”: two waves, then a menu',
    },
    models: {
      label: 'Models that schools are offered',
      unit: 'choice',
      range: [0, 1],
      default: 0,
      grade: 'D',
      source: 'a choice of the plan; a menu of proven models: source document “How to scale personalized learning”',
      about:
        'one: the innovation rolled out. menu: pilots choose among all innovations of the plan, later waves among those that have proven themselves; while none has, the menu is empty.',
      choices: ['one', 'menu'],
    },
    provenYears: {
      label: 'Years of clearly positive results that put a model on the menu',
      unit: 'years',
      range: [1, 4],
      bounds: [0, 30],
      default: 2,
      grade: 'D',
      source: 'assumed; more than one good year',
    },
    byFit: {
      label: 'Weight of fit in a school’s choice',
      unit: 'logit per unit of fit',
      range: [1, 6],
      bounds: [0, 50],
      default: 3,
      grade: 'D',
      source: 'assumed; schools differ in needs (Cohen & Ball 2007)',
    },
    byEvidence: {
      label: 'Weight of measured effect in a school’s choice',
      unit: 'logit per 0.1 SD',
      range: [0.2, 2],
      bounds: [0, 50],
      default: 0.6,
      grade: 'D',
      source: 'assumed; as in joining',
    },
  },
  act(model, p) {
    const { state, time, scenarioInnovations } = model;
    const all = (): readonly number[] => Array.from({ length: scenarioInnovations }, (_, v) => v);
    if (isStart(model)) {
      seed(model, true, byLeader(model), p.models === MENU ? choiceAmong(model, all(), p) : undefined);
      state.wave[0] = 1;
      state.waveYear[0] = time.year;
    }
    if (!hasBegun(model) || isStart(model) || time.year - state.waveYear[0] < p.years - 1e-9) return;
    state.wave[0]++;
    state.waveYear[0] = time.year;
    const isOpen = state.wave[0] >= p.menuWave;
    // The menu asks nobody: schools take from it in the order of everybody's luck, and their leaders decide.
    const queue = isOpen ? byRank(model) : byLeader(model);
    const size = schoolsPer100(model, p.size);
    if (p.models !== MENU) return void invite(model, size, queue);
    const models = isOpen ? provenModels(model, p.provenYears) : all();
    if (models.length > 0) invite(model, size, queue, 0, choiceAmong(model, models, p));
  },
});
