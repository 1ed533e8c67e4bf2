/** The sheet: everything that a brief holds on one page, made from what was run and what the plans say. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { fill } from '../../../words/index.ts';
import type { Catalogue } from '../../../workers/index.ts';
import { type Row, written } from '../../charts/figures.ts';
import { winText } from '../../charts/outcometext.ts';
import { factsOf } from '../../controls/facts.ts';
import { Tag } from '../../parts/tag.tsx';
import { Segments, Words } from '../../parts/words.tsx';
import { addressNow } from '../../state/address.ts';
import { count, text, whole } from '../../state/language.ts';
import { BETWEEN_NAMES, planName } from '../../state/names.ts';
import { own } from '../../state/own.ts';
import { panelText } from '../../state/paneltext.ts';
import type { PlanId } from '../../state/plan.ts';
import { rowAt } from '../../state/rows.ts';
import { comparing, future, futures, ground, lastYear, planIds, planOf, plans } from '../../state/store.ts';
import type { DriversData } from '../driversdata.ts';
import { plain } from '../trust/figures.ts';
import type { TrustRow } from '../trust/rows.ts';
import { yearAsked } from '../trust/tried.ts';
import { outcomeRows, type Said, saidIn } from './facts.ts';
import { BriefFan } from './fan.tsx';
import { DoubtsToKeep, Drove, Minds } from './lists.tsx';
import { BriefMap } from './map.tsx';
import { type Saying, sayingOfOne, sayingOfTwo } from './saying.ts';

interface SheetProps {
  readonly catalogue: Catalogue;
  readonly rows: readonly TrustRow[];
  readonly drivers: DriversData;
}

/** Letters beyond which a headline is set smaller, so that it stays within two lines. */
const LONG = 84;

const rowNow = (id: PlanId): number => rowAt(id, yearAsked.value);

function sayingNow(): Saying {
  const [a, b] = [futures.a.value.runs, futures.b.value.runs];
  const year = yearAsked.value;
  return comparing.value && b.length > 0
    ? sayingOfTwo(a, b, { a: planName('a'), b: planName('b') }, year)
    : sayingOfOne(a, year, rowNow('a'));
}

export function Sheet({ catalogue, rows, drivers }: SheetProps) {
  const words = panelText.value.brief;
  const known = planIds.value.filter((id) => futures[id].value.runs.length > 0);
  const { headline, sentence } = sayingNow();
  const numbers = { year: whole(yearAsked.value), future: whole(future.value + 1) };
  return (
    <article class={comparing.value ? 'brief-sheet two' : 'brief-sheet'} data-theme="light">
      <header>
        <strong>{text.value.shell.name}</strong> {words.title}
      </header>
      <h1 class={headline.length > LONG ? 'long' : undefined}>{headline}</h1>
      <p class="brief-lead">
        <Segments of={sentence} />
      </p>
      <div class="brief-plans">
        {known.map((id) => (
          <Pictures key={id} plan={id} />
        ))}
      </div>
      <p class="brief-key">
        <span>{fill(words.mapKey, numbers)}</span>{' '}
        <span>
          <Words message={words.chartKey} />
        </span>
      </p>
      <Outcomes rows={outcomeRows(known.map((id) => ({ id, runs: futures[id].value.runs, row: rowNow(id) })))} />
      <div class="brief-lists">
        {comparing.value ? <Drove drivers={drivers} row={rowNow('a')} /> : null}
        <Minds rows={rows} />
        <DoubtsToKeep rows={rows} />
      </div>
      <Foot catalogue={catalogue} />
    </article>
  );
}

/** A plan's map and its fan. */
function Pictures({ plan }: { readonly plan: PlanId }) {
  const { runs } = futures[plan].value;
  const row = rowNow(plan);
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a fieldset, and no landmark: the page under it has one of this name
    <div role="group" class="brief-plan" aria-label={planName(plan)}>
      <h2>
        {comparing.value && <Tag plan={plan} />}
        {planName(plan)}
      </h2>
      <BriefMap plan={plan} row={row} year={yearAsked.value} />
      <BriefFan runs={runs} row={row} last={lastOf()} name={planName(plan)} isTall={!comparing.value} />
    </div>
  );
}

/** Both fans end in the same year. */
const lastOf = (): number => Math.max(lastYear.value, ...planIds.value.map((id) => planOf(id).years));

