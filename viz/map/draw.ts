/** Schools at a moment, and what passes between them. */
import type { SchoolRecord } from '../../sim/index.ts';
import type { Land } from './land.ts';
import { drawMarks, isPart, marksOf, stoppedMarks, traceOf } from './marks.ts';
import type { Pen, Trace } from './pen.ts';
import { along, bend, type Spark, sparksIn, trailsUntil } from './sparks.ts';
import { fillOf, isUse, type SchoolState, stateOf, statesAt, type Thresholds } from './states.ts';
import { isDetailed, isSeen, type View, xOn, yOn } from './view.ts';

/** What is shown of a future. */
export interface Moment {
  readonly record: SchoolRecord;
  readonly row: number;
  /** How far on the way from the row before, 0 to 1; 1 where nothing moves. */
  readonly part: number;
  /** Rows that a spark travels; 0 where nothing moves. */
  readonly flight: number;
  readonly thresholds: Thresholds;
}

/** Trails of past sparks beyond which they hide the schools. */
const MOST_TRAILS = 160;
/** Sparks of the row that stay where nothing moves. */
const MOST_STILL = 5;
/** How much of its way a spark covers at once. */
const TAIL = 0.42;

/** Trails of what has passed, the schools as they are at a moment (by another hand, where `schools` is given), and what passes now. */
export function drawMoment(pen: Pen, land: Land, view: View, moment: Moment, schools = drawSchools): void {
  const { record, row, flight } = moment;
  if (schools === drawSchools) drawTrails(pen, land, view, trailsUntil(record, row, MOST_TRAILS));
  const still = flight > 0 ? [] : sparksIn(record, row, row, MOST_STILL);
  for (const spark of still) drawSpark(pen, land, view, spark, 0, 1);
  const arrived = flight > 0 ? sparksIn(record, row, row + Math.ceil(flight)).filter(({ step }) => step === row) : still;
  schools(pen, land, view, moment, new Set(arrived.map(({ to }) => to)));
  for (const { to } of arrived) drawPulse(pen, land, view, to, flight > 0 ? moment.part : 0.4);
  if (flight > 0) drawFlying(pen, land, view, moment);
}

function drawTrails(pen: Pen, land: Land, view: View, trails: readonly Spark[]): void {
  const trace: Trace = (path) => {
    for (const spark of trails) way(land, view, spark)(path);
  };
  if (trails.length > 0) pen.draw(trace, { stroke: 'name-ink', width: 0.9, alpha: 0.3 });
}

const ends = ({ x, y }: Land, view: View, { from, to }: Spark): [number, number, number, number] => [
  xOn(view, x[from]),
  yOn(view, y[from]),
  xOn(view, x[to]),
  yOn(view, y[to]),
];

const way =
  (land: Land, view: View, spark: Spark): Trace =>
  (path) => {
    const [ax, ay, bx, by] = ends(land, view, spark);
    path.moveTo(ax, ay);
    path.quadraticCurveTo(...bend(ax, ay, bx, by), bx, by);
  };

/** A stretch of the way of a spark. */
function drawSpark(pen: Pen, land: Land, view: View, spark: Spark, tail: number, head: number): void {
  const [ax, ay, bx, by] = ends(land, view, spark);
  const trace: Trace = (path) => {
    path.moveTo(...along(ax, ay, bx, by, tail));
    for (let k = 1; k <= 10; k++) path.lineTo(...along(ax, ay, bx, by, tail + ((head - tail) * k) / 10));
  };
  pen.draw(trace, { stroke: 'name-ink', width: 1.8, alpha: 0.9 });
}

/** Sparks under way: each comes in when its row does. */
function drawFlying(pen: Pen, land: Land, view: View, { record, row, part, flight }: Moment): void {
  for (const spark of sparksIn(record, row + 1, row + Math.ceil(flight))) {
    const gone = 1 - (spark.step - row - part) / flight;
    if (gone <= 0) continue;
    const head = gone * gone * (3 - 2 * gone);
    drawSpark(pen, land, view, spark, Math.max(0, head - TAIL), head);
    const [x, y] = along(...ends(land, view, spark), head);
    pen.draw(traceOf({ shape: 'disc', r: 2.4 }, x, y), { fill: 'name', stroke: 'name-ink', width: 1 });
  }
}

/** A ring that runs out from where a spark has come in. */
function drawPulse(pen: Pen, { x, y, width }: Land, view: View, s: number, part: number): void {
  const r = view.radius * width[s] + 2 + 8 * part;
  pen.draw(traceOf({ shape: 'disc', r }, xOn(view, x[s]), yOn(view, y[s])), {
    stroke: 'name-ink',
    width: 1.3,
    alpha: 0.95 * (1 - part),
  });
}

function drawSchools(pen: Pen, land: Land, view: View, moment: Moment, sparked: ReadonlySet<number>): void {
  const { record, row, part, thresholds } = moment;
  const now = statesAt(record, row, thresholds);
  const before = part < 1 && row > 0 ? statesAt(record, row - 1, thresholds) : now;
  for (let s = 0; s < now.length; s++) {
    const x = xOn(view, land.x[s]);
    const y = yOn(view, land.y[s]);
    const r = view.radius * land.width[s];
    if (!isSeen(view, x, y, 2 * r)) continue;
    const state = stateOf(now[s]);
    if (now[s] === before[s]) drawMarks(pen, marksOf(state, r, fillOf(state.stage), isDetailed(view)), x, y);
    else drawChange(pen, stateOf(before[s]), state, { part, x, y, r, sparked: sparked.has(s), detail: isDetailed(view) });
  }
}

interface Change {
  readonly part: number;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Whether a spark has brought it. */
  readonly sparked: boolean;
  readonly detail: boolean;
}

/** Between two states: fill rises or falls, a ring breaks, a beginning without a spark drops in from above its size. */
function drawChange(pen: Pen, from: SchoolState, to: SchoolState, { part, x, y, r, sparked, detail }: Change): void {
  if (isPart(from) && isPart(to)) {
    const level = fillOf(from.stage) + (fillOf(to.stage) - fillOf(from.stage)) * part;
    drawMarks(pen, marksOf(to, r, level, detail), x, y);
    return;
  }
  drawMarks(pen, marksOf(from, r, fillOf(from.stage), detail), x, y);
  if (to.stage === 'stopped') {
    drawMarks(pen, stoppedMarks(r, part), x, y, Math.min(1, 2 * part));
    return;
  }
  const drops = isUse(to.stage) && !isUse(from.stage) && !sparked;
  drawMarks(pen, marksOf(to, drops ? r * (1 + 0.7 * (1 - part)) : r, fillOf(to.stage), detail), x, y, part);
}
