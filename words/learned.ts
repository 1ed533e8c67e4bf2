/** What a learning loop leaves: its recommendations in words, and what its changes were measured to bring beside what they bring. */
import type { Cycle, Results } from '../sim/index.ts';
import { fill } from './fill.ts';
import type { PanelMessages } from './language.ts';
import { learned } from './messages/en/learned.ts';

type Learned = PanelMessages['learned'];

/** A number of SD a year with its sign, to a hundredth. */
const signed = (x: number): string => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(2)}`;

const nameOf = (v: number, names: readonly string[], m: Learned): string =>
  names[v] ?? (v < Math.max(1, names.length) ? m.unnamed : m.variant);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);

/** The line over one future's recommendations. */
export const learnedTitle = (replicate: number, m: Learned = learned): string => fill(m.title, { replicate });

/** One cycle in a sentence. `names`: the scenario’s innovations; what is beyond them was made by a school. */
export function cycleSentence(cycle: Cycle, names: readonly string[], m: Learned = learned): string {
  const { year, innovation, tried, measured, kept } = cycle;
  return fill(kept ? m.kept : m.dropped, {
    year,
    name: nameOf(innovation, names, m),
    measured: signed(measured),
    true: signed(tried),
  });
}

/** The recommendations of one future, a list for each innovation that went through a cycle; empty where none did. */
export function recommendationsOf(cycles: readonly Cycle[], names: readonly string[], m: Learned = learned): readonly string[] {
  const innovations = [...new Set(cycles.map(({ innovation }) => innovation))].sort((a, b) => a - b);
  return innovations.flatMap((v) => {
    const own = cycles.filter(({ innovation }) => innovation === v);
    const kept = own.filter((cycle) => cycle.kept);
    const { elaboration, costFactor, effort } = own[own.length - 1];
    const others = [...new Set(kept.flatMap(({ passedTo }) => passedTo))].sort((a, b) => a - b);
    const years = kept.map(({ year }) => year).join(', ');
    return [
      capital(fill(m.tried, { name: nameOf(v, names, m), cycles: own.length, n: kept.length })),
      ...(kept.length > 0
        ? [
            fill(m.keep, { years }),
            fill(m.gain, {
              measured: signed(sum(kept.map(({ measured }) => measured))),
              true: signed(sum(kept.map(({ tried }) => tried))),
            }),
          ]
        : [m.nothing]),
      fill(costFactor > 0 ? m.design : m.designFree, {
        elaboration: Math.round(100 * elaboration),
        cost: Math.round(100 * costFactor),
      }),
      ...(others.length === 0 ? [] : [fill(m.passed, { names: others.map((to) => nameOf(to, names, m)).join(', ') })]),
      ...(effort === 0 ? [] : [effort > 0 ? m.depth : m.breadth]),
    ];
  });
}

/** How good such recommendations are over all futures: how many are kept, and how many of them do harm; nothing where none were. */
export function worthOf(runs: readonly Results[], m: Learned = learned): string | undefined {
  const kept = runs.flatMap(({ cycles = [] }) => cycles.filter((cycle) => cycle.kept));
  if (kept.length === 0) return undefined;
  const harmful = kept.filter(({ tried }) => tried < 0).length;
  return fill(m.worth, {
    futures: runs.length,
    each: (kept.length / runs.length).toFixed(1),
    harmful: Math.round((100 * harmful) / kept.length),
  });
}
