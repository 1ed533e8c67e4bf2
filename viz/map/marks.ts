/** What a school is drawn with: its size is its pupils, a ring says that it is used, how full it is says how well. */
import type { Pen, Style, Trace } from './pen.ts';
import { isUse, type SchoolState, type Stage } from './states.ts';

/** A stroke around a middle that is given when it is drawn. */
export interface Mark extends Style {
  readonly shape: 'disc' | 'level' | 'cross' | 'up' | 'down';
  /** In pixels; of a cross and of triangles half their width. */
  readonly r: number;
  /** How full, 0 to 1; of a level only. */
  readonly level?: number;
}

/** Where typical schools have a smaller radius, four states are told apart: not used, used, used well, stopped. */
export const LEGIBLE = 4;
/** How full a used school is drawn where no more than that is told. */
const USED = 0.5;

/**
 * Strokes of a school, those below first. `r` in pixels is that of a school in use; `level` 0 to 1 is how full it is drawn;
 * `isDetailed`: all states are told apart, not four.
 */
export function marksOf({ stage, owned }: SchoolState, r: number, level: number, isDetailed = true): readonly Mark[] {
  if (r < TINY) return [tinyMark(stage, r)];
  if (stage === 'none') return [{ shape: 'disc', r: 0.72 * r, fill: 'surface', stroke: 'none', width: thin(r) }];
  if (stage === 'stopped') return stoppedMarks(r, 1);
  const ring: readonly Mark[] =
    owned && isDetailed ? [{ shape: 'disc', r: r + Math.max(2.4, 0.34 * r), stroke: inkOf(stage), width: 1.2 }] : [];
  if (stage === 'well') return [{ shape: 'disc', r, fill: 'well', stroke: 'well', width: 1.2 }, ...ring];
  return [...partMarks(r, isDetailed ? level : USED), ...ring];
}

/** Below this radius a school is one stroke. */
const TINY = 1.9;

function tinyMark(stage: Stage, r: number): Mark {
  if (stage === 'none') return { shape: 'disc', r: 0.55 * r, fill: 'none' };
  if (stage === 'stopped') return { shape: 'cross', r: 0.7 * r, stroke: 'held', width: 0.8 };
  return stage === 'well'
    ? { shape: 'disc', r: 1.15 * r, fill: 'well' }
    : { shape: 'disc', r, fill: 'name', stroke: 'name-ink', width: 0.3 * r };
}

/** A dashed ring with a cross; `broken` from 0, a whole ring, to 1. */
export function stoppedMarks(r: number, broken: number): readonly Mark[] {
  const small = 0.86 * r;
  const gap = 1.6 * broken;
  return [
    { shape: 'disc', r: small, fill: 'surface', stroke: 'held', width: thin(r), dash: [3.6 - gap, Math.max(0.01, gap)] },
    { shape: 'cross', r: 0.49 * small * broken, stroke: 'held', width: thin(r) + 0.1 },
  ];
}

const thin = (r: number): number => Math.min(1.1, 0.4 + 0.2 * r);
const inkOf = (stage: Stage) => (stage === 'well' ? 'well' : 'name-ink');

function partMarks(r: number, level: number): readonly Mark[] {
  const width = Math.min(1.5, 0.4 + 0.3 * r);
  const ring: Mark = { shape: 'disc', r, fill: 'surface', stroke: 'name-ink', width };
  return level > 0 ? [ring, { shape: 'level', r: 0.93 * r, level, fill: 'name' }] : [ring];
}

/** Strokes of a difference: up, how much deeper in A; down and hollow, in B; a dot, about the same. `depth` -1 to 1. */
export function differenceMarks(depth: number, r: number): readonly Mark[] {
  if (depth === 0) return [{ shape: 'disc', r: Math.max(0.8, 0.3 * r), fill: 'none' }];
  const size = r * (0.55 + 0.75 * Math.abs(depth));
  if (depth > 0) return [{ shape: 'up', r: size, fill: 'a' }];
  return [{ shape: 'down', r: size, fill: 'surface', stroke: 'b', width: Math.min(1.5, 0.4 + 0.3 * r) }];
}

/** Whether one state is drawn as a fuller or emptier other. */
export const isPart = ({ stage }: SchoolState): boolean => isUse(stage) && stage !== 'well';

/** The way around a mark whose middle is at x, y. */
export function traceOf({ shape, r, level = 0 }: Mark, x: number, y: number): Trace {
  return (path) => {
    if (shape === 'disc') {
      path.moveTo(x + r, y);
      path.arc(x, y, r, 0, 2 * Math.PI);
    } else if (shape === 'level') {
      const from = Math.asin(1 - 2 * level);
      path.moveTo(x + r * Math.cos(from), y + r * Math.sin(from));
      path.arc(x, y, r, from, Math.PI - from);
      path.closePath();
    } else if (shape === 'cross') {
      path.moveTo(x - r, y - r);
      path.lineTo(x + r, y + r);
      path.moveTo(x + r, y - r);
      path.lineTo(x - r, y + r);
    } else {
      const tip = shape === 'up' ? -r : r;
      path.moveTo(x, y + 1.1 * tip);
      path.lineTo(x - r, y - 0.75 * tip);
      path.lineTo(x + r, y - 0.75 * tip);
      path.closePath();
    }
  };
}

/** Draws a school, or a difference, around a place. */
export function drawMarks(pen: Pen, marks: readonly Mark[], x: number, y: number, alpha = 1): void {
  for (const mark of marks) pen.draw(traceOf(mark, x, y), alpha < 1 ? { ...mark, alpha } : mark);
}
