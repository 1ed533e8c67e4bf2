/** What a learning loop leaves: its recommendations in words, and what its changes were measured to bring beside what they bring. */
import type { Cycle, Results, Scenario } from '../sim/index.ts';
import { fill } from './fill.ts';
import type { PanelMessages } from './language.ts';
import { learned } from './messages/en/learned.ts';

/** A language: its messages of this page of words, and its tag, which knows its numbers and plurals. */
export interface LearnedWords {
  readonly messages: PanelMessages['learned'];
  readonly tag: string;
}

const english: LearnedWords = { messages: learned, tag: 'en' };

/** What the loop says of one innovation. */
export interface Recommendation {
  readonly innovation: number;
  /** How much was tried, and how much of it kept. */
  readonly tried: string;
  readonly lines: readonly string[];
}

/** A number of SD a year with its sign, to a hundredth; what rounds to nought has none. */
const signed = (x: number, tag: string): string =>
  new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' })
    .format(x)
    .replace('-', '−');

/** A scenario’s innovations, as its author calls them. */
export const innovationNames = ({ innovations = [] }: Scenario): readonly string[] => innovations.map(({ name }) => name);

/** An innovation by the name that its scenario gives it; what is beyond those that are named there was made by a school. */
export function innovationName(v: number, names: readonly string[], { messages: m } = english): string {
  return names[v] ?? (v < Math.max(1, names.length) ? m.unnamed : m.variant);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);

/** The line over the recommendations of one future, by the number that its reader calls it by. */
export const learnedTitle = (future: number | string, { messages } = english): string =>
  fill(messages.title, { replicate: future });

/** One cycle in a sentence. `names`: the scenario’s innovations. */
export function cycleSentence(cycle: Cycle, names: readonly string[], words = english): string {
  const { year, innovation, tried, measured, kept } = cycle;
  const { messages: m, tag } = words;
  return fill(kept ? m.kept : m.dropped, {
    year,
    name: innovationName(innovation, names, words),
    measured: signed(measured, tag),
    true: signed(tried, tag),
  });
}

/** The recommendations of one future, for each innovation that went through a cycle; empty where none did. */
export function recommendations(cycles: readonly Cycle[], names: readonly string[], words = english): readonly Recommendation[] {
  const innovations = [...new Set(cycles.map(({ innovation }) => innovation))].sort((a, b) => a - b);
  return innovations.map((innovation) =>
    recommendationOf(
      innovation,
      cycles.filter((cycle) => cycle.innovation === innovation),
      names,
      words,
    ),
  );
}

function recommendationOf(
  innovation: number,
  cycles: readonly Cycle[],
  names: readonly string[],
  words: LearnedWords,
): Recommendation {
  const { messages: m, tag } = words;
  const kept = cycles.filter((cycle) => cycle.kept);
  const { elaboration, costFactor, effort } = cycles[cycles.length - 1];
  const others = [...new Set(kept.flatMap(({ passedTo }) => passedTo))].sort((a, b) => a - b);
  const name = innovationName(innovation, names, words);
  return {
    innovation,
    tried: capital(fill(m.tried, { name, cycles: cycles.length, n: kept.length }, tag)),
    lines: [
      ...(kept.length > 0
        ? [
            fill(m.keep, { n: kept.length, years: kept.map(({ year }) => year).join(', ') }, tag),
            fill(m.gain, {
              measured: signed(sum(kept.map(({ measured }) => measured)), tag),
              true: signed(sum(kept.map(({ tried }) => tried)), tag),
            }),
          ]
        : [m.nothing]),
      fill(costFactor > 0 ? m.design : m.designFree, {
        elaboration: Math.round(100 * elaboration),
        cost: Math.round(100 * costFactor),
      }),
      ...(others.length === 0
        ? []
        : [fill(m.passed, { names: others.map((to) => innovationName(to, names, words)).join(', ') })]),
      ...(effort === 0 ? [] : [effort > 0 ? m.depth : m.breadth]),
    ],
  };
}

/** The same as one list. */
export const recommendationsOf = (cycles: readonly Cycle[], names: readonly string[]): readonly string[] =>
  recommendations(cycles, names).flatMap(({ tried, lines }) => [tried, ...lines]);

/** How good such recommendations are over all futures: how many are kept, and how many of them do harm; nothing where none were. */
export function worthOf(runs: readonly Results[], { messages, tag } = english): string | undefined {
  const kept = runs.flatMap(({ cycles = [] }) => cycles.filter((cycle) => cycle.kept));
  if (kept.length === 0) return undefined;
  const harmful = kept.filter(({ tried }) => tried < 0).length;
  const tenths = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const fillings = {
    futures: runs.length,
    each: tenths.format(kept.length / runs.length),
    harmful: Math.round((100 * harmful) / kept.length),
  };
  return fill(messages.worth, fillings, tag);
}
