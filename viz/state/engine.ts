/**
 * Keeps the futures on the screen those of the plans on the screen. The latest change wins: work for an older plan is given up,
 * the first few futures come at once and the rest as time allows, and a plan that was seen before is there without any work.
 */
import { batch, effect, untracked } from '@preact/signals';
import type { Results, Scenario, SchoolRecord, SchoolTable } from '../../sim/index.ts';
import type { Client, Desk, JobDone, Pool } from '../../workers/index.ts';
import { keepLand } from '../map/land.ts';
import { columns, regionMetric } from './outcomes.ts';
import { keyOf, type PlanId } from './plan.ts';
import {
  catalogue,
  destination,
  dragging,
  future,
  futures,
  ground,
  planIds,
  planOf,
  plans,
  playing,
  stopped,
  wanted,
} from './store.ts';

/** How many futures a plan has before the other plan gets its turn. */
const STAGES = [4, 16, 64, 200] as const;
const FEW = 16;
/** Milliseconds that a hand on a slider rests before more than the first futures are begun: one under way holds up the next answer. */
const REST = 150;
/** Milliseconds in which a hand that pressed a slider sets out. */
const SET_OUT = 60;
/** Futures of all plans seen that are kept, the plan seen longest ago going first; about 6 kB each. */
const KEPT = 8000;

/** Futures that are worth waiting for, by how many educators a system has: about half a minute on two cores at most. */
const patience = [
  { upTo: 10_000, futures: 200 },
  { upTo: 60_000, futures: 64 },
  { upTo: Number.POSITIVE_INFINITY, futures: 16 },
] as const;

const ANSWER = 'first futures';

interface Known {
  readonly runs: Map<number, Results>;
  /** Of futures that were on the map, by number. */
  readonly records: Map<number, SchoolRecord>;
}

const known = new Map<string, Known>();
/** The page draws little while they work, so that no core is kept free for it but while years pass. */
const workers = Math.min(8, Math.max(2, navigator.hardwareConcurrency));
let pool: Promise<Pool> | null = null;
let desk: Promise<Client<Desk>> | null = null;
let current = new AbortController();
/** When what is worked out now was asked for. */
let changed = 0;
/** Schools from a file, where the plans are on them. */
let table: SchoolTable | undefined;

/** What opens workers is fetched once the first picture stands. */
const opener = () => import('../../workers/index.ts');

const poolNow = (): Promise<Pool> => {
  pool ??= opener().then(({ openWorker, Pool }) => {
    const opened = new Pool(openWorker, workers);
    effect(() => opened.allow(playing.value ? workers - 1 : workers));
    return opened;
  });
  return pool;
};

/** The desk, opened when it is first needed. */
export const askDesk: Client<Desk>['call'] = async (ask) => {
  desk ??= opener().then(({ connect, openDesk }) => connect<Desk>(openDesk));
  return (await desk).call(ask);
};

function knownOf(key: string): Known {
  const found = known.get(key) ?? { runs: new Map(), records: new Map() };
  known.delete(key); // and in again, as the one seen last
  known.set(key, found);
  let kept = [...known.values()].reduce((sum, { runs }) => sum + runs.size, 0);
  for (const [old, { runs }] of known) {
    if (kept <= KEPT || old === key) break;
    known.delete(old);
    kept -= runs.size;
  }
  return found;
}

const columnsHere = (): readonly string[] => [...columns, ...ground.peek().regionNames.map((_, r) => regionMetric(r))];

/** Futures of any plan on the schools in use, by number, through the page's workers and what is known already. */
export async function futuresOf(plan: Scenario, numbers: readonly number[], signal?: AbortSignal): Promise<Results[]> {
  const { runs } = knownOf(keyOf(plan));
  const missing = numbers.filter((k) => !runs.has(k));
  if (missing.length > 0) {
    const pool = await poolNow();
    await pool.run(
      { scenario: plan, replicates: missing, columns: columnsHere(), batch: 1, ...(table && { table }) },
      { ...(signal && { signal }), onReplicate: (results) => runs.set(results.replicate, results) },
    );
  }
  return numbers.map((k) => runs.get(k)!);
}

/** Futures of a plan with every column that there is, and what the columns mean; nothing of it is kept here. */
export const wholeFutures = async (plan: Scenario, numbers: readonly number[]): Promise<JobDone> =>
  (await poolNow()).run({ scenario: plan, replicates: numbers, batch: 4, ...(table && { table }) });

/** Workers that futures are spread over. */
export const workerCount = workers;

/** Futures of a plan that is one mix of many: they wait for everybody else's, and nothing of them is kept here. */
export async function mixFutures(plan: Scenario, numbers: readonly number[], signal: AbortSignal): Promise<readonly Results[]> {
  const job = { scenario: plan, replicates: numbers, columns, batch: numbers.length, background: true, ...(table && { table }) };
  return (await (await poolNow()).run(job, { signal })).results;
}

/** What is told of the innovation beside a school's story: the hidden truth, and what is measured and expected of it. */
const belief = ['trueEffect', 'evidence', 'evidenceError', 'hype'] as const;

/** Futures of a plan with the story of one school, handed over as they come, in no fixed order. */
export async function toldFutures(
  plan: Scenario,
  numbers: readonly number[],
  school: number,
  { signal, onFuture }: { readonly signal: AbortSignal; readonly onFuture: (results: Results) => void },
): Promise<void> {
  const pool = await poolNow();
  await pool.run(
    { scenario: plan, replicates: numbers, record: { story: [school] }, columns: belief, batch: 4, ...(table && { table }) },
    { signal, onReplicate: onFuture },
  );
}

