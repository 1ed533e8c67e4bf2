/** Where a degree becomes a word: used by the map, the legend, the charts and the tables alike. */
import { quantities } from './quantity.ts';

export const thresholds = quantities({
  inUse: {
    label: 'A school is in use',
    unit: 'share of educators using',
    range: [0.3, 0.6],
    default: 0.5,
    grade: 'D',
    source: 'a convention',
  },
  implementing: {
    label: 'A school is implementing',
    unit: 'share of educators in routine use',
    range: [0.3, 0.6],
    default: 0.5,
    grade: 'C',
    source: 'half of the staff: Fixsen et al. 2005',
  },
  well: {
    label: 'A school uses it well',
    unit: 'mean fidelity of users, less harmful adaptation',
    range: [0.5, 0.8],
    default: 0.6,
    grade: 'C',
    source: 'positive results come at 0.6-0.8 (Durlak & DuPre 2008)',
  },
  owned: {
    label: 'A school or educator owns it',
    unit: 'mean ownership',
    range: [0.4, 0.6],
    default: 0.5,
    grade: 'D',
    source: 'a convention',
  },
  regionReached: {
    label: 'A region is reached',
    unit: 'share of its schools in use',
    range: [0.05, 0.2],
    default: 0.1,
    grade: 'D',
    source: 'a convention: where the first timing of spread is read too',
  },
  routineFidelity: {
    label: 'Fidelity of routine use',
    unit: 'share',
    range: [0.3, 0.6],
    default: 0.4,
    grade: 'D',
    source: 'a convention',
  },
  routineYears: {
    label: 'Years to routine use',
    unit: 'years',
    range: [0.5, 2],
    default: 1,
    grade: 'C',
    source: 'the first year is the dip (Fullan 2001)',
  },
  hysteresis: {
    label: 'How far below its threshold a stage is lost',
    unit: 'share',
    range: [0.05, 0.15],
    default: 0.1,
    grade: 'D',
    source: 'a convention',
  },
  supportEnded: {
    label: 'Support has ended',
    unit: 'share of its peak, for a year',
    range: [0.05, 0.2],
    default: 0.1,
    grade: 'D',
    source: 'a convention',
  },
  experienced: {
    label: 'An experienced user',
    unit: 'years of use',
    range: [1, 3],
    default: 2,
    grade: 'D',
    source: 'a convention',
  },
});

/** What believed effects are weighed in, SD a year: the weights of belief are per this much. */
export const EFFECT_UNIT = 0.1;
