/** What drove the difference? Settings switched one at a time from plan B to plan A, as a waterfall on reach and on depth. */
import { useSignal } from '@preact/signals';
import { fill } from '../../words/index.ts';
import type { Chart } from '../charts/chart.ts';
import { Figure } from '../charts/figure.tsx';
import { useSize } from '../charts/size.ts';
import { Panel } from '../parts/panel.tsx';
import { Tag } from '../parts/tag.tsx';
import { Words } from '../parts/words.tsx';
import { text, whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { panelText } from '../state/paneltext.ts';
import { rowAt } from '../state/rows.ts';
import { comparing, plans } from '../state/store.ts';
import { type Chain, type DriversData, type Order, useDrivers } from './driversdata.ts';
import { Steps } from './driverssteps.tsx';
import { signed, switchName } from './driverswords.ts';
import { type Waterfall, waterfallOf, wholeChange } from './waterfall.ts';
import { yearAsked } from './yearasked.ts';
import './drivers.css';

export function Drivers() {
  const order = useSignal<Order>('largest');
  const data = useDrivers(order);
  const words = panelText.value.why.drivers;
  return (
    <Panel kind="drivers" title={words.title}>
      <Said data={data} />
      {data.chain.value ? (
        <>
          <Intro chain={data.chain.value} />
          <p class="drivers-order">
            {words.order[order.value]} {words.matters}{' '}
            <button type="button" class="link" onClick={() => (order.value = order.value === 'largest' ? 'reversed' : 'largest')}>
              {words.reverse}
            </button>
          </p>
          <Waterfalls chain={data.chain.value} />
          <p class="drivers-key">{words.key}</p>
        </>
      ) : null}
    </Panel>
  );
}

/** Why there is nothing to see, or not yet. */
function Said({ data: { refused, switches, chain, progress } }: { readonly data: DriversData }) {
  const words = panelText.value.why.drivers;
  const { done, all } = progress.value;
  const why = !comparing.value
    ? words.alone
    : refused.value
      ? words.refused[refused.value]
      : switches.value?.length === 0
        ? words.equal
        : chain.value
          ? null
          : fill(words.working, { done: whole(done), all: whole(all) });
  return why === null ? null : (
    <p class="drivers-said" role="status">
      {why}
    </p>
  );
}

function Intro({ chain }: { readonly chain: Chain }) {
  return (
    <p>
      <Words
        message={panelText.value.why.drivers.intro}
        with={{ a: planName('a'), b: planName('b'), year: whole(yearAsked()), n: whole(chain.plans[0].runs.length) }}
        as={{ a: (label) => <Named plan="a" label={label} />, b: (label) => <Named plan="b" label={label} /> }}
      />
    </p>
  );
}

const Named = ({ plan, label }: { readonly plan: 'a' | 'b'; readonly label: string }) => (
  <span class="drivers-plan">
    <Tag plan={plan} /> {label}
  </span>
);

const shown = [
  { name: 'reach', metric: 'schoolsInUse' },
  { name: 'depth', metric: 'schoolsWell' },
] as const;

/** Two pictures stand side by side from this width on. */
const TWO = 700;
/** Of the names, and between the pictures. */
const NAMES = 264;
const GAP = 24;

function Waterfalls({ chain }: { readonly chain: Chain }) {
  const words = panelText.value.why.drivers;
  const [place, size] = useSize<HTMLDivElement>({ width: 800, height: 300 });
  const { a, b } = plans.value;
  if (!b) return null;
  const row = rowAt('a', yearAsked());
  const names = chain.switches.map((one) => switchName(one, a, b));
  const { width } = size.value;
  const two = width >= TWO;
  const bars = two ? (width - NAMES - GAP) / 2 : width;
  return (
    <div ref={place} class={two ? 'drivers-two' : 'drivers-one'}>
      {shown.map(({ name, metric }, i) => {
        const waterfall = waterfallOf(chain.plans, metric, row);
        return (
          <Figure
            key={name}
            name={words.title}
            title={words[name]}
            summary={summaryOf(words[name], waterfall, names)}
            table={() => tableOf(waterfall, names)}
            caption={<strong>{words[name]}</strong>}
            svg={<Steps waterfall={waterfall} names={names} named={!two || i === 0} kind={name} width={bars} />}
          />
        );
      })}
    </div>
  );
}

function summaryOf(title: string, { start, end, steps }: Waterfall, names: readonly string[]): string {
  const words = panelText.value.why.drivers;
  const said = steps.map((step, i) => fill(words.step, { label: names[i], change: signed(wholeChange(step)) }));
  return fill(words.summary, { title, start: whole(start), end: whole(end), steps: said.join(text.value.between) });
}

function tableOf({ steps }: Waterfall, names: readonly string[]): Chart {
  const { table } = panelText.value.why.drivers;
  return {
    columns: [
      { name: table.step },
      ...[table.before, table.after, table.change, table.low, table.high].map((name) => ({ name, digits: 1 })),
    ],
    rows: steps.map(({ from, to, low, high }, i) => [names[i], from, to, to - from, low, high]),
  };
}
