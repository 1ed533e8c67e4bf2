/** What classes gain, what colleagues can see of it, and what is measured and believed. */
import { clamp, exp } from '../arithmetic.ts';
import { assessedShare } from '../assessment.ts';
import { defineProcess, type Model } from '../model.ts';
import { drawNormal, purposes } from '../random.ts';
import { countBits, distanceFromNeeds, fidelityOf } from '../use.ts';

/** Names the draw of the noise that schools share; no school has this key. */
const SHARED = 0x5eed;

const share = { unit: 'share', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;

export const outcomes = defineProcess({
  name: 'outcomes',
  label: 'Outcomes and evidence',
  about:
    'Once a year a class gains the true effect at its school times f(F) times the maturity of use, less the dip of the first year. The effect at a school falls with the distance of its context as far as fit does not bridge it, and varies by luck. Evidence is gain plus noise that shrinks with data, schools and years; pilots in eager schools overstate it unless evaluation is in place, and one school’s evidence is confounded. A narrow assessment sees only a part of the effect. What colleagues can see follows the gain of their school; what is believed is a precision-weighted mean of expectation and evidence.',
  acts: 'year',
  parameters: {
    reference: {
      label: 'Fidelity at which trials measure',
      unit: 'share',
      range: [0.6, 0.8],
      bounds: [0.1, 1],
      default: 0.75,
      grade: 'B',
      source: 'Durlak & DuPre 2008: 60-80% is typical of programmes with positive results',
    },
    ceiling: {
      label: 'Most that fidelity beyond that adds',
      unit: 'factor',
      range: [1.1, 1.5],
      bounds: [1, 3],
      default: 1.3,
      grade: 'D',
      source: 'assumed',
    },
    maturity: {
      label: 'Years of use to the full effect',
      unit: 'years',
      range: [2, 4],
      bounds: [0.1, 20],
      default: 3,
      grade: 'C',
      source: 'Fixsen et al. 2005; Fullan 2000: 3 years in elementary schools',
    },
    maturityStart: { ...share, label: 'Effect in the first year beside the full one', range: [0.4, 0.8], default: 0.6 },
    context: {
      ...share,
      label: 'Effect lost to a distant context without fit',
      range: [0.2, 0.7],
      default: 0.5,
      source: 'assumed; external validity: Hedges, in the source document',
    },
    contextSpread: {
      label: 'Spread of the effect between schools',
      unit: 'SD',
      range: [0, 0.1],
      bounds: [0, 1],
      default: 0.05,
      grade: 'D',
      source: 'assumed',
    },
    dip: {
      label: 'Depth of the implementation dip at full departure',
      unit: 'SD',
      range: [0.03, 0.2],
      bounds: [0, 1],
      default: 0.1,
      grade: 'D',
      source: 'assumed; parameter dip_depth; Fullan 2001',
    },
    fadeOut: {
      ...share,
      label: 'Cumulative gain that fades in a year',
      range: [0.2, 0.6],
      default: 0.4,
      grade: 'C',
      source: 'fade-out of classroom effects is widely found; size assumed',
    },
    visibleScale: {
      label: 'Gain that makes results look clearly good',
      unit: 'SD',
      range: [0.05, 0.2],
      bounds: [0.01, 1],
      default: 0.1,
      grade: 'D',
      source: 'assumed',
    },
    data: { ...share, label: 'Data on learning', range: [0, 1], default: 0.15 },
    schoolNoise: {
      label: 'Noise of one school’s measured gain without data',
      unit: 'SD',
      range: [0.1, 0.4],
      bounds: [0, 3],
      default: 0.25,
      grade: 'D',
      source: 'assumed; causal ambiguity: Lagemann, in the source document',
    },
    noiseData: {
      label: 'Noise of one school’s gain that full data remove',
      unit: 'share',
      range: [0.4, 0.9],
      bounds: [0, 1],
      default: 0.7,
      grade: 'D',
      source: 'assumed',
    },
    seenWithout: {
      label: 'What colleagues see of a gain without data',
      unit: 'share',
      range: [0.2, 0.7],
      bounds: [0, 1],
      default: 0.4,
      grade: 'D',
      source: 'assumed; causal ambiguity: Lagemann, in the source document',
    },
    seeing: {
      label: 'Weight of the last year in what colleagues see',
      unit: 'share',
      range: [0.4, 1],
      bounds: [0, 1],
      default: 0.7,
      grade: 'D',
      source: 'assumed',
    },
    delayData: {
      label: 'Delay of evidence that full data remove',
      unit: 'share',
      range: [0.4, 0.9],
      bounds: [0, 1],
      default: 0.7,
      grade: 'D',
      source: 'assumed',
    },
    sharedData: {
      label: 'Confounding that full data remove',
      unit: 'share',
      range: [0.3, 0.9],
      bounds: [0, 1],
      default: 0.6,
      grade: 'D',
      source: 'assumed',
    },
    sharedAssessment: {
      label: 'Confounding that trusted assessment removes',
      unit: 'share',
      range: [0.2, 0.8],
      bounds: [0, 1],
      default: 0.5,
      grade: 'D',
      source: 'assumed; source document “Scale what?” on trusted assessment',
    },
    viabilityFragmented: {
      label: 'Viability of the provider lost to full structural fragmentation',
      unit: 'share',
      range: [0.1, 0.5],
      bounds: [0, 1],
      default: 0.3,
      grade: 'D',
      source: 'assumed; many small buyers are dear to serve',
    },
    viabilityUse: {
      label: 'Viability of the provider gained at full use',
      unit: 'share',
      range: [0.1, 0.4],
      bounds: [0, 1],
      default: 0.2,
      grade: 'D',
      source: 'assumed; users pay',
    },
    viabilitySpeed: {
      label: 'Share of the way that viability moves in a year',
      unit: 'share',
      range: [0.1, 0.6],
      bounds: [0, 1],
      default: 0.3,
      grade: 'D',
      source: 'assumed; firms live on contracts of some years',
    },
    sharedNoise: {
      label: 'Noise that no number of schools removes, without data',
      unit: 'SD',
      range: [0.02, 0.15],
      bounds: [0, 1],
      default: 0.08,
      grade: 'D',
      source: 'assumed: confounding',
    },
    eager: {
      label: 'Overstatement by eager schools without evaluation',
      unit: 'SD',
      range: [0.02, 0.15],
      bounds: [0, 1],
      default: 0.06,
      grade: 'C',
      source: 'early results 0.19-0.27 SD (RAND 2015) against 0.06 in large trials (Lortie-Forgues & Inglis 2019)',
    },
    clearly: {
      label: 'Effect that counts as clearly positive',
      unit: 'SD',
      range: [0, 0.05],
      bounds: [-1, 1],
      default: 0.02,
      grade: 'C',
      source: 'below Kraft’s small effect of 0.05 SD',
    },
    interval: {
      label: 'Years between measurements of learning',
      unit: 'years',
      whole: true,
      range: [1, 4],
      bounds: [1, 20],
      default: 1,
      grade: 'D',
      source: 'assumed; at least annually, if not much more often: source document “Scale what?”',
    },
    delay: {
      label: 'Delay of evidence without data',
      unit: 'years',
      range: [0.5, 3],
      bounds: [0, 20],
      default: 1,
      grade: 'D',
      source: 'assumed; districts wait too long to evaluate (source document “How to scale personalized learning”)',
    },
    trialShare: {
      ...share,
      label: 'Share of educators using from which a school counts as evidence',
      range: [0.2, 0.5],
      default: 0.3,
    },
    forgetting: {
      label: 'Evidence that goes out of date',
      unit: 'per year',
      range: [0.05, 0.3],
      bounds: [0, 1],
      default: 0.15,
      grade: 'D',
      source: 'assumed',
    },
    disappointment: {
      label: 'Hype that experience takes away',
      unit: 'per year',
      range: [0.1, 0.6],
      bounds: [0, 5],
      default: 0.3,
      grade: 'D',
      source: 'assumed; source document “Phrases de jour”',
    },
    buzz: {
      label: 'Hype added by adoption',
      unit: 'SD per year at full use',
      range: [0, 0.1],
      bounds: [0, 1],
      default: 0.03,
      grade: 'D',
      source: 'assumed',
    },
    watering: {
      label: 'Meaning lost while everybody claims it',
      unit: 'per year at full reported use',
      range: [0, 0.15],
      bounds: [0, 1],
      default: 0.04,
      grade: 'D',
      source: 'assumed; source document “Phrases de jour”',
    },
  },
  writes: [
    'schools.gain',
    'schools.cumulative',
    'schools.visible',
    'innovations.estimate',
    'innovations.precision',
    'innovations.sustainedYears',
    'innovations.diversity',
    'innovations.measured',
    'innovations.waitingSum',
    'innovations.waitingPrecision',
    'innovations.hype',
    'innovations.elaboration',
    'innovations.viability',
  ],
  run(model, p) {
    const { schools, system, educators, innovations, innovationCount, levers, key, time } = model;
    const yearIndex = Math.round(time.year + time.dt);
    const here = new Float64Array(innovationCount);
    const sums = new Float64Array(innovationCount);
    const counts = new Float64Array(innovationCount);
    const fifths = new Uint8Array(innovationCount);
    const noise = p.schoolNoise * (1 - p.noiseData * p.data);
    for (let s = 0; s < system.schoolCount; s++) {
      const first = system.firstEducator[s];
      const end = system.firstEducator[s + 1];
      const lead = schools.lead[s] - 1;
      here.fill(Number.NaN);
      let sum = 0;
      for (let e = first; e < end; e++) {
        for (let v = 0, beside = educators.supplements[e]; beside > 0; v++, beside >>= 1) {
          if (beside & 1) sum += effect(s, v) * quality(fidelityOf(model, e, v));
        }
        const v = educators.using[e] - 1;
        if (v < 0) continue;
        const mature = Math.min(1, p.maturityStart + ((1 - p.maturityStart) * educators.years[e]) / p.maturity);
        const dip =
          educators.years[e] < 1 ? p.dip * innovations.complexity[v] * (1 - schools.coaching[s]) * (1 - educators.years[e]) : 0;
        sum += effect(s, v) * quality(educators.fidelity[e]) * mature - dip;
      }
      const users = lead >= 0 ? schools.users[s * innovationCount + lead] : 0;
      schools.gain[s] = sum / (end - first);
      schools.cumulative[s] = schools.cumulative[s] * (1 - p.fadeOut) + schools.gain[s];
      if (lead < 0 || users === 0) continue;
      const gainOfUsers = sum / users;
      // Colleagues judge by what they see of a school's gain: half unknown where nothing is measured.
      const seen = 1 / (1 + exp(-(gainOfUsers - p.visibleScale / 2) / (p.visibleScale / 2)));
      const at = s * innovationCount + lead;
      schools.visible[at] +=
        (0.5 + (seen - 0.5) * (p.seenWithout + (1 - p.seenWithout) * p.data) - schools.visible[at]) * p.seeing;
      if (p.trialShare * (end - first) > users) continue;
      const eager = p.eager * schools.leaderSupport[s] * (1 - levers.foundations.research) * (1 - p.data);
      sums[lead] +=
        gainOfUsers * assessedShare(model, lead) +
        eager +
        noise * drawNormal(key, purposes.evidenceNoise, system.schoolKey[s], lead, yearIndex);
      counts[lead]++;
      fifths[lead] |= 1 << system.fifth[s];
    }
    for (let v = 0; v < innovationCount; v++) learn(v);

    /** What has been measured becomes known with a delay, the shorter the better the data. */
    function publish(v: number): void {
      const share = 1 / (1 + p.delay * (1 - p.delayData * p.data));
      const precision = innovations.waitingPrecision[v] * share;
      if (precision <= 0) return;
      const sum = innovations.waitingSum[v] * share;
      innovations.estimate[v] =
        (innovations.estimate[v] * innovations.precision[v] + sum) / (innovations.precision[v] + precision);
      innovations.precision[v] += precision;
      innovations.waitingPrecision[v] -= precision;
      innovations.waitingSum[v] -= sum;
    }

    /** The effect at a school, found once for all its users. */
    function effect(s: number, v: number): number {
      if (Number.isNaN(here[v])) here[v] = effectAt(model, s, v, p);
      return here[v];
    }

    function quality(fidelity: number): number {
      const ratio = fidelity / p.reference;
      return Math.min(ratio * ratio, p.ceiling);
    }

    function learn(v: number): void {
      const scenario = levers.innovations[v];
      innovations.precision[v] *= 1 - p.forgetting;
      if (counts[v] > 0 && yearIndex % p.interval === 0) {
        const shared = p.sharedNoise * (1 - p.sharedData * p.data) * (1 - p.sharedAssessment * levers.foundations.assessment);
        const mean = sums[v] / counts[v] + shared * drawNormal(key, purposes.evidenceNoise, SHARED, v, yearIndex);
        const variance = (noise * noise) / counts[v] + shared * shared;
        const precision = 1 / variance;
        innovations.waitingSum[v] += mean * precision;
        innovations.waitingPrecision[v] += precision;
      }
      publish(v);
      innovations.diversity[v] = countBits(fifths[v]);
      innovations.measured[v] = counts[v];
      const sure = innovations.estimate[v] - 1 / Math.sqrt(Math.max(1, innovations.precision[v]));
      innovations.sustainedYears[v] = sure > p.clearly && counts[v] > 0 ? innovations.sustainedYears[v] + 1 : 0;
      const use = innovations.users[v] / system.educatorCount;
      // Expectation beyond evidence is fed by talk and fades as evidence weighs more.
      innovations.hype[v] = innovations.hype[v] * exp(-p.disappointment) + p.buzz * use * scenario.visibility;
      const vague = p.watering * use * (1 - scenario.precision);
      innovations.elaboration[v] = clamp(innovations.elaboration[v] * (1 - vague), 0, 1);
      const paying = innovations.users[v] > 0 ? 1 : 0;
      innovations.viability[v] +=
        (clamp(
          scenario.viability * (1 - p.viabilityFragmented * levers.fragmentation.structural) + p.viabilityUse * paying * use,
          0,
          1,
        ) -
          innovations.viability[v]) *
        p.viabilitySpeed;
    }
  },
});

/** The true effect of v at school s, SD a year at the reference fidelity. */
function effectAt(model: Model, s: number, v: number, p: { readonly context: number; readonly contextSpread: number }): number {
  const { innovations, schools, system, key } = model;
  const distance = distanceFromNeeds(model, s, v);
  const tau = innovations.effect[v];
  const away = tau > 0 ? tau * (1 - p.context * Math.min(1, distance) * (1 - schools.local[s])) : tau;
  return away + p.contextSpread * drawNormal(key, purposes.contextEffect, system.schoolKey[s], innovations.key[v], 0);
}
