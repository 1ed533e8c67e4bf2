/** The yearly learning loop: plan, implement, measure, reflect, adjust. */
import { clamp } from '../arithmetic.ts';
import { assessedShare } from '../assessment.ts';
import { defineProcess, type Model } from '../model.ts';
import { block, drawNormal, purposes, unit, words } from '../random.ts';

const share = { unit: 'share', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;

export const learning = defineProcess({
  name: 'learning',
  label: 'Learning loop',
  about:
    'Once a year an innovation in use may go through a learning cycle, with probability data × culture of R&D × flexible money × (1 + partners): without any one of the three there is none, and data alone are paperwork. A cycle proposes a change of the effect, kept when it is measured to be better, so that noisy data keep bad changes too. Elaboration, fit and cost improve by a share of what is missing; the effect never passes a ceiling. A kept change can pass to the other innovations in use, in part, along ties between those who work on them: clusters where both are at home, and partners who work with all. Every cycle is logged, kept or not: what a lab leaves is read from that log.',
  acts: 'year',
  parameters: {
    data: { ...share, label: 'Data that can guide a change', range: [0, 1], default: 0.15 },
    development: { ...share, label: 'Culture of research and development', range: [0, 1], default: 0.15 },
    flexibility: { ...share, label: 'Money that can follow a change', range: [0, 1], default: 0.15 },
    often: {
      label: 'Cycles when all three are full',
      unit: 'per year',
      range: [0.5, 1],
      bounds: [0, 1],
      default: 0.9,
      grade: 'D',
      source: 'assumed',
    },
    scale: {
      label: 'What brings half levels to a cycle every other year',
      unit: 'factor',
      range: [1, 4],
      bounds: [0, 20],
      default: 2,
      grade: 'D',
      source: 'a convention of the product',
    },
    change: {
      label: 'Spread of the change that a cycle proposes',
      unit: 'SD',
      range: [0.01, 0.06],
      bounds: [0, 1],
      default: 0.03,
      grade: 'D',
      source: 'assumed; two failed designs before two that worked (Banerjee et al. 2017)',
    },
    noise: {
      label: 'Noise of measuring a change without data',
      unit: 'SD',
      range: [0.02, 0.15],
      bounds: [0, 1],
      default: 0.08,
      grade: 'D',
      source: 'assumed',
    },
    noiseData: {
      label: 'Noise of measuring a change that full data remove',
      unit: 'share',
      range: [0.5, 1],
      bounds: [0, 1],
      default: 0.8,
      grade: 'D',
      source: 'assumed; data alone never remove all of it',
    },
    goalless: {
      label: 'Cycles left without clear goals, beside those at the middle',
      unit: 'factor',
      range: [0.2, 0.8],
      bounds: [0, 2],
      default: 0.5,
      grade: 'D',
      source: 'assumed; the order goals, principles, model, technology: source document “Hardware is not a strategy”',
    },
    ceiling: {
      label: 'Highest effect reached by learning',
      unit: 'SD',
      range: [0.3, 0.5],
      bounds: [0, 2],
      default: 0.4,
      grade: 'C',
      source: 'tutoring, the best documented intervention: 0.37 SD (Nickow et al. 2020)',
    },
    improves: {
      ...share,
      label: 'Share of the missing elaboration and fit that a cycle adds',
      range: [0.05, 0.3],
      default: 0.15,
    },
    cheaper: { ...share, label: 'Share of the cost above the floor that a cycle saves', range: [0.02, 0.15], default: 0.06 },
    passing: {
      ...share,
      label: 'Part of a kept change that passes to another innovation along a full tie',
      range: [0, 0.5],
      default: 0,
      source: 'assumed; off unless a plan asks for it; peer-to-peer learning of labs and partners: Millions Learning',
    },
    partnerTie: {
      ...share,
      label: 'Tie between two innovations made by partners who work with all',
      range: [0.1, 0.6],
      default: 0.3,
      source: 'assumed; partners carry what they have learned from one place to another',
    },
    shift: { ...share, label: 'Effort moved between depth and breadth by a cycle', range: [0.05, 0.3], default: 0.15 },
    shallow: {
      ...share,
      label: 'Fidelity under which practice counts as shallow',
      range: [0.5, 0.75],
      default: 0.6,
      source: 'positive results come at 0.6-0.8 (Durlak & DuPre 2008)',
    },
    floor: { ...share, label: 'Lowest unit cost beside the first year’s', range: [0.4, 0.8], default: 0.6 },
  },
  writes: [
    'innovations.effect',
    'innovations.elaboration',
    'innovations.need',
    'innovations.costFactor',
    'innovations.cycles',
    'state.recommendations',
    'state.depthShift',
    'state.passed',
  ],
  run(model, p) {
    const { innovations, innovationCount, levers, key, time, state, schools, system, clusters, recorder } = model;
    // Nobody runs the loop of a lab that is over; what it kept stays in the design.
    if (state.labOver[0] === time.step + 1) return;
    const yearIndex = Math.round(time.year + time.dt);
    const lessons: Lesson[] = [];
    for (let v = 0; v < innovationCount; v++) {
      if (innovations.users[v] === 0) continue;
      const likely = clamp(
        p.often *
          p.data *
          p.development *
          p.flexibility *
          (1 + levers.strategy.partners) *
          (p.goalless + levers.strategy.goals) *
          p.scale,
        0,
        1,
      );
      block(key, purposes.learningCycle, innovations.key[v], 0, yearIndex);
      if (unit(words[0]) >= likely) continue;
      const proposed = p.change * drawNormal(key, purposes.cycleChange, innovations.key[v], 0, yearIndex);
      const measured =
        proposed * assessedShare(model, v) +
        p.noise * (1 - p.noiseData * p.data) * drawNormal(key, purposes.cycleNoise, innovations.key[v], 0, yearIndex);
      innovations.cycles[v]++;
      const kept = measured > 0;
      if (kept) {
        innovations.effect[v] = Math.min(Math.max(p.ceiling, innovations.effect[v]), innovations.effect[v] + proposed);
        state.recommendations[0]++;
      }
      const improves = p.improves * (1 + jointOutput(clusters));
      innovations.elaboration[v] += improves * (1 - innovations.elaboration[v]);
      innovations.costFactor[v] -= p.cheaper * Math.max(0, innovations.costFactor[v] - p.floor);
      towardsNeeds(v, improves);
      // Effort goes to depth while practice is shallow, to breadth when it is deep.
      let sum = 0;
      let n = 0;
      for (let s = 0; s < system.schoolCount; s++) {
        if (schools.lead[s] !== v + 1) continue;
        sum += schools.fidelity[s];
        n++;
      }
      const effort = n > 0 ? (sum / n < p.shallow ? 1 : -1) : 0;
      state.depthShift[0] = clamp(state.depthShift[0] + p.shift * effort, -1, 1);
      const passed = kept && p.passing > 0 ? lessonsOf(model, p, v, proposed, improves) : [];
      lessons.push(...passed);
      recorder.happened?.('cycle', time.year + time.dt, -1, v);
      recorder.learned?.({
        year: yearIndex,
        innovation: v,
        tried: proposed,
        measured,
        kept,
        elaboration: innovations.elaboration[v],
        costFactor: innovations.costFactor[v],
        effort,
        passedTo: passed.map(({ to }) => to),
      });
    }
    // Everybody has learned on their own; now it passes, so that nobody's place in the list matters.
    for (const lesson of lessons) take(model, p.ceiling, lesson);

    /** The design moves toward the middle of the needs of those who use it. */
    function towardsNeeds(v: number, improves: number): void {
      let a = 0;
      let b = 0;
      let n = 0;
      for (let s = 0; s < system.schoolCount; s++) {
        if (schools.lead[s] !== v + 1) continue;
        a += system.needs[2 * s];
        b += system.needs[2 * s + 1];
        n++;
      }
      if (n === 0) return;
      innovations.need[2 * v] += improves * (a / n - innovations.need[2 * v]);
      innovations.need[2 * v + 1] += improves * (b / n - innovations.need[2 * v + 1]);
    }
  },
});

/** What working clusters produce together, on average; 0 without any. */
function jointOutput({ active, output }: Model['clusters']): number {
  let sum = 0;
  let n = 0;
  for (let c = 0; c < active.length; c++) {
    if (!active[c]) continue;
    sum += output[c];
    n++;
  }
  return n > 0 ? sum / n : 0;
}

/** What one innovation takes from a change that another has kept. */
interface Lesson {
  readonly to: number;
  /** Part of the change that arrives. */
  readonly part: number;
  /** Change of the other's true effect, SD a year, and the share of the missing elaboration that it added. */
  readonly change: number;
  readonly improves: number;
}

function lessonsOf(
  model: Model,
  p: { readonly passing: number; readonly partnerTie: number },
  from: number,
  change: number,
  improves: number,
): readonly Lesson[] {
  const { innovations, innovationCount, levers } = model;
  const others = Array.from({ length: innovationCount }, (_, to) => to).filter((to) => to !== from && innovations.users[to] > 0);
  const throughPartners = p.partnerTie * levers.strategy.partners;
  return others.flatMap((to) => {
    const part = p.passing * (1 - (1 - sharedHomes(model, from, to)) * (1 - throughPartners));
    return part > 0 ? [{ to, part, change, improves }] : [];
  });
}

/** Share of the schools that lead with one innovation whose cluster works and has a school that leads with the other. */
function sharedHomes({ schools, system, clusters }: Model, from: number, to: number): number {
  const home = new Uint8Array(system.clusterCount);
  for (let s = 0; s < system.schoolCount; s++) {
    const c = system.schoolCluster[s];
    if (schools.lead[s] === from + 1 && clusters.active[c]) home[c] = 1;
  }
  let [all, shared] = [0, 0];
  for (let s = 0; s < system.schoolCount; s++) {
    if (schools.lead[s] !== to + 1) continue;
    all++;
    shared += home[system.schoolCluster[s]];
  }
  return all > 0 ? shared / all : 0;
}

function take({ innovations, state }: Model, ceiling: number, { to, part, change, improves }: Lesson): void {
  innovations.effect[to] = Math.min(Math.max(ceiling, innovations.effect[to]), innovations.effect[to] + part * change);
  innovations.elaboration[to] += part * improves * (1 - innovations.elaboration[to]);
  state.passed[0] += part;
}
