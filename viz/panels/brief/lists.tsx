/** What drove the difference or what the plan says, what would change our mind, and the doubts to keep: only what was run. */
import { fill, segments } from '../../../words/index.ts';
import { Segments } from '../../parts/words.tsx';
import { languageOf } from '../../state/labels.ts';
import { whole } from '../../state/language.ts';
import { panelText } from '../../state/paneltext.ts';
import { comparing, plans } from '../../state/store.ts';
import type { DriversData } from '../driversdata.ts';
import { signed, switchName } from '../driverswords.ts';
import { careOf } from '../trust/doubts.tsx';
import { plain } from '../trust/figures.ts';
import { LOOK } from '../trust/moves.ts';
import type { TrustRow } from '../trust/rows.ts';
import { moves, progress } from '../trust/tried.ts';
import { waterfallOf, wholeChange } from '../waterfall.ts';
import { FUTURES, minds, mostMoving } from './minds.ts';

/** Lines of a list: more would not fit the page. */
const MOST = 3;

/** Words as they are, or with names marked that are not in the language of the screen. */
type Item = string | { readonly marked: string };

interface ListProps {
  readonly title: string;
  readonly items: readonly Item[];
  readonly note?: string;
}

const List = ({ title, items, note }: ListProps) => (
  <div>
    <h3>{title}</h3>
    <ul>
      {items.map((item, i) => (
        <li key={i}>{typeof item === 'string' ? item : <Marked text={item.marked} />}</li>
      ))}
    </ul>
    {note && <p>{note}</p>}
  </div>
);

const Marked = ({ text }: { readonly text: string }) => (
  <Segments of={segments(text)} as={{ en: (said) => <span lang="en">{said}</span> }} />
);

/** The parts in which the plans differ, with what each does to depth once that has been run. */
export function Drove({ drivers, row }: { readonly drivers: DriversData; readonly row: number }) {
  const words = panelText.value.brief.drove;
  const { a, b } = plans.value;
  const { chain, switches, refused } = drivers;
  if (!b) return null;
  if (refused.value) return <List title={words.differ} items={[panelText.value.why.drivers.refused[refused.value]]} />;
  if (!chain.value) {
    const names = (switches.value ?? []).map((one) => switchName(one, a, b));
    return <List title={words.differ} items={names.slice(0, MOST)} note={words.waiting} />;
  }
  const { steps } = waterfallOf(chain.value.plans, 'schoolsWell', row);
  const told = chain.value.switches
    .map((one, i) => ({ label: switchName(one, a, b), change: wholeChange(steps[i]) }))
    .sort((x, y) => Math.abs(y.change) - Math.abs(x.change))
    .slice(0, MOST);
  const items = told.map(({ label, change }) => fill(words.step, { label, change: signed(change) }));
  return <List title={words.title} items={items} note={words.order} />;
}

interface FoundProps {
  readonly rows: readonly TrustRow[];
}

/** A setting's name, marked where it is not in the language of the screen. */
const nameOf = ({ path, label }: Pick<TrustRow, 'path' | 'label'>): string => (languageOf(path) ? `<en>${label}</en>` : label);

const spoken = (row: TrustRow, value: number): readonly [label: string, value: string] => [
  nameOf(row),
  plain(value, row.quantity),
];

/** With one plan: what depth would be at an end of a setting's range. With two: what would turn their order round. */
export function Minds({ rows }: FoundProps) {
  return comparing.value ? <MindsOfTwo rows={rows} /> : <MindsOfOne rows={rows} />;
}

function MindsOfTwo({ rows }: FoundProps) {
  const words = panelText.value.brief.minds;
  const found = minds.value;
  if (!found) return <List title={words.title} items={[words.waiting]} />;
  const items = found.turns.slice(0, MOST).map(({ path, value, a, b, leader }) => {
    const [label, at] = spoken(rows.find((row) => row.path === path)!, value);
    const fillings = { label, value: at, a: whole(a), b: whole(b), leader: leader?.toUpperCase() ?? '' };
    return { marked: fill(leader ? words.flip : words.level, fillings) };
  });
  const none = fill(words.none, { n: whole(found.asked) });
  return <List title={words.title} items={items.length > 0 ? items : [none]} note={fill(words.futures, { n: whole(FUTURES) })} />;
}

function MindsOfOne({ rows }: FoundProps) {
  const words = panelText.value.brief.minds;
  const paths = mostMoving(moves.value, MOST);
  const items = paths.flatMap((path) => {
    const row = rows.find((one) => one.path === path);
    const move = moves.value.get(path)!;
    if (!row || Math.round(Math.abs(move.span)) === 0) return [];
    const isLow = Math.abs(move.low) > Math.abs(move.high);
    const [label, at] = spoken(row, row.quantity.range[isLow ? 0 : 1]);
    const change = signed(Math.round(isLow ? move.low : move.high));
    return [{ marked: fill(words.one, { label, value: at, change }) }];
  });
  return <List title={words.title} items={items.length > 0 ? items : [words.waiting]} />;
}

/** What matters a lot on thin evidence; and always that the whole was never tested. */
export function DoubtsToKeep({ rows }: FoundProps) {
  const words = panelText.value.brief.doubts;
  const care = careOf(rows, moves.value, LOOK).slice(0, MOST - 1);
  const items = care.map(({ path, label, quantity }) => ({
    marked: fill(words.care, {
      label: nameOf({ path, label }),
      span: whole(Math.round(Math.abs(moves.value.get(path)!.span))),
      grounds: words.grounds[quantity.grade],
    }),
  }));
  const now = progress.value;
  const note = now && !now.isAgain ? fill(words.tried, { tried: whole(now.done), all: whole(now.all) }) : undefined;
  return <List title={words.title} items={[...items, words.whole]} {...(note && { note })} />;
}
