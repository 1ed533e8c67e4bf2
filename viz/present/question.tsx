/** Beside the map: what is asked, what the room thinks, what the model says, and what to talk about. */
import { useRef } from 'preact/hooks';
import { fill } from '../../words/index.ts';
import { bandsOf, pairsOf } from '../charts/bands.ts';
import { winAt } from '../charts/wins.ts';
import { ingredients } from '../controls/facts.ts';
import { dollars } from '../controls/said.ts';
import { canDrop } from '../explore/planevents.ts';
import { Icon } from '../parts/icon.tsx';
import { Words } from '../parts/words.tsx';
import { count, filled, text, whole } from '../state/language.ts';
import { eventKind, named } from '../state/named.ts';
import { planName } from '../state/names.ts';
import { panelText } from '../state/paneltext.ts';
import { rowAt } from '../state/rows.ts';
import { futures, plans } from '../state/store.ts';
import { addGuess, asked, chooseShock, guessesNow, phase, runsNow, shown, table, takeBackGuess } from './deeds.ts';
import { depth, lieOf, type Said, saidBy } from './model.ts';
import { otherRollout, SHOCK } from './plans.ts';
import { roles } from './roles.ts';
import { RoomPlot } from './roomplot.tsx';
import { rounds } from './script.ts';

/** Futures below which a range is rough. */
const ROUGH = 64;

const safe = (title: string): string => title.replaceAll('<', '‹');

/** What the model says of the round's plan in the year asked about. */
export const saidNow = (): Said | null => saidBy(runsNow.value, rowAt(shown.value, asked.value));

export function Question({ hidden }: { readonly hidden: boolean }) {
  const said = saidNow();
  const guesses = guessesNow.value;
  const now = phase.value;
  const isSeen = now !== 'predict' && !hidden;
  return (
    <section class="present-question">
      <Asked />
      {now === 'discuss' ? (
        <Discuss said={said} />
      ) : (
        <>
          {now !== 'predict' && <p class="present-room">{count(panelText.value.present.guesses.room, guesses.length)}</p>}
          <RoomPlot
            guesses={guesses}
            said={said}
            seen={!isSeen ? 'nothing' : now === 'range' ? 'range' : 'dots'}
            open={now === 'predict'}
          />
          {isSeen ? <Revealed said={said} /> : <Hidden predicting={now === 'predict'} />}
          {now === 'predict' ? <OfThePlan /> : isSeen && said && now === 'middle' && <Lie said={said} />}
        </>
      )}
    </section>
  );
}

function Asked() {
  const words = panelText.value.present.questions;
  const { round } = table.value;
  const name = rounds[round];
  const isWaves = name === 'everyone' && otherRollout(plans.value.a) === 'waves';
  return (
    <h2 id="saying" tabIndex={-1}>
      <Words
        message={(isWaves ? words.waves : words[name]).replace(/ (?=\{(year|shock)\})/g, '\u00a0')}
        with={{ plan: safe(planName('a')), year: whole(asked.value), shock: whole(SHOCK) }}
      />
    </h2>
  );
}

/** While the room guesses: no model, and a field for a number after the other. */
function Hidden({ predicting }: { readonly predicting: boolean }) {
  const words = panelText.value.present.guesses;
  const n = guessesNow.value.length;
  return (
    <>
      <p class="present-hidden">{words.hidden}</p>
      {predicting && (
        <div class="present-big">
          <span class="present-n">{whole(n)}</span>
          <div>
            <p>{count(words.in, n)}</p>
            <p class="present-small">{words.talk}</p>
          </div>
          <Entry />
        </div>
      )}
    </>
  );
}

/** Numbers as they are called out: each with Enter, and the field is ready for the next. */
export function Entry() {
  const words = panelText.value.present.guesses;
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      class="present-entry"
      onSubmit={(event) => {
        event.preventDefault();
        const guess = field.current!.valueAsNumber;
        field.current!.value = '';
        field.current!.focus();
        if (guess >= 0 && guess <= 100) addGuess(Math.round(guess));
      }}
    >
      <input ref={field} id="present-guess" type="number" min="0" max="100" step="1" required aria-label={words.label} />
      <button type="submit" class="button">
        {words.add}
      </button>
      <button
        type="button"
        class="button present-sign"
        aria-label={words.takeBack}
        title={words.takeBack}
        disabled={guessesNow.value.length === 0}
        onClick={takeBackGuess}
      >
        <Icon name="undo" />
      </button>
    </form>
  );
}

