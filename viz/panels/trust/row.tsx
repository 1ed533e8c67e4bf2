/** One number behind the model: what it is, how well it is known, where it stands, and how much it matters. */
import { useSignal } from '@preact/signals';
import { boundsOf } from '../../../sim/index.ts';
import { fill } from '../../../words/index.ts';
import { Evidence } from '../../parts/evidence.tsx';
import { Words } from '../../parts/words.tsx';
import { assume, assumptions } from '../../state/assumptions.ts';
import { choiceName, languageOf } from '../../state/labels.ts';
import { text } from '../../state/language.ts';
import { panelText } from '../../state/paneltext.ts';
import { atPlace, type Value, valueAt } from '../../state/plan.ts';
import { edited, planOf } from '../../state/store.ts';
import { plain, rangeText, signed } from './figures.ts';
import { LOOK } from './moves.ts';
import type { TrustRow } from './rows.ts';
import { moves, outcomeAsked } from './tried.ts';

/** What the plan being edited says of a setting on the first day, or its default; a formula has no one value. */
function saidOf({ path, quantity }: TrustRow): Value | undefined {
  const plan = planOf(edited.value);
  return valueAt(plan, path) ?? (atPlace(plan, path) === undefined ? quantity.default : undefined);
}

export function SettingLine({ row }: { readonly row: TrustRow }) {
  const { path, label, quantity, kind } = row;
  const words = panelText.value.trust;
  return (
    <tr>
      <th scope="row" lang={languageOf(path)}>
        {row.effect ? <Effect of={row} /> : label}
        {quantity.about && <small>{quantity.about}</small>}
      </th>
      <td data-label={words.columns.evidence}>
        <Evidence grade={quantity.grade} />
        <small>
          {quantity.grade}, {text.value.shell.evidence[quantity.grade]}
        </small>
      </td>
      <td data-label={kind === 'assumption' ? words.columns.value : words.columns.chosen}>
        {kind === 'assumption' ? <Assumed row={row} /> : <Chosen row={row} />}
      </td>
      <td data-label={words.columns.range}>{!quantity.choices && rangeText(quantity)}</td>
      <td data-label={words.columns.source}>
        <span lang="en">{quantity.source}</span>
      </td>
      <td data-label={words.columns.moves} class="trust-moves">
        <Moved path={path} />
      </td>
    </tr>
  );
}

/** Both ends of an effect, the second in its own language. */
function Effect({ of: { path, effect } }: { readonly of: TrustRow }) {
  const { ingredient, on } = effect!;
  const target = `parameters.${path.split('.').slice(2).join('.')}`;
  return (
    <Words
      message={panelText.value.trust.effect}
      with={{ ingredient, on: `<on>${on}</on>` }}
      as={{ on: (said) => <span lang={languageOf(target)}>{said}</span> }}
    />
  );
}

function Chosen({ row }: { readonly row: TrustRow }) {
  const value = saidOf(row);
  return (
    <>
      {value === undefined ? panelText.value.trust.formula : plain(value, row.quantity)} <small>{row.quantity.unit}</small>
    </>
  );
}

/** A number that may be changed; outside its bounds it is put back, with the bounds said. */
function Assumed({ row }: { readonly row: TrustRow }) {
  const { path, label, quantity } = row;
  const words = panelText.value.trust;
  const refused = useSignal(false);
  const [min, max] = boundsOf(quantity);
  const own = assumptions.value[path];
  const said = saidOf(row);
  const take = (field: HTMLInputElement): void => {
    const value = field.valueAsNumber;
    refused.value = !(value >= min && value <= max);
    if (!refused.value) assume(path, value === said ? undefined : value);
    field.value = String(assumptions.value[path] ?? said ?? '');
  };
  if (quantity.choices) return <Choice row={row} />;
  return (
    <>
      <input
        type="number"
        class={own === undefined ? undefined : 'own'}
        aria-label={fill(words.value, { label, unit: quantity.unit })}
        min={min}
        max={max}
        step="any"
        value={String(own ?? (typeof said === 'number' ? Number(said.toPrecision(6)) : ''))}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      <small lang={languageOf(path)}>{quantity.unit}</small>
      {refused.value && (
        <small class="trust-refused" role="alert">
          {fill(words.outside, { low: plain(min, quantity), high: plain(max, quantity) })}
        </small>
      )}
      <Own row={row} />
    </>
  );
}

/** A choice that may be changed, by the names that files say. */
function Choice({ row: { path, label, quantity } }: { readonly row: TrustRow }) {
  const names = quantity.choices ?? [];
  const model = names[quantity.default];
  return (
    <select
      aria-label={label}
      value={assumptions.value[path] ?? model}
      onChange={({ currentTarget }) => assume(path, currentTarget.value === model ? undefined : currentTarget.value)}
    >
      {names.map((name) => (
        <option key={name} value={name}>
          {choiceName(name)}
        </option>
      ))}
    </select>
  );
}

/** That a value is the reader's own, and the way back. */
function Own({ row }: { readonly row: TrustRow }) {
  const { path, label, quantity } = row;
  const words = panelText.value.trust;
  if (assumptions.value[path] === undefined) return null;
  return (
    <small class="trust-own">
      {fill(words.own, { value: plain(saidOf(row) ?? quantity.default, quantity) })}{' '}
      <button type="button" class="link" aria-label={fill(words.backOf, { label })} onClick={() => assume(path, undefined)}>
        {words.back}
      </button>
    </small>
  );
}

function Moved({ path }: { readonly path: string }) {
  const words = panelText.value.trust;
  const move = moves.value.get(path);
  if (!move) return <small>{words.untried}</small>;
  const said = (n: number): string => signed(n, outcomeAsked.value);
  const rough = move.futures < LOOK;
  return (
    <>
      <b class={rough || !move.isClear ? 'rough' : undefined}>{said(move.span)}</b>
      <small>
        {rough ? words.roughEnds : move.isClear ? fill(words.range, { low: said(move.low), high: said(move.high) }) : words.luck}
      </small>
    </>
  );
}
