/**
 * Tries settings one at a time while somebody looks: all of them through two futures, those that moved most through more, so that
 * something is known soon and the rest in time. What was tried of a plan is kept: coming back to it costs nothing.
 */
import { computed, effect, signal } from '@preact/signals';
import type { Results, Scenario } from '../../../sim/index.ts';
import { underAssumptions } from '../../state/assuming.ts';
import { futuresOf } from '../../state/engine.ts';
import { type Outcome, outcomes } from '../../state/outcomes.ts';
import type { PlanId } from '../../state/plan.ts';
import { keyOf } from '../../state/plan.ts';
import { rowAt } from '../../state/rows.ts';
import { catalogue, edited, lastYear, planOf, year } from '../../state/store.ts';
import { type Candidate, candidatesOf, endsOf, type Move, moveOf } from './moves.ts';

/** Each round: futures of a setting at each end, how many settings, and whether the first of the list or those that moved most. */
const ROUNDS = [
  { futures: 2, settings: 60, by: 'order' },
  { futures: 8, settings: 12, by: 'size' },
  { futures: 2, settings: Number.POSITIVE_INFINITY, by: 'order' },
  { futures: 8, settings: 40, by: 'size' },
  { futures: 16, settings: 16, by: 'size' },
] as const;
/** Settings tried at the same time: few, so that a change of the plan does not wait for them. */
const LANES = 2;
/** Plans of which what was tried is kept. */
const KEPT = 3;

type Ends = readonly [low: readonly Results[], high: readonly Results[]];

interface Tried {
  readonly base: readonly Results[];
  readonly ends: ReadonlyMap<string, Ends>;
}

interface Progress {
  readonly done: number;
  readonly all: number;
  /** Whether these settings have been looked at before, through fewer futures. */
  readonly isAgain: boolean;
}

const nothing: Tried = { base: [], ends: new Map() };
const kept = new Map<string, Tried>();
const tried = signal<Tried>(nothing);

/** The outcome that moves are told of: how many schools use it well, until another one is asked for. */
export const outcomeAsked = signal<Outcome>(outcomes.find(({ name }) => name === 'depth')!);
/** The round under way; null when there is nothing left to try. */
export const progress = signal<Progress | null>(null);
/** The year that moves are told of: the one looked at, or the last while nothing has happened yet. */
export const yearAsked = computed(() => (year.value < 1 ? lastYear.value : Math.floor(year.value)));

/** How much each setting tried moves the outcome asked for, by path. */
export const moves = computed<ReadonlyMap<string, Move>>(() => {
  const { base, ends } = tried.value;
  const row = rowAt(planAsked.value, yearAsked.value);
  const told = [...ends].flatMap(([path, runs]) => {
    const move = moveOf(base, runs, outcomeAsked.value, row);
    return move ? [[path, move] as const] : [];
  });
  return new Map(told);
});

/** The plan whose settings are tried: the one being edited, where nothing else is asked. */
const asked = signal<PlanId | null>(null);
const planAsked = computed<PlanId>(() => asked.value ?? edited.value);

/** Tries the settings of a plan until told to stop; begins anew when the plan changes. */
export function tryWhileOpen(id: PlanId | null): () => void {
  asked.value = id;
  let current = new AbortController();
  const stop = effect(() => {
    const lists = catalogue.value;
    const plan = planOf(planAsked.value);
    current.abort(new Error('a later change'));
    current = new AbortController();
    if (lists) void tryAll(candidatesOf(lists), plan, current.signal);
  });
  return () => {
    stop();
    current.abort(new Error('nobody looks'));
  };
}

async function tryAll(candidates: readonly Candidate[], plan: Scenario, signal: AbortSignal): Promise<void> {
  tried.value = kept.get(keyOf(plan)) ?? nothing;
  try {
    for (const { futures, settings, by } of ROUNDS) {
      const most = by === 'order' ? candidates : bySize(candidates);
      await tryRound(most.slice(0, settings), futures, plan, signal);
    }
    progress.value = null;
  } catch (error) {
    if (!signal.aborted) progress.value = null;
    if (!signal.aborted) throw error;
  }
}

/** Those that moved the outcome most so far come first. */
function bySize(candidates: readonly Candidate[]): readonly Candidate[] {
  const size = ({ path }: Candidate): number => Math.abs(moves.peek().get(path)?.span ?? 0);
  return [...candidates].sort((a, b) => size(b) - size(a));
}

async function tryRound(candidates: readonly Candidate[], futures: number, plan: Scenario, signal: AbortSignal): Promise<void> {
  const numbers = Array.from({ length: futures }, (_, k) => k);
  const missing = candidates.filter(({ path }) => (tried.peek().ends.get(path)?.[0].length ?? 0) < futures);
  if (missing.length === 0) return;
  let done = candidates.length - missing.length;
  const say = (): void => {
    progress.value = { done, all: candidates.length, isAgain: futures > ROUNDS[0].futures };
  };
  say();
  const base = await futuresOf(plan, numbers, signal);
  const queue = missing.values();
  const lane = async (): Promise<void> => {
    for (const candidate of queue) {
      const ends = endsOf(candidate, (assumed) => underAssumptions(plan, assumed));
      const runs = (await Promise.all(ends.map((end) => futuresOf(end, numbers, signal)))) as unknown as Ends;
      if (signal.aborted) return;
      keep(plan, base, candidate.path, runs);
      done++;
      say();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

function keep(plan: Scenario, base: readonly Results[], path: string, runs: Ends): void {
  const now = tried.peek();
  const longer = base.length > now.base.length ? base : now.base;
  tried.value = { base: longer, ends: new Map(now.ends).set(path, runs) };
  kept.set(keyOf(plan), tried.value);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
}
