/** Schools and their leaders. */
import { each, few, row, type Table } from './columns.ts';
import { schoolFoundations } from './others.ts';

/** A school's formal tie to a programme; the place is the number stored. */
export const affiliations = ['outside', 'invited', 'piloting', 'implementing', 'mainstreamed', 'withdrawn'] as const;
export const affiliation = (name: (typeof affiliations)[number]): number => affiliations.indexOf(name);

const PILOTING = affiliation('piloting');
const MAINSTREAMED = affiliation('mainstreamed');
/** Whether a formal tie is one of use: piloting, implementing or mainstreamed. */
export const isInProgramme = (tie: number): boolean => tie >= PILOTING && tie <= MAINSTREAMED;

/** Where a school's programme money comes from; the place is the number stored. */
export const fundingPhases = ['none', 'pilot', 'middle', 'longTerm'] as const;

export const schoolColumns = {
  leaderSupport: row('f32', "The leader's support for the programme's innovation, 0 to 1"),
  leaderMindset: row('f32', "The leader's mindset, fixed (0) to growth (1)"),
  leaderSkill: row('f32', "The leader's skill in leading change, 0 to 1"),
  leaderTenure: row('f32', 'Years the leader has been in post'),
  culture: row('f32', 'Collaborative culture, 0 to 1'),
  trust: row('f32', 'Trust among the staff and in the system, 0 to 1'),
  readiness: few(
    'f32',
    schoolFoundations.length,
    'How far each foundation has reached the school, 0 to 1, in the order of schoolFoundations',
  ),
  vision: row('f32', 'Clarity of the instructional vision, 0 to 1'),
  load: row('f32', 'Initiatives that ask for attention'),
  overload: row('f32', 'Load beyond what the school can bear, initiatives'),
  demand: row('f32', 'Demand from parents and community, 0 to 1'),
  closed: row('u8', '1: the school has been closed'),
  affiliation: row('u8', 'Formal tie to the programme: a place in affiliations'),
  programme: row('u8', "The programme's innovation: its number plus 1; 0 none"),
  follows: row(
    'u8',
    'Whose rollout it follows: 0 the plan’s, otherwise the number of the one that its district or network chose',
  ),
  since: row('f32', 'Years since the affiliation last changed'),
  local: row('f32', 'Fit of the programme to the school: 1 − (1 − need)(1 − adaptation), 0 to 1'),
  distance: row('f32', 'Distance of the programme from what the school needs, before any adaptation, 0 to 1'),
  pull: each('f32', 'What the school adds to the logit of willingness'),
  opening: each('f32', 'Opportunity to begin, 1 for a school in the reference programme'),
  push: row('f32', 'Rate at which the programme moves educators to its innovation, per year'),
  staying: row('f32', 'What the school adds to the logarithm of the rate of giving up'),
  mandate: row('f32', 'Rate at which educators here are made to take it up, per year'),
  compulsion: row('f32', 'How compelled the present use is, 0 to 1'),
  tier: row('u16', 'Tiers of a cascade between the source and this school'),
  hardware: row('f32', 'Share of programme money here that goes to hardware beyond what the innovation needs, 0 to 1'),
  luck: row('f32', 'Fixed luck, 0 to 1: who comes first where nothing else decides'),
  joined: row('f32', 'Year in which the school joined the programme; -1 never'),
  funding: row('u8', 'Where programme money comes from: a place in fundingPhases'),
  support: row('f32', 'Share of the full programme support received, 0 to 1'),
  coaching: row('f32', 'Coaching received per educator, quality times dose, 0 to 1'),
  training: row('f32', 'What training leaves, 0 to 1'),
  materials: row('f32', 'Materials and guides at hand, 0 to 1'),
  technology: row('f32', 'What technology adds through vision and a worked-out model, 0 to 1'),
  peers: row('f32', 'Help from deep collaboration inside the school and its cluster, 0 to 1'),
  public: row('u8', '1: public long-term money pays'),
  peakSupport: row('f32', 'Highest programme support so far'),
  weakYears: row('f32', 'Years that support has been under a tenth of its peak'),
  supportEnded: row('f32', 'Year in which support ended; -1 it has not'),
  implementedAtEnd: row('u8', '1: the school was implementing when support ended'),
  implementing: row('u8', '1: half of the educators or more are in routine use'),
  firstImplementing: row('f32', 'Year of first implementing; -1 never'),
  kept: row(
    'u8',
    'What became of it: bits 1 and 2 still implementing 3 and 5 years after first implementing, 4 and 8 those years are over',
  ),
  lasted: row(
    'u8',
    'What became of it after support ended: bits 1 and 2 implementing 3 and 5 years after, 4 and 8 those years are over',
  ),
  users: each('u16', 'Educators using each innovation'),
  routine: row('u16', 'Educators in routine use or owning, of any innovation'),
  lead: row('u8', 'The innovation most in use here: its number plus 1; 0 none'),
  fidelity: row('f32', 'Mean fidelity of users of the leading innovation'),
  harm: row('f32', "Mean harmful adaptation of the leading innovation's users"),
  depth: row('f32', "Mean fidelity times (1 + productive adaptation) of the leading innovation's users"),
  ownership: row('f32', "Mean ownership of the leading innovation's users"),
  visible: each('f32', 'How good the results look to colleagues, 0 to 1; 0.5 when nobody knows'),
  gain: row('f32', "Mean gain of the school's classes last year, SD"),
  cumulative: row('f32', 'Cumulative gain with fade-out, SD'),
  cost: row('f32', 'Programme money spent here so far, USD'),
} as const;

export type Schools = Table<typeof schoolColumns>;
