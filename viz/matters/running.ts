/**
 * Runs the page's own study on the plan in Explore: a few futures of everything first, then more, behind everybody else's work.
 * What is varied may be changed in the plan without anything being run again.
 */
import { batch, computed, effect, signal, untracked } from '@preact/signals';
import type { Scenario } from '../../sim/index.ts';
import { strategies } from '../controls/facts.ts';
import { mixFutures, workerCount } from '../state/engine.ts';
import { outcomes } from '../state/outcomes.ts';
import { withValue } from '../state/plan.ts';
import { destination, dragging, edited, planOf, plans, wanted } from '../state/store.ts';
import { askStudyDesk } from './desk.ts';
import { grounds } from './grounds.ts';
import { Kept } from './kept.ts';
import { mixesOf, numberOf, onesAmong, type Part, type PartName, rolloutsOf } from './parts.ts';
import { piecesOf, type Round, roundsOf } from './rounds.ts';
import { mixed, STRONG, varied, WEAK } from './varied.ts';

/** Futures of each point when all is done, by how many futures a plan has in Explore: larger systems get fewer. */
const patience = [
  { from: 200, replicates: 20 },
  { from: 64, replicates: 4 },
  { from: 0, replicates: 1 },
] as const;

/** Points of the settings at any level: the more, the finer the box that can be found. */
const ANYWHERE = 512;
/** Plans asked of the workers at once, for each worker: one at work, one waiting. */
const HANDS = 2;
/** Milliseconds between two looks at whether there is something to wait for. */
const PATIENCE = 200;
/** Milliseconds between two counts on the screen. */
const BEAT = 400;

/** What was run so far, by part. */
export const kept = signal<Readonly<Partial<Record<PartName, Kept>>>>({});
/** Changes whenever a round is whole. */
export const version = signal(0);
export const paused = signal(false);
/** Why the study stands still, if it does. */
export const halted = signal<string | null>(null);
const counted = signal({ done: 0, all: 0 });
/** Futures a second, as measured; NaN before the first. */
const rate = signal(Number.NaN);

export const rounds = computed<readonly Round[]>(() =>
  roundsOf(Object.fromEntries(Object.values(kept.value).map(({ part }) => [part.name, part]))),
);

export interface Progress {
  readonly done: number;
  readonly all: number;
  /** Seconds left at the pace so far; NaN where nobody knows. */
  readonly left: number;
}

export const progress = computed<Progress>(() => {
  const { done, all } = counted.value;
  return { done, all, left: (all - done) / rate.value };
});

/** Everything that the parts are made of. */
async function partsOf(plan: Scenario): Promise<readonly Part[]> {
  const paths = varied.peek().map(({ path }) => path);
  const { replicates } = patience.find(({ from }) => wanted.peek() >= from)!;
  const { signs, anywhere } = await askStudyDesk((desk) => desk.design(paths.length, ANYWHERE));
  const levels = signs.map((sign) => (sign > 0 ? STRONG : WEAK));
  const kinds = strategies.peek().map(({ name }) => name);
  const as = (one: Scenario, kind: string): Scenario => withValue(one, 'strategy.kind', kind);
  return [
    // What a setting does on average is told best by as many lucks as there are futures; what two plans differ in, by the same one.
    mixesOf('mixes', plan, paths, levels, { replicates, sameLuck: false }, mixed),
    mixesOf('alone', plan, paths, onesAmong(paths.length, WEAK, STRONG), { replicates, sameLuck: true }, mixed),
    rolloutsOf(plan, kinds, grounds, mixed, as, replicates),
    mixesOf('anywhere', plan, paths, anywhere, { replicates: 1, sameLuck: false }, mixed),
  ];
}

const metrics = outcomes.map(({ metric }) => metric);

let current = new AbortController();
let begun = false;
/** The plan that the study is on. */
let studied: Scenario | null = null;

/** From the first visit on, keeps the study that of the plan, whenever somebody looks at it. */
export function begin(): void {
  if (begun) return;
  begun = true;
  effect(() => {
    const plan = plans.value && planOf(edited.value);
    varied.value;
    wanted.value;
    if (destination.value !== 'matters') {
      // Somebody is at work on another plan: what is left of the study waits until it is looked at again.
      if (plan !== studied) current.abort(new Error('a later plan'));
      return;
    }
    if (!dragging.value) untracked(() => void restart(plan));
  });
}

/** Goes on with what still holds of the study so far, and begins the rest. */
export async function restart(plan: Scenario = planOf(edited.peek())): Promise<void> {
  current.abort(new Error('a later plan'));
  const mine = new AbortController();
  current = mine;
  studied = plan;
  halted.value = null;
  try {
    const parts = await partsOf(plan);
    if (mine.signal.aborted) return;
    batch(() => {
      kept.value = Object.fromEntries(parts.map((part) => [part.name, keptOf(part, plan)]));
      version.value++;
    });
    await work(mine.signal);
  } catch (error) {
    if (!mine.signal.aborted) halted.value = (error as Error).message;
  }
}

/** What there is of a part already, where it is the same one. */
function keptOf(part: Part, plan: Scenario): Kept {
  const old = kept.peek()[part.name];
  const isSame = old?.part.key === part.key && old.part.replicates === part.replicates;
  return isSame ? old : new Kept(part, metrics, plan.years);
}

async function work(signal: AbortSignal): Promise<void> {
  const beat = setInterval(count, BEAT);
  let start = { at: performance.now(), done: count() };
  try {
    for (const round of rounds.peek()) {
      const one = kept.peek()[round.part]!;
      const pieces = piecesOf(round, one.has);
      const hand = async (): Promise<void> => {
        for (const { point, replicates } of pieces) {
          if (await quiet(signal)) start = { at: performance.now(), done: doneNow() };
          const numbers = replicates.map((replicate) => numberOf(one.part, point, replicate));
          const found = await mixFutures(one.part.planAt(point), numbers, signal);
          found.forEach((results, i) => {
            one.keep(point, replicates[i], results);
          });
          rate.value = (1000 * (doneNow() - start.done)) / (performance.now() - start.at);
        }
      };
      await Promise.all(Array.from({ length: HANDS * workerCount }, hand));
      if (signal.aborted) return;
      version.value++;
    }
  } finally {
    clearInterval(beat);
    count();
  }
}

const doneNow = (): number => Object.values(kept.peek()).reduce((sum, { count }) => sum + count, 0);

function count(): number {
  const all = Object.values(kept.peek()).reduce((sum, { part }) => sum + part.pointCount * part.replicates, 0);
  const done = doneNow();
  counted.value = { done, all };
  return done;
}

/** Waits while somebody has paused the study or moves a lever; true if there was something to wait for. Rejects when it is given up. */
async function quiet(given: AbortSignal): Promise<boolean> {
  let waited = false;
  while (paused.peek() || dragging.peek()) {
    waited = true;
    await new Promise((settle) => setTimeout(settle, PATIENCE));
    given.throwIfAborted();
  }
  given.throwIfAborted();
  return waited;
}