/** What the model says: first where half of its futures lie, then the middle and every dot. */
function Revealed({ said }: { readonly said: Said | null }) {
  const words = panelText.value.present.model;
  if (!said) return <p class="present-model">{words.waiting}</p>;
  const range = (of: readonly [number, number]) => ({ low: whole(of[0]), high: whole(of[1]) });
  const isMiddle = phase.value !== 'range';
  return (
    <>
      <p class="present-model">
        {said.futures < ROUGH ? fill(words.few, { n: whole(said.futures) }) : isMiddle ? words.dots : words.band}
      </p>
      <div class="present-big well">
        <span class="present-n">{fill(words.range, range(said.half))}</span>
        <div>
          <p>{words.half}</p>
          <p class="present-small">
            {isMiddle
              ? fill(words.middle, { median: whole(said.median), lowest: whole(said.wide[0]), highest: whole(said.wide[1]) })
              : words.next}
          </p>
        </div>
      </div>
    </>
  );
}

function Lie({ said }: { readonly said: Said }) {
  const words = panelText.value.present.lie;
  const guesses = guessesNow.value;
  if (guesses.length === 0) return <p class="present-quote">{words.none}</p>;
  const { side, n } = lieOf(guesses, said);
  return <p class="present-quote">{filled(words[side], { n, all: guesses.length })}</p>;
}

/** What the round's plan is, in a line; the shock can be chosen. */
function OfThePlan() {
  const words = panelText.value.present.plan;
  const name = rounds[table.value.round];
  const rollouts = text.value.levers.rollouts;
  if (name === 'today') return <p class="present-quote">{words.today}</p>;
  if (name === 'everyone')
    return <p class="present-quote">{fill(words.everyone, { rollout: rollouts[otherRollout(plans.value.a)] })}</p>;
  return (
    <p class="present-quote">
      <Spent />
      {name === 'shock' && <Shock />}
    </p>
  );
}

/** Ingredients that are named: more would not fit a hall's screen. */
const NAMED = 3;

/** Ingredients with tokens on them, those with most first. */
function Spent() {
  const words = panelText.value.present;
  const { spent } = table.value;
  const names = roles.flatMap((role) => role.ingredients).filter((name) => (spent[name] ?? 0) > 0);
  if (names.length === 0) return <>{words.plan.nothing}</>;
  const most = names.sort((one, other) => spent[other] - spent[one]).slice(0, NAMED);
  const more = names.length - most.length;
  const said = most.map((name) => `${labelOf(name)} +${whole(spent[name])}`);
  return <>{[...said, ...(more > 0 ? [count(panelText.value.brief.more, more)] : [])].join(text.value.between)}</>;
}

export const labelOf = (name: string): string => ingredients.value.find((one) => one.name === name)?.label ?? name;

function Shock() {
  const words = panelText.value.present.plan;
  const { shock } = table.value;
  return (
    <select
      class="present-shock"
      aria-label={words.shockLabel}
      value={shock}
      onChange={({ currentTarget }) => chooseShock(currentTarget.value)}
    >
      {(named.value?.events ?? [])
        .filter(({ kind }) => canDrop(kind))
        .map(({ kind }) => (
          <option key={kind} value={kind}>
            {fill(words.shock, { event: eventKind(kind), year: whole(SHOCK) })}
          </option>
        ))}
    </select>
  );
}

/** Three questions in this order, each with what was run to start from. */
function Discuss({ said }: { readonly said: Said | null }) {
  const words = panelText.value.present.discuss;
  const row = rowAt(shown.value, asked.value);
  const runs = runsNow.value;
  const middle = (metric: string): number => bandsOf(runs, metric)[row].median;
  const pairs = table.value.round > 0 ? pairsOf(futures.a.value.runs, runs) : null;
  const win = pairs && winAt(pairs, depth, row);
  const ahead = win && Math.round(100 * (win.plan === 'b' ? win.share : 1 - win.share));
  return (
    <dl class="present-discuss">
      <dt>{words.happened}</dt>
      {said && (
        <dd>
          <Words
            message={words.numbers}
            with={{
              reach: whole(100 * middle('schoolsInUse')),
              depth: whole(said.median),
              cost: dollars(middle('spentPerLearner')),
            }}
          />
        </dd>
      )}
      {ahead !== null && <dd>{fill(words.versus, { n: whole(ahead), plan: safe(planName('a')) })}</dd>}
      <dt>{words.why}</dt>
      <dd>{words.first}</dd>
      <dt>{words.here}</dt>
      <dd>{words.home}</dd>
    </dl>
  );
}
