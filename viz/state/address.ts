/**
 * The page's state in its address: what is after the # says all that is on the screen, so that Back is undo and a copied address
 * is the plan. A drag replaces the entry, letting go makes a new one.
 */
import { batch, effect, signal, untracked } from '@preact/signals';
import type { LinkState, linkDigest } from '../../formats/linkstate.ts';
import type { Scenario } from '../../sim/index.ts';
import { first } from '../first/index.ts';
import { besideNow, takeBeside } from './beside.ts';
import { onChange } from './change.ts';
import { askDesk, madeHere } from './engine.ts';
import { standOn } from './grounds.ts';
import { outcomes } from './outcomes.ts';
import { own } from './own.ts';
import { keyOf, type PlanId } from './plan.ts';
import {
  asked,
  destination,
  destinations,
  edited,
  forks,
  future,
  futures,
  panel,
  planIds,
  planOf,
  plans,
  playing,
  type View,
  view,
  year,
} from './store.ts';

/** What became of the link that the page was opened with. */
export type Opened =
  | { readonly kind: 'refused'; readonly why: 'form' | 'damaged' | 'large' | 'plan'; readonly problems: readonly string[] }
  | { readonly kind: 'file'; readonly name: string; readonly sha256: string }
  | { readonly kind: 'checking' | 'matches' }
  | { readonly kind: 'differs'; readonly model: string };

export const opened = signal<Opened | null>(null);
/** Places in the page's own history, for undo and redo. */
export const place = signal({ at: 0, last: 0 });

/** Milliseconds between two changes of the address while something is held: browsers refuse more than a few a second. */
const PAUSE = 400;

/** What proves a plan's numbers; fetched after the first picture. */
const proof = signal<typeof linkDigest | null>(null);

/** The digest of a plan's first futures, where they are here and of the plan as it is now. */
export function digestNow(id: PlanId): string | undefined {
  const { key, runs } = futures[id].value;
  return key === keyOf(planOf(id)) ? proof.value?.(runs) : undefined;
}

function carried(): LinkState {
  const { a, b } = plans.value;
  const digests = Object.fromEntries(planIds.value.map((id) => [id, digestNow(id)]));
  const file = own.value;
  return {
    model: first.levers.model,
    a,
    ...(b && { b }),
    forks: forks.value,
    edited: edited.value,
    year: Math.round(year.value * 100) / 100,
    future: future.value,
    view: view.value,
    ...(destination.value !== 'explore' && { at: destination.value, asked: asked.value }),
    ...besideNow(),
    ...(planIds.value.every((id) => digests[id]) && { digests }),
    ...(file && { file: { name: file.name, sha256: file.sha256 } }),
  };
}

/** The whole address of what is on the screen now. */
export async function addressNow(): Promise<string> {
  const { writeLink } = await import('../../formats/link.ts');
  return `${location.href.replace(/#.*$/, '')}#${writeLink(carried())}`;
}

let latest = 0;
/** A step that is not in the history yet: whichever state is written next makes it. */
let owed = false;
let waiting: ReturnType<typeof setTimeout> | undefined;
let replaced = 0;

async function write(moment: 'held' | 'done'): Promise<void> {
  const mine = ++latest;
  owed ||= moment === 'done';
  const address = await addressNow();
  if (mine !== latest) return; // a later state is on its way
  if (!owed) {
    replaced = performance.now();
    history.replaceState({ at: place.value.at }, '', address);
    return;
  }
  owed = false;
  const at = place.value.at + 1;
  place.value = { at, last: at };
  history.pushState({ at }, '', address);
}

