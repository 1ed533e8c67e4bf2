/** Districts, clusters, external forces, innovations, and the one row of the system as a whole. */
import { few, row, type Table } from './columns.ts';

/** Fullan's external forces that reach a school only through the connections it has built. */
export const forces = ['parents', 'technology', 'corporate', 'policy', 'profession'] as const;
export type Force = (typeof forces)[number];

/** What a system can roll out now for every innovation, itself none: the "scale now" list. */
export const foundations = [
  'designPrinciples',
  'assessment',
  'research',
  'connectivity',
  'deviceManagement',
  'policyFlexibility',
  'procurement',
  'autonomy',
  'software',
] as const;
export type Foundation = (typeof foundations)[number];

/** Of these, what counts at a school as far as it has reached it; the others act through districts, rules and designs. */
export const schoolFoundations = [
  'research',
  'connectivity',
  'deviceManagement',
  'policyFlexibility',
  'procurement',
  'software',
] as const satisfies readonly Foundation[];

export const districtColumns = {
  policySupport: row('f32', 'Support of rules and leaders for new practice, 0 to 1'),
  clarity: row('f32', 'How clearly schools know what they may do, 0 to 1'),
  coherence: row('f32', 'How well signals to schools agree, 0 to 1'),
  centralOffice: row('f32', 'Capacity of the central office to help schools, 0 to 1'),
  vision: row('f32', 'Clarity of the instructional vision, 0 to 1'),
  adopted: row('u8', '1: the innovation has become district policy'),
  adoptedYear: row('f32', 'Year of policy adoption; -1 never'),
  follows: row('u8', 'Whose rollout it has chosen: 0 the plan’s, otherwise its number'),
  background: row('f32', 'Unrelated initiatives under way'),
  share: row('f32', 'Share of schools in use'),
} as const;
export type Districts = Table<typeof districtColumns>;

/** Who works with a cluster's educators; the place is that of their numbers in a row. */
export const partners = ['researchers', 'entrepreneurs'] as const;

export const clusterColumns = {
  active: row('u8', '1: the cluster works'),
  called: row('u8', '1: set to work by a rollout that some of its schools have chosen for themselves'),
  hub: row('i32', 'The school that the others turn to: the first of its schools in fixed luck'),
  depth: row('f32', 'Depth of joint work, 0 to 1'),
  output: row(
    'f32',
    'What educators, researchers and entrepreneurs produce together: the geometric mean of their willingness, 0 to 1',
  ),
  share: row('f32', 'Share of its schools in use'),
  leaning: few('f32', 2, 'Willingness of its researchers and entrepreneurs beside the mean of the system, a factor'),
  willingness: few('f32', 2, 'Willingness of its researchers and entrepreneurs to work with schools, 0 to 1'),
  knowledge: few('f32', 2, 'What its researchers and entrepreneurs have learned with schools, 0 to 1'),
  tied: few('f32', 2, 'Share of its educators who have a tie at work with its researchers, and with its entrepreneurs'),
  joint: row('f32', 'Joint work of educators with both, 0 to 1'),
} as const;
export type Clusters = Table<typeof clusterColumns>;

/** What an innovation is at the moment: begins as the scenario says, moves with learning cycles. */
export const innovationColumns = {
  key: row('f64', 'What draws know it by: its place, or for a local variant its maker and year'),
  launched: row('u8', '1: somebody uses or offers it'),
  local: row('u8', '1: a variant made by a school'),
  effect: row('f64', 'True effect, SD a school year at fidelity 0.75 in the home context; nobody in the model sees it'),
  elaboration: row('f64', 'How far design and procedure are worked out, 0 to 1'),
  complexity: row('f64', 'Departure from present practice, 0 to 1'),
  costFactor: row('f64', 'Unit cost as a factor of the first year'),
  need: few('f64', 2, 'What needs it answers, in the plane of local needs'),
  hype: row('f64', 'Expectation ahead of evidence, SD'),
  estimate: row('f64', 'Effect as measured so far, SD'),
  waitingSum: row('f64', 'Measured and not yet known: sum of effects times precision'),
  waitingPrecision: row('f64', 'Precision measured and not yet known, per SD squared'),
  precision: row('f64', 'One over the variance of that estimate, per SD squared'),
  sustainedYears: row('f64', 'Years that measured results have been clearly positive'),
  measured: row('f64', 'Schools measured in the last year'),
  diversity: row('f64', 'Contexts (fifths of disadvantage) among the measured schools'),
  cycles: row('f64', 'Learning cycles completed'),
  users: row('i32', 'Educators using it'),
  everUsed: row('i32', 'Adoptions so far'),
  viability: row('f64', "The provider's chance of staying in business, 0 to 1"),
} as const;
export type Innovations = Table<typeof innovationColumns>;

/** The system as a whole: finance, windows, coaches, hidden and visible ledgers. One row. */
export const systemColumns = {
  layerShare: few('f64', 5, 'Share of candidate ties switched on, in the order of layers'),
  layerDepth: few('f64', 5, 'Mean depth of ties, 0 to 1, in the order of layers'),
  clusterShare: row('f64', 'Share of clusters that the rollout has set to work, 0 to 1'),
  connections: few(
    'f32',
    forces.length,
    'Connection of schools to each external force, 0 to 1, in the order of forces: alike, as joint work is',
  ),
  windowOpen: row('f64', 'How far a window of opportunity is open, 0 to 1'),
  windowYears: row('f64', 'Years it will stay open'),
  budgetFactor: row('f64', 'Money as a factor of what the plan says, after cuts'),
  coaches: row('f64', 'Coaches at work'),
  coachesFromUsers: row('f64', 'Of these, drawn from experienced users'),
  coachQuality: row('f64', 'What a coach achieves beside one with a light load, 0 to 1'),
  begun: row('f64', 'Year in which the first rollout began, from which money is counted; -1 not yet'),
  coverage: row('f64', 'Share of the programme schools’ full cost that money covers, 0 to 1'),
  opening: row('f64', 'Money at the start of the step, USD'),
  income: row('f64', 'Money received in the step, USD'),
  spent: row('f64', 'Money spent in the step, USD'),
  carried: row('f64', 'Money carried into the next step, USD'),
  lapsed: row('f64', 'Money lost because it could not be carried, USD'),
  spentSoFar: row('f64', 'Money spent since the start, USD'),
  reported: row('f64', 'Cost of the ingredients since the start, charged or not, USD'),
  devices: row('f64', 'Money spent on devices since the start, USD'),
  wave: row('f64', 'Waves or tiers begun'),
  waveYear: row('f64', 'Year in which the last one began; -1 none'),
  gate: row('f64', '0 seed, 1 spread, 2 scale'),
  depthShift: row('f64', 'What the learning loop has added to the share of effort on depth'),
  recommendations: row('f64', 'Changes that learning cycles have kept'),
  passed: row('f64', 'What innovations have taken from changes that others kept, in whole changes'),
  labOver: row('f64', 'Step, plus 1, in which a scaling lab was last found to be over; 0 never'),
  created: row('f64', 'Local variants made'),
  adoptions: few('f64', 13, 'Adoptions so far by what tipped them, in the order of reasons'),
  hearings: few('f64', 13, 'Educators made aware so far by what made them, in the order of reasons'),
  stops: row('f64', 'Discontinuances so far'),
  departures: row('f64', 'Educators who left so far'),
  leaderDepartures: row('f64', 'School leaders who left so far'),
} as const;
export type SystemState = Table<typeof systemColumns>;