function Outcomes({ rows }: { readonly rows: readonly Row[] }) {
  const { table } = panelText.value.brief;
  const { names, range } = text.value.charts.outcomes;
  const plansOf = rows[0].of.map(({ plan }) => plan);
  return (
    <table class="brief-table">
      <thead>
        <tr>
          <th scope="col">{fill(table.at, { year: whole(yearAsked.value) })}</th>
          {plansOf.map((plan) => (
            <th key={plan} scope="col">
              {plansOf.length > 1 ? fill(table.plan, { plan: plan.toUpperCase() }) : table.one}
            </th>
          ))}
          {plansOf.length > 1 && <th scope="col">{table.luck}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ outcome, of, win }) => (
          <tr key={outcome.name}>
            <th scope="row">{fill(table.outcome, names[outcome.name])}</th>
            {of.map(({ plan, n, median, low, high }) => (
              <td key={plan} class={`brief-${plan}`}>
                {n === 0 ? (
                  table.nothing
                ) : (
                  <>
                    <b>{written(outcome, median)}</b>{' '}
                    <small>{fill(range, { low: written(outcome, low), high: written(outcome, high) })}</small>
                  </>
                )}
              </td>
            ))}
            {of.length > 1 && <td>{win ? winText(outcome, win) : table.rough}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Settings of a plan that fit the page. */
const MOST_SAID = 8;

/** A setting as it is said: a rollout by its name alone. */
function saidText({ path, value }: Said): string {
  const words = panelText.value.brief;
  const rollouts: Readonly<Record<string, string>> = text.value.levers.rollouts;
  if (path === 'strategy.kind') return rollouts[String(value)];
  const facts = factsOf(path);
  const isPlain = typeof value === 'number' || (typeof value === 'string' && facts?.quantity.choices !== undefined);
  return fill(words.said, {
    label: facts?.label ?? path,
    value: facts && isPlain ? plain(value, facts.quantity) : words.says.curve,
  });
}

/** What a plan says in words, but for the rollout that it is called after. */
function saidOf(id: PlanId, catalogue: Catalogue): readonly string[] {
  const words = panelText.value.brief;
  const plan = planOf(id);
  const settings = saidIn(plan, catalogue).map(saidText);
  const dated = (plan.changes ?? []).flatMap(({ year, set }) =>
    Object.entries(set).map(([path, value]) => fill(words.dated, { said: saidText({ path, value }), year: whole(year) })),
  );
  const further = [
    [words.events, plan.events?.length],
    [words.rules, plan.rules?.length],
    [words.chosen, plan.rollouts?.length],
  ] as const;
  return [
    ...settings.filter((said) => !planName(id).split(BETWEEN_NAMES).includes(said)),
    ...dated,
    ...further.flatMap(([message, n]) => (n ? [count(message, n)] : [])),
  ];
}

/** A list that fits the page. */
function listed(said: readonly string[]): string {
  const words = panelText.value.brief;
  if (said.length === 0) return words.says.nothing;
  const more = said.length - MOST_SAID;
  return [...said.slice(0, MOST_SAID), ...(more > 0 ? [count(words.more, more)] : [])].join(text.value.between);
}

/** What the plans say: together what they share, then each for itself. */
function Says({ catalogue }: { readonly catalogue: Catalogue }) {
  const words = panelText.value.brief;
  const said = planIds.value.map((id) => ({ name: planName(id), said: saidOf(id, catalogue) }));
  const shared = said.length > 1 ? said[0].said.filter((one) => said[1].said.includes(one)) : [];
  const own = said.map(({ name, said: all }) => ({ name, said: all.filter((one) => !shared.includes(one)) }));
  const lines = [
    ...(shared.length > 0 ? [{ name: words.both, said: shared }] : []),
    ...own.filter(({ said: all }) => all.length > 0 || shared.length === 0),
  ];
  return (
    <p>
      {lines.map(({ name, said: all }) => (
        <span key={name}>
          <Words
            message={words.plan}
            with={{ plan: name, said: listed(all) }}
            as={{ strong: (label) => <strong>{label}</strong> }}
          />{' '}
        </span>
      ))}
    </p>
  );
}

function Foot({ catalogue }: { readonly catalogue: Catalogue }) {
  const words = panelText.value.brief;
  const { footer } = text.value.shell;
  const { schoolCount, districtNames } = ground.value;
  const link = useSignal('');
  useSignalEffect(() => {
    plans.value;
    yearAsked.value;
    void addressNow().then((now) => {
      link.value = now;
    });
  });
  const runs = Math.min(...planIds.value.map((id) => futures[id].value.runs.length));
  return (
    <footer>
      <Says catalogue={catalogue} />
      <p>
        {fill(words.foot, {
          schools: count(own.value ? footer.ownSchools : footer.schools, schoolCount),
          districts: count(footer.districts, districtNames.length),
          futures: fill(words.futures, { n: whole(runs) }),
          seed: String(planOf('a').seed ?? '1'),
          model: catalogue.model,
        })}
      </p>
      <p class="brief-link">
        <Words
          message={words.link}
          with={{ link: shortened(link.value) }}
          as={{ link: (said) => <a href={link.value}>{said}</a> }}
        />
      </p>
    </footer>
  );
}

/** Letters of an address that a page has room for. */
const LONGEST = 64;

/** A long address with its middle left out: on paper it is known by its ends, in a file it can still be followed. */
const shortened = (address: string): string =>
  address.length <= LONGEST ? address : `${address.slice(0, LONGEST - 26)}…${address.slice(-24)}`;