function hear(moment: 'held' | 'done'): void {
  clearTimeout(waiting);
  if (moment === 'done') void write('done');
  else waiting = setTimeout(() => void write('held'), Math.max(0, PAUSE - (performance.now() - replaced)));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads the address, and resolves to what is shown of it; an empty one is the page as it comes. Nothing on the screen changes before all of it is known to be sound. */
async function read(): Promise<LinkState | undefined> {
  const text = location.hash.slice(1);
  if (text === '' || text === 'saying') return undefined;
  const { readLink } = await import('../../formats/link.ts');
  const link = readLink(text);
  if (!link.ok) {
    opened.value = { kind: 'refused', why: link.reason, problems: [] };
    return undefined;
  }
  const found = isObject(link.value) ? link.value : {};
  const checks = await Promise.all(
    (['a', 'b'] as const).filter((id) => id === 'a' || found.b !== undefined).map((id) => checkPlan(found[id], found)),
  );
  const { assumedOf, problemsBeside } = await import('./besideread.ts');
  const beside = problemsBeside(found);
  const sound = checks.flatMap((check) => (check.ok ? [check.value] : []));
  const problems = [
    ...faultsOf(checks),
    ...(beside.length > 0
      ? beside
      : faultsOf(
          await checkAll(
            sound.flatMap((plan) => assumedOf(plan, found) ?? []),
            found,
          ),
        )),
  ];
  if (problems.length > 0) {
    opened.value = { kind: 'refused', why: 'plan', problems };
    return undefined;
  }
  const [a, b] = sound;
  const said = found as unknown as LinkState;
  return (await show(said, a, b ?? null)) ? said : undefined;
}

const checkPlan = (plan: unknown, link: Record<string, unknown>) =>
  askDesk((desk) => desk.checkScenario(plan, isOurs(link) ? own.value?.table : undefined));

const checkAll = (all: readonly Scenario[], link: Record<string, unknown>) =>
  Promise.all(all.map((plan) => checkPlan(plan, link)));

const faultsOf = (checks: readonly Awaited<ReturnType<typeof checkPlan>>[]): readonly string[] =>
  checks.flatMap((check) => (check.ok ? [] : check.problems.map(({ path, message }) => `${path}: ${message}`)));

const within = (value: unknown, low: number, high: number, otherwise: number): number =>
  typeof value === 'number' && value >= low && value <= high ? value : otherwise;

/** Whether a link is about the file of schools that is open here. */
const isOurs = ({ file }: { readonly file?: unknown }): boolean => isObject(file) && file.sha256 === own.value?.sha256;

/** False where the plans' schools are not here. */
async function show(link: LinkState, a: Scenario, b: Scenario | null): Promise<boolean> {
  const views: readonly View[] = b ? ['both', 'a', 'b', 'difference'] : ['both'];
  const fork = (id: PlanId): number | null => {
    const from = link.forks?.[id];
    return typeof from === 'number' ? from : null;
  };
  if (link.file && !isOurs(link)) {
    opened.value = { kind: 'file', name: String(link.file.name), sha256: String(link.file.sha256) };
    return false;
  }
  try {
    await standOn(a, link.file ? own.value : null);
  } catch (error) {
    opened.value = { kind: 'refused', why: 'plan', problems: [(error as Error).message] };
    return false;
  }
  const last = Math.min(a.years, b?.years ?? a.years);
  batch(() => {
    plans.value = { a, b };
    forks.value = { a: fork('a'), b: fork('b') };
    edited.value = b && link.edited === 'b' ? 'b' : 'a';
    playing.value = false; // the year that it is about stays
    year.value = within(link.year, 0, last, last);
    future.value = Math.floor(within(link.future, 0, 1e6, 0));
    view.value = views.find((one) => one === link.view) ?? 'both';
    destination.value = destinations.find((one) => one === link.at) ?? 'explore';
    asked.value = outcomes.find(({ name }) => name === link.asked)?.name ?? asked.value;
    takeBeside(link);
  });
  if (link.digests) check(link);
  return true;
}

/** Compares the link's digests with what the engine makes of the same plans, as soon as it has made the futures that they are of. */
function check({ digests, model }: LinkState): void {
  opened.value = { kind: 'checking' };
  const keys = planIds.value.map((id) => keyOf(planOf(id)));
  const stop = setInterval(() => {
    if (planIds.value.some((id, i) => keyOf(planOf(id)) !== keys[i])) {
      clearInterval(stop); // changed since: there is nothing left to compare
      opened.value = null;
      return;
    }
    const now = planIds.value.map((id) => proof.value?.(madeHere(planOf(id))));
    if (now.some((digest) => digest === undefined)) return;
    clearInterval(stop);
    const same = planIds.value.every((id, i) => digests?.[id] === now[i]);
    opened.value = same ? { kind: 'matches' } : { kind: 'differs', model: String(model) };
  }, 100);
}

export const undo = (): void => history.back();
export const redo = (): void => history.forward();

/** Shows what the last change did: back, long enough to look, and forth again. */
export function replay(): void {
  undo();
  setTimeout(redo, 1600);
}

/** Keeps address and page in step from here on; resolves once the address has been read. */
export async function openAddress(): Promise<void> {
  const at = isObject(history.state) && typeof history.state.at === 'number' ? history.state.at : 0;
  place.value = { at, last: at };
  if (history.state === null) history.replaceState({ at: 0 }, '');
  onChange(hear);
  void import('../../formats/linkstate.ts').then((here) => {
    proof.value = here.linkDigest;
  });
  addEventListener('popstate', ({ state }) => {
    const to = isObject(state) && typeof state.at === 'number' ? state.at : 0;
    place.value = { at: to, last: Math.max(to, place.value.last) };
    // What was to be written belongs to the entry that was left.
    clearTimeout(waiting);
    latest++;
    owed = false;
    opened.value = null;
    // What lies open stays open, and belongs into the address that it lies over now.
    void (location.hash.length > 1 ? read() : backToFirst()).then(() => {
      if (panel.value && isShown()) hear('held');
    });
  });
  // A link about somebody's schools is read once more when their file is here.
  effect(() => {
    if (opened.value?.kind === 'file' && own.value?.sha256 === opened.value.sha256) void readAgain();
  });
  await openFrom(await read());
  let before = panel.peek();
  effect(() => {
    if (panel.value !== before) untracked(() => isShown() && hear('held'));
    before = panel.value;
  });
}

/** Whether the page shows what its address says: not while a link waits for its file of schools, or could not be read. */
const isShown = (): boolean => opened.value?.kind !== 'refused' && opened.value?.kind !== 'file';

/** Opens what lay open where the link was made. */
async function openFrom(link: LinkState | undefined): Promise<void> {
  if (link?.open) (await import('./besideread.ts')).openAs(link);
}

/** Reads the address once more, and keeps it: coming to the file's schools was a step of its own, with the plan of before. */
async function readAgain(): Promise<void> {
  const { hash } = location;
  await openFrom(await read());
  latest++;
  history.replaceState({ at: place.value.at }, '', hash);
}

/** The page as it comes, which has no words after its #. */
async function backToFirst(): Promise<void> {
  await standOn(first.plan, null);
  batch(() => {
    plans.value = { a: first.plan, b: null };
    forks.value = { a: null, b: null };
    edited.value = 'a';
    view.value = 'both';
    destination.value = 'explore';
    takeBeside({});
  });
}
