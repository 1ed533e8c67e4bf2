/** One row a post, not a person: when someone leaves, the successor takes the same row. */
import { row, type Table } from './columns.ts';

/** An educator's stage in Rogers' decision process, derived from the columns with hysteresis; the place is the number stored. */
export const stages = ['unaware', 'aware', 'trialling', 'routine', 'owning', 'discontinued'] as const;
export type Stage = (typeof stages)[number];

/** What made an educator aware, or tipped an adoption: the place is the number told. */
export const reasons = [
  { name: 'none', label: 'not recorded' },
  { name: 'seed', label: 'among those it began with' },
  { name: 'broadcast', label: 'heard of it through the profession, the media or policy' },
  { name: 'team', label: 'colleagues in the same team' },
  { name: 'school', label: 'colleagues in the same school' },
  { name: 'district', label: 'educators in other schools of the district' },
  { name: 'cluster', label: 'partners in the education cluster' },
  { name: 'profession', label: 'a distant colleague' },
  { name: 'programme', label: 'the programme came to the school' },
  { name: 'mandate', label: 'it was required' },
  { name: 'induction', label: 'taken up on entering a school that uses it' },
  { name: 'mover', label: 'brought along from another school' },
  { name: 'creation', label: 'made it themselves' },
] as const;
export const reason = (name: (typeof reasons)[number]['name']): number => reasons.findIndex((r) => r.name === name);

export const educatorColumns = {
  mindset: row('f32', 'Fixed (0) to growth (1) mindset'),
  capability: row('f32', 'Skill in teaching in new ways, 0 to 1'),
  threshold: row('f32', 'How much peer use it takes, as a factor on the half-saturation of peer influence'),
  slack: row('f32', 'Time and energy free for something new, 0 to 1'),
  using: row('u8', 'The whole-class innovation in use: its number plus 1; 0 none'),
  supplements: row('u8', 'Supplements in use beside it, a bit an innovation'),
  aware: row('u8', 'Innovations known of, a bit each'),
  stopped: row('u8', 'Innovations used once and given up, a bit each'),
  stage: row('u8', 'Stage with respect to the one in use, or the furthest otherwise: a place in stages'),
  years: row('f32', 'Years of use of the one in use'),
  fidelity: row('f32', 'Share of the core in use, 0 to 1'),
  adaptation: row('f32', 'How far it has been changed to fit, 0 to 1'),
  productive: row('u8', '1: the changes keep its purpose; 0: they harm it'),
  ownership: row('f32', 'How far it has become their own, 0 to 1'),
  moved: row('u8', '1: something has happened with them in this bucket, which is one change'),
  tenure: row('f32', 'Years in post'),
} as const;

export type Educators = Table<typeof educatorColumns>;
