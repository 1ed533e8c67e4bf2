/** Users confirm their decision or give it up. */

import { stages } from '../agents/educators.ts';
import { acceptance } from '../almanac.ts';
import { exp, isBelowChance } from '../arithmetic.ts';
import { defineProcess, isStepStart, markMoved } from '../model.ts';
import { clockIndex, clockRows } from '../rates.ts';
import { shareOfLead, usedBits } from '../use.ts';

const exponent = { unit: 'per unit', bounds: [-10, 10], grade: 'D', source: 'assumed' } as const;
const STOPPING = clockIndex('stopping');
/** The clock's rate: no hazard of giving up is higher. */
const MOST = clockRows.stopping.rate;
/** Place of the highest bit of a whole number. */
const HIGHEST_BIT = 31;
const DISCONTINUED = stages.indexOf('discontinued');

export const confirmation = defineProcess({
  name: 'confirmation',
  label: 'Confirmation',
  about:
    'A user gives up at a base rate times exp(−(ownership, support, visible results, colleagues using, district share)) times exp(overload + misfit + a leader lost where neither alliances nor ownership carry it). Apart from a school’s withdrawal from the programme: practice may outlive the name, and the name practice.',
  acts: 'bucket',
  parameters: {
    base: {
      label: 'Giving up with nothing for or against',
      unit: 'per year',
      range: [0.3, 0.8],
      bounds: [0, 1],
      default: 0.5,
      grade: 'C',
      source: 'practices rarely outlast support by more than a year or two (IES R324A120278)',
    },
    ownership: { ...exponent, label: 'Kept by ownership', range: [1, 3], default: 2 },
    support: { ...exponent, label: 'Kept by support', range: [0.5, 2], default: 1 },
    results: { ...exponent, label: 'Kept by visible results', range: [0.3, 1.5], default: 0.8 },
    colleagues: { ...exponent, label: 'Kept by colleagues who use it', range: [0.5, 2], default: 1 },
    district: {
      ...exponent,
      label: 'Kept by the share of the district using',
      range: [0.2, 1],
      default: 0.5,
      grade: 'C',
      source: 'sign: McIntosh et al. 2016, 2018',
    },
    overload: { ...exponent, label: 'Lost per initiative too many', range: [0.1, 0.4], default: 0.2 },
    misfit: { ...exponent, label: 'Lost by misfit', range: [0.3, 1.2], default: 0.7 },
    leader: {
      ...exponent,
      label: 'Lost when the leader has just left',
      range: [0.3, 1.2],
      default: 0.6,
      grade: 'C',
      source: 'Datnow 2005',
    },
    alliances: {
      label: 'Protection by alliances when a leader leaves',
      unit: 'share',
      range: [0, 0.8],
      bounds: [0, 1],
      default: 0.1,
      grade: 'D',
      source: 'assumed',
    },
    stopping: {
      label: 'Honest stopping of what does not work',
      unit: 'share',
      range: [0, 1],
      default: 0.1,
      grade: 'D',
      source: 'assumed; evidence P12 and P17',
    },
    stoppingGain: {
      label: 'Lost by what is measured and found wanting',
      unit: 'per unit',
      range: [1, 3],
      bounds: [-10, 10],
      default: 2,
      grade: 'D',
      source: 'assumed; honest stopping acts on what is known',
    },
    halfKnown: {
      label: 'Precision of evidence at which half is known',
      unit: 'per square SD',
      range: [100, 1600],
      bounds: [1, 1000000],
      default: 400,
      grade: 'D',
      source: 'assumed: a standard error of 0.05 SD',
    },
    wanting: {
      label: 'Believed effect under which it counts as wanting',
      unit: 'SD',
      range: [0, 0.05],
      bounds: [-1, 1],
      default: 0.02,
      grade: 'C',
      source: 'below the small effect of 0.05 SD (Kraft 2020)',
    },
    leaderYears: {
      label: 'Years after a leader leaves in which it is felt',
      unit: 'years',
      range: [0.5, 2],
      bounds: [0, 20],
      default: 1,
      grade: 'D',
      source: 'assumed',
    },
    mandated: { ...exponent, label: 'Kept while it is required', range: [1, 3], default: 1.5 },
  },
  writes: [
    'educators.using',
    'educators.supplements',
    'educators.stopped',
    'educators.aware',
    'educators.stage',
    'educators.moved',
    'educators.ownership',
    'schools.staying',
    'state.stops',
  ],
  run(model, p) {
    const { clocks, time, educators, schools, system, districts, innovations, innovationCount, key, state, recorder } = model;
    if (isStepStart(time)) prepare();
    const candidates = clocks.candidates(STOPPING);
    const { list, count, room } = candidates;
    const bucket = time.bucket % time.bucketsPerYear;
    const all = clocks.candidateChance[STOPPING];
    const dt = time.bucketLength;
    for (let i = bucket * room; i < bucket * room + count[bucket]; i++) {
      const e = list[i];
      const used = usedBits(educators, e);
      if (!used || educators.moved[e]) continue;
      const s = system.educatorSchool[e];
      const luck = acceptance(candidates, i, key, STOPPING, system.schoolKey[s], e - system.firstEducator[s], time.bucket) * all;
      // Draw first, look after: bad results can add no more than p.results to the exponent.
      if (!isBelowChance(luck, Math.min(MOST, p.base * exp(schools.staying[s] + p.results)), dt)) continue;
      // What is given up is the whole-class practice where there is one, else the last supplement begun.
      const v = educators.using[e] > 0 ? educators.using[e] - 1 : HIGHEST_BIT - Math.clz32(used);
      const owned = educators.using[e] > 0 ? educators.ownership[e] : 0;
      const kept = p.ownership * owned + p.results * (2 * schools.visible[s * innovationCount + v] - 1);
      if (isBelowChance(luck, Math.min(MOST, p.base * exp(schools.staying[s] - kept)), dt)) stop(e, v);
    }

    function stop(e: number, v: number): void {
      if (educators.using[e] === v + 1) {
        educators.using[e] = 0;
        educators.ownership[e] = 0;
      } else educators.supplements[e] &= ~(1 << v);
      educators.stopped[e] |= 1 << v;
      educators.aware[e] &= ~(1 << v);
      if (usedBits(educators, e) === 0) educators.stage[e] = DISCONTINUED;
      markMoved(model, e);
      state.stops[0]++;
      recorder.stopped?.(e, v);
    }

    /** The school's part of the exponent, once a step. */
    function prepare(): void {
      for (let s = 0; s < system.schoolCount; s++) {
        const lead = schools.lead[s] - 1;
        const using = shareOfLead(model, s);
        // Where evidence is heeded, what has been measured and found wanting is dropped sooner.
        const known = lead >= 0 ? innovations.precision[lead] / (innovations.precision[lead] + p.halfKnown) : 0;
        const wanting = lead >= 0 && innovations.estimate[lead] < p.wanting ? p.stopping * known * p.stoppingGain : 0;
        const leaderLost =
          schools.leaderTenure[s] < p.leaderYears ? p.leader * (1 - p.alliances) * (1 - schools.ownership[s]) : 0;
        schools.staying[s] =
          -p.support * schools.support[s] -
          p.colleagues * using -
          p.district * districts.share[system.schoolDistrict[s]] -
          p.mandated * (schools.mandate[s] > 0 ? 1 : 0) +
          p.overload * schools.overload[s] +
          p.misfit * (1 - schools.local[s]) +
          leaderLost +
          wanting;
      }
    }
  },
});