/** Futures in order up to the first that is missing: so many are the same futures for every plan. */
function fromFirst(runs: ReadonlyMap<number, Results>): Results[] {
  const ordered: Results[] = [];
  for (let run = runs.get(0); run; run = runs.get(ordered.length)) ordered.push(run);
  return ordered;
}

/** Futures of a plan that were made here, in order: not those that were built into the page. */
export const madeHere = (plan: Scenario): readonly Results[] => fromFirst(known.get(keyOf(plan))?.runs ?? new Map());

/** Puts what is known of a plan on the screen: of the plan as it is now, or as it was a moment ago while a slider moves. */
function show(id: PlanId, plan = planOf(id)): void {
  const key = keyOf(plan);
  const { runs, records } = knownOf(key);
  const now = futures[id].peek();
  const isNew = now.key !== key;
  const held = isNew && now.runs.length > 0 ? now.runs : now.before;
  const ordered = fromFirst(runs);
  const record = records.get(future.peek()) ?? now.record;
  if (ordered.length === 0) return;
  // The futures built into the page stay until the workers have as many.
  if (!isNew && ordered.length < now.runs.length) {
    futures[id].value = { ...now, record };
    return;
  }
  if (isNew) timeAnswer();
  futures[id].value = { key, runs: ordered, before: ordered.length >= held.length ? [] : held, record };
}

/** From a change to the frame that shows its first futures, where a browser's own tools and our benchmark look for times. */
function timeAnswer(): void {
  const start = changed; // another change may be under way by then
  requestAnimationFrame(() => {
    performance.clearMeasures(ANSWER);
    performance.measure(ANSWER, { start, end: performance.now() });
  });
}

/**
 * The future on the map with its schools, and as many futures as are wanted; those that are known cost nothing. What schools were is
 * asked of all of them: one job is on its way sooner than two, and it costs little.
 */
async function bring(plan: Scenario, count: number, signal: AbortSignal): Promise<void> {
  const { runs, records } = knownOf(keyOf(plan));
  const k = future.peek();
  const numbers = Array.from({ length: count }, (_, n) => n);
  if (records.has(k)) return void (await futuresOf(plan, numbers, signal));
  const keep = ({ schools, ...results }: Results): void => {
    runs.set(results.replicate, results);
    if (schools && results.replicate === k) records.set(k, schools);
  };
  const replicates = [k, ...numbers.filter((n) => n !== k && !runs.has(n))];
  const pool = await poolNow();
  await pool.run(
    { scenario: plan, replicates, record: 'schools', columns: columnsHere(), batch: 1, ...(table && { table }) },
    { signal, onReplicate: keep },
  );
}

/**
 * While a slider moves: whether the first futures of a plan are on their way, since when a change waits for an answer, and when the plan
 * first changed again, if it did.
 */
const held: { busy: boolean; since: number; changed: number | null } = { busy: false, since: 0, changed: null };

async function refine(signal: AbortSignal): Promise<void> {
  const ids = planIds.peek();
  const plan = Object.fromEntries(ids.map((id) => [id, planOf(id)])) as Record<PlanId, Scenario>;
  for (const [i, stage] of STAGES.entries()) {
    // Nobody looks at a plan's own futures while others are asked for: a few of them keep the page ready.
    if (destination.peek() === 'matters' && stage > FEW) return;
    if (i > 0 && dragging.peek()) {
      await new Promise((rested) => setTimeout(rested, REST));
      if (signal.aborted) return;
    }
    held.busy = i === 0;
    const count = Math.min(stage, wanted.peek());
    for (const id of ids) {
      const beat = count > 16 ? setInterval(() => show(id, plan[id]), 150) : undefined;
      try {
        await bring(plan[id], count, signal);
      } finally {
        clearInterval(beat);
      }
      if (signal.aborted) return;
      show(id, plan[id]);
    }
    held.busy = false;
    if (held.changed !== null) return rerun();
  }
}

/**
 * Starts again from what the plans are now. While a slider moves, the first futures of a moment ago are waited for: they come sooner
 * than those of now, and a hand that never rests would otherwise see nothing. Only those of a hand that has just set out, from where it
 * pressed, are not.
 */
export function rerun(): void {
  const now = performance.now();
  if (held.busy && dragging.peek() && now - held.since > SET_OUT) {
    held.changed ??= now;
    return;
  }
  changed = held.changed ?? now;
  if (!held.busy) held.since = changed;
  held.busy = false;
  held.changed = null;
  current.abort(new Error('a later change'));
  const mine = new AbortController();
  current = mine;
  stopped.value = null;
  for (const id of planIds.peek()) if (known.has(keyOf(planOf(id)))) show(id);
  refine(mine.signal).catch((error: Error) => {
    if (mine.signal.aborted) return;
    held.busy = false;
    stopped.value = error.message;
  });
}

/** Moves both plans to other schools. */
export async function useGround(plan: Scenario, schools?: SchoolTable): Promise<void> {
  const next = await askDesk((one) => one.ground(plan, schools));
  const { makeLand } = await import('../map/makeland.ts');
  keepLand(next, makeLand(next));
  table = schools;
  known.clear();
  const educators = next.posts.reduce((sum, posts) => sum + posts, 0);
  batch(() => {
    wanted.value = patience.find(({ upTo }) => educators <= upTo)!.futures;
    ground.value = next;
    // What schools were in the futures so far says nothing of these.
    for (const id of planIds.peek()) futures[id].value = { ...futures[id].peek(), record: null };
  });
}

/** Opens the workers; from here on every change of a plan or of the future on the map is answered. */
export function start(): void {
  effect(() => {
    plans.value;
    destination.value;
    future.value;
    wanted.value;
    untracked(rerun);
  });
  void askDesk((one) => one.catalogue()).then((all) => {
    catalogue.value = all;
  });
}
