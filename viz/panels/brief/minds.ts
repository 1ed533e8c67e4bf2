/** What would change our mind: the settings that move depth most, each at the end of its range that would turn the answer round. */
import { effect, signal } from '@preact/signals';
import { bandAt, differenceAt, ensembleOf, type Results, type Scenario } from '../../../sim/index.ts';
import { underAssumptions } from '../../state/assuming.ts';
import { futuresOf } from '../../state/engine.ts';
import { rowAt } from '../../state/rows.ts';
import { catalogue, plans } from '../../state/store.ts';
import { type Candidate, candidatesOf, LOOK, type Move } from '../trust/moves.ts';
import { moves, yearAsked } from '../trust/tried.ts';

/** Settings asked about, and futures of each plan at each end. */
const ASKED = 3;
export const FUTURES = 16;

/** Both plans with a setting at a value. */
export interface Turn {
  readonly path: string;
  readonly value: number;
  /** Schools in 100 that use it well, in the middle future of each plan. */
  readonly a: number;
  readonly b: number;
  /** Who goes deeper now; null where it is too close to call. */
  readonly leader: 'a' | 'b' | null;
}

export interface Minds {
  readonly turns: readonly Turn[];
  /** Settings that both plans have been run with. */
  readonly asked: number;
}

export const minds = signal<Minds | null>(null);

/** Shares of futures beyond which a lead can be called. */
const AHEAD = 0.6;

const leaderOf = (aAhead: number): Turn['leader'] => (aAhead >= AHEAD ? 'a' : aAhead <= 1 - AHEAD ? 'b' : null);

/** Settings that move depth most, of those tried through more than a first look. */
export const mostMoving = (moved: ReadonlyMap<string, Move>, wanted: number): readonly string[] =>
  [...moved]
    .filter(([, { futures }]) => futures >= LOOK)
    .sort(([, x], [, y]) => Math.abs(y.span) - Math.abs(x.span))
    .map(([path]) => path)
    .slice(0, wanted);

/** Runs both plans at the ends of what moves plan A most, once that is known; until told to stop. */
export function mindsWhileOpen(): () => void {
  let current = new AbortController();
  let asked = '';
  const stop = effect(() => {
    const { a, b } = plans.value;
    const lists = catalogue.value;
    const paths = b && lists ? mostMoving(moves.value, ASKED) : [];
    const about = JSON.stringify([a, b, yearAsked.value]);
    const now = `${about} ${paths.join(' ')}`;
    if (now === asked) return;
    if (!asked.startsWith(about)) minds.value = null;
    asked = now;
    current.abort(new Error('a later change'));
    current = new AbortController();
    if (paths.length === ASKED)
      void ask(
        a,
        b!,
        candidatesOf(lists!).filter(({ path }) => paths.includes(path)),
        rowAt('a', yearAsked.value),
        current.signal,
      ).catch(ended);
  });
  return () => {
    stop();
    current.abort(new Error('nobody looks'));
  };
}

/** Work that nobody waits for any more ends quietly. */
const ended = (): void => {};

const numbers = Array.from({ length: FUTURES }, (_, k) => k);

async function ask(a: Scenario, b: Scenario, candidates: readonly Candidate[], row: number, signal: AbortSignal): Promise<void> {
  const both = async (value: Readonly<Record<string, number>>): Promise<readonly [readonly Results[], readonly Results[]]> => [
    await futuresOf(underAssumptions(a, value), numbers, signal),
    await futuresOf(underAssumptions(b, value), numbers, signal),
  ];
  const today = stand(...(await both({})), row);
  const turns: Turn[] = [];
  for (const { path, ends } of candidates)
    for (const value of ends) {
      const turned = stand(...(await both({ [path]: value })), row);
      if (signal.aborted) return;
      if (turned.leader !== today.leader) turns.push({ path, value, ...turned });
    }
  minds.value = { turns, asked: candidates.length };
}

function stand(a: readonly Results[], b: readonly Results[], row: number): Pick<Turn, 'a' | 'b' | 'leader'> {
  const { aAhead } = differenceAt(ensembleOf('A', a), ensembleOf('B', b), 'schoolsWell', row);
  const middle = (runs: readonly Results[]): number => Math.round(100 * bandAt(runs, 'schoolsWell', row).median);
  return { a: middle(a), b: middle(b), leader: leaderOf(aAhead) };
}
