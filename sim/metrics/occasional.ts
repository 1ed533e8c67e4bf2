/** Measures of what most plans leave alone: a run has them only where its plan ever moves a setting that they are about. */
import { affiliation } from '../agents/schools.ts';
import { assessedShare } from '../assessment.ts';
import type { Model } from '../model.ts';
import { thresholds } from '../thresholds.ts';
import { type Metric, ratio } from './metric.ts';

export interface Occasional extends Metric {
  /** Settings any of which, once away from its default, makes the measure a column. */
  readonly asked: readonly string[];
}

const OUTSIDE = affiliation('outside');

/** Schools that are or were offered an innovation, by its place. */
function offered({ schools }: Model, v: number): number {
  let n = 0;
  for (let s = 0; s < schools.programme.length; s++)
    if (!schools.closed[s] && schools.affiliation[s] !== OUTSIDE && schools.programme[s] === v + 1) n++;
  return n;
}

/** The measures of a plan’s innovations that a menu asks for. */
const ofMenu = (scenarioInnovations: number): readonly Occasional[] =>
  Array.from(
    { length: scenarioInnovations },
    (_, v): Occasional => ({
      name: `schoolsOffered.innovation${v + 1}`,
      label: `Schools that took innovation ${v + 1} from the menu`,
      unit: 'share of schools',
      about: 'Schools that have been offered this innovation, or chose it, and whatever became of it.',
      asked: ['strategy.waves.models'],
      measure: (t, m) => ratio(offered(m, v), t.all.schools),
    }),
  );

const ofAssessment: Occasional = {
  name: 'effectMissed',
  label: 'Effect that assessment does not see',
  unit: 'SD a year at fidelity 0.75',
  about: 'The part of the true effect that lies outside of what is assessed; nobody in the model sees it.',
  asked: ['foundations.breadth'],
  measure: (t, m) => m.innovations.effect[t.focus] * (1 - assessedShare(m, t.focus)),
};

const ofPassing: Occasional = {
  name: 'lessonsPassed',
  label: 'Learned from other innovations',
  unit: 'whole changes',
  about: 'What innovations have taken so far from changes that the learning loops of others kept.',
  asked: ['parameters.learning.passing'],
  measure: (_, { state }) => state.passed[0],
};

/** The mean of a column over the posts of schools that are open. */
function meanOver({ educators, schools, system }: Model, column: 'capability' | 'mindset'): number {
  let sum = 0;
  let n = 0;
  for (let e = 0; e < system.educatorCount; e++) {
    if (schools.closed[system.educatorSchool[e]]) continue;
    sum += educators[column][e];
    n++;
  }
  return ratio(sum, n);
}

/** The mean of a column over the clusters that work; missing without any. */
function meanOfClusters({ clusters }: Model, read: (c: number) => number): number {
  let sum = 0;
  let n = 0;
  for (let c = 0; c < clusters.active.length; c++) {
    if (!clusters.active[c]) continue;
    sum += read(c);
    n++;
  }
  return ratio(sum, n);
}

const TIES = ['parameters.partners.reach'];
const LEARNING = [...TIES, 'parameters.exchange.helped', 'parameters.exchange.helping', 'parameters.exchange.helpingMindset'];

const ofJointWork: readonly Occasional[] = [
  {
    name: 'capability',
    label: 'Capability of educators',
    unit: 'share',
    about: 'Skill in teaching in new ways, mean over all posts.',
    asked: LEARNING,
    measure: (_, m) => meanOver(m, 'capability'),
  },
  {
    name: 'mindset',
    label: 'Growth mindset of educators',
    unit: 'share',
    about: 'From fixed (0) to growth (1), mean over all posts.',
    asked: LEARNING,
    measure: (_, m) => meanOver(m, 'mindset'),
  },
  {
    name: 'partnerTies',
    label: 'Ties between educators and partners',
    unit: 'ties per educator of a working cluster',
    about: 'Ties at work with researchers or entrepreneurs, mean over working clusters; missing without any.',
    asked: TIES,
    measure: (_, m) => meanOfClusters(m, (c) => m.clusters.tied[2 * c] + m.clusters.tied[2 * c + 1]),
  },
  {
    name: 'jointWork',
    label: 'Joint work of educators, researchers and entrepreneurs',
    unit: 'share',
    about:
      'Share of educators tied to both times the geometric mean of the three kinds of willingness, mean over working clusters.',
    asked: TIES,
    measure: (_, m) => meanOfClusters(m, (c) => m.clusters.joint[c]),
  },
  {
    name: 'partnerKnowledge',
    label: 'What partners have learned with schools',
    unit: 'share',
    about: 'Of researchers and entrepreneurs, mean over working clusters.',
    asked: TIES,
    measure: (_, m) => meanOfClusters(m, (c) => (m.clusters.knowledge[2 * c] + m.clusters.knowledge[2 * c + 1]) / 2),
  },
];

const IN_USE = thresholds.inUse.default;

/** Open schools that follow a rollout, and how many of them are in use. */
function following({ schools, system, innovationCount }: Model, rollout: number, focus: number) {
  let [all, inUse] = [0, 0];
  for (let s = 0; s < system.schoolCount; s++) {
    if (schools.closed[s] || schools.follows[s] !== rollout) continue;
    all++;
    const users = schools.users[s * innovationCount + focus];
    if (users > 0 && users >= IN_USE * (system.firstEducator[s + 1] - system.firstEducator[s])) inUse++;
  }
  return { all, inUse };
}

/** The part of a scenario in which others choose rollouts, among the paths that a plan moves. */
const OWN_ROLLOUTS = 'rollouts';

/** Who follows the plan’s rollout and each that others chose, and how far it has come there. */
const ofRollouts = (own: number): readonly Occasional[] =>
  Array.from({ length: own + 1 }, (_, i): readonly Occasional[] => {
    const [name, label] = i === 0 ? ['plan', 'the plan’s rollout'] : [`own${i}`, `rollout ${i} of their own`];
    return [
      {
        name: `schoolsFollowing.${name}`,
        label: `Schools that follow ${label}`,
        unit: 'share of schools',
        about: 'By what their district or network has chosen.',
        asked: [OWN_ROLLOUTS],
        measure: (t, m) => ratio(following(m, i, t.focus).all, t.all.schools),
      },
      {
        name: `schoolsInUse.${name}`,
        label: `Schools that use it, under ${label}`,
        unit: 'share of schools',
        about: 'Spread among the schools that follow it now; missing without any.',
        asked: [OWN_ROLLOUTS],
        measure(t, m) {
          const { all, inUse } = following(m, i, t.focus);
          return ratio(inUse, all);
        },
      },
    ];
  }).flat();

export const occasional = (scenarioInnovations: number, ownRollouts: number): readonly Occasional[] => [
  ...ofRollouts(ownRollouts),
  ...ofMenu(scenarioInnovations),
  ofAssessment,
  ofPassing,
  ...ofJointWork,
];
