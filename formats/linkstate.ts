/** What a link says, before it is packed: light enough for a page's first moment. */
import { digestOfRuns, type Results, type Scenario } from '../sim/index.ts';

/** How far a room is in Present, and what it has put on the table. */
export interface Room {
  /** From 0. */
  readonly round: number;
  readonly phase: string;
  /** Guesses of each round: schools in 100. */
  readonly guesses: readonly (readonly number[])[];
  /** Tokens by the role that holds them, where some were traded, and by the ingredient on which they lie. */
  readonly held: Readonly<Record<string, number>>;
  readonly spent: Readonly<Record<string, number>>;
  /** The kind of event of the last round. */
  readonly shock: string;
}

/** What a link carries. Numbers are only promised within one version of the model, so that travels in it. */
export interface LinkState {
  readonly model: string;
  readonly a: Scenario;
  readonly b?: Scenario;
  /** Years from which a plan departs from what it is a copy of. */
  readonly forks?: { readonly a: number | null; readonly b: number | null };
  readonly edited?: 'a' | 'b';
  readonly year: number;
  readonly future: number;
  readonly view?: 'both' | 'a' | 'b' | 'difference';
  /** Where in the page; Explore where absent. */
  readonly at?: 'explore' | 'matters' | 'present';
  /** Key of the outcome that What matters is about. */
  readonly asked?: string;
  /** What the reader assumes in place of what the model does, by the paths of settings. */
  readonly assumed?: Readonly<Record<string, number | string>>;
  /** The most that a plan may cost, in dollars per pupil, where somebody has said. */
  readonly cap?: number;
  /** What lies open over the page: a panel, and of schools which one, in which plan. */
  readonly open?: { readonly kind: string; readonly school?: number; readonly plan?: 'a' | 'b' };
  readonly room?: Room;
  /** Of the plans' first futures, where they were known. */
  readonly digests?: { readonly a?: string; readonly b?: string };
  /** The file whose schools the plans are on: it stays with whoever has it. */
  readonly file?: { readonly name: string; readonly sha256: string };
}

/** Futures whose digest a link carries, and letters of it. */
export const LINK_FUTURES = 16;
const LINK_LETTERS = 16;

/** The digest of a plan's first futures, in order; undefined where one of them is not there. */
export function linkDigest(runs: readonly Results[]): string | undefined {
  const first = runs.slice(0, LINK_FUTURES);
  if (first.length < LINK_FUTURES || first.some(({ replicate }, k) => replicate !== k)) return undefined;
  return digestOfRuns(first.map(({ digest }) => digest)).slice(0, LINK_LETTERS);
}
