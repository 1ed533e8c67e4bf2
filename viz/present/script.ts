/** The course of a session: four rounds, in each of which a room predicts, sees what the model says, and talks it over. */
import type { Room } from '../../formats/linkstate.ts';
import { canDrop } from '../explore/planevents.ts';

export const rounds = ['today', 'everyone', 'budget', 'shock'] as const;
export type Round = (typeof rounds)[number];

/** The range is seen before the middle: whoever hears a middle first takes it for the answer. The debrief comes once, at the end. */
const phases = ['predict', 'range', 'middle', 'discuss', 'debrief'] as const;
export type Phase = (typeof phases)[number];

/** Parts of a round by the names that a room knows. */
export const parts = ['predict', 'reveal', 'discuss'] as const;
export type Part = (typeof parts)[number];

export const partOf = (phase: Phase): Part =>
  phase === 'predict' ? 'predict' : phase === 'range' || phase === 'middle' ? 'reveal' : 'discuss';

/** The phase with which a part begins. */
export const phaseOf = (part: Part): Phase => (part === 'reveal' ? 'range' : part);

/** Minutes that a part is given. */
export const MINUTES: Readonly<Record<Part, number>> = { predict: 3, reveal: 5, discuss: 5 };

/** Year that is asked about, in a plan that is so long. */
export const ASKED = 10;

export interface Step {
  readonly round: number;
  readonly phase: Phase;
}

const steps: readonly Step[] = rounds.flatMap((_, round) =>
  phases.filter((phase) => phase !== 'debrief' || round === rounds.length - 1).map((phase) => ({ round, phase })),
);

/** The step so many steps on; the first and the last have none beyond them. */
export function stepBy({ round, phase }: Step, by: number): Step {
  const at = steps.findIndex((step) => step.round === round && step.phase === phase);
  return steps[Math.min(steps.length - 1, Math.max(0, at + by))];
}

/** What is set by hand in a room: so much of the address as has to be believed only where it is sound. */
export function problemsInRoom(room: unknown): readonly string[] {
  if (room === undefined) return [];
  const { round, phase, guesses, held, spent, shock } = (room ?? {}) as Partial<Record<keyof Room, unknown>>;
  const isAll = (list: unknown, length: number): list is readonly unknown[] => Array.isArray(list) && list.length === length;
  const isGuess = (n: unknown): boolean => Number.isInteger(n) && Number(n) >= 0 && Number(n) <= 100;
  const isTokens = (n: unknown): boolean => Number.isInteger(n) && Number(n) >= 0;
  const areTokens = (all: unknown): boolean => typeof all === 'object' && all !== null && Object.values(all).every(isTokens);
  return [
    ...(steps.some((step) => step.round === round && step.phase === phase) ? [] : ['room: expected a round and its phase']),
    ...(isAll(guesses, rounds.length) && guesses.every((list) => Array.isArray(list) && list.every(isGuess))
      ? []
      : [`room.guesses: expected ${rounds.length} lists of whole numbers from 0 to 100`]),
    ...(areTokens(held) && areTokens(spent) ? [] : ['room.held, room.spent: expected whole numbers of tokens']),
    ...(typeof shock === 'string' && canDrop(shock) ? [] : ['room.shock: expected the kind of an event']),
  ];
}
