/** What the plan costs by its last year, against the most that it may cost. */
import './cost.css';
import { useComputed, useSignal } from '@preact/signals';
import { bandAt, type Results } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { first } from '../first/index.ts';
import { Words } from '../parts/words.tsx';
import { CAPS, cap, capAt } from '../state/cap.ts';
import { text, whole } from '../state/language.ts';
import { edited, futures, planOf } from '../state/store.ts';
import { dollars } from './said.ts';

const METRIC = 'spentPerLearner';

interface Cost {
  /** Dollars per pupil over all years: the middle, and nine in ten. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

function costOf(runs: readonly Results[]): Cost | null {
  if (runs.length === 0) return null;
  return bandAt(runs, METRIC, runs[0].years.length - 1);
}

/** A round number above one: 1, 2 or 5 and noughts, or a half step between. */
function roundAbove(n: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, n)));
  return ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * unit >= n) ?? 10) * unit;
}

/** What the first plan costs at its dearest, rounded up: the most that a plan may cost until somebody says. */
const usual = roundAbove(costOf(first.runs)?.high ?? 1);

const capNow = (): number => cap.value ?? usual;

const strong = (said: string) => <strong>{said}</strong>;

export function CostLine() {
  const words = text.value.levers.cost;
  const cost = useComputed(() => costOf(futures[edited.value].value.runs));
  const now = cost.value;
  const isOver = now !== null && now.median > capNow();
  return (
    <section class={isOver ? 'cost cost-over' : 'cost'}>
      <p class="cost-line">
        <span>
          {now ? (
            <Words
              message={words.perPupil}
              with={{
                cost: dollars(now.median),
                low: whole(now.low),
                high: whole(now.high),
                years: whole(planOf(edited.value).years),
              }}
              as={{ strong, range: (said) => <span class="cost-range">{said}</span> }}
            />
          ) : (
            words.waiting
          )}
        </span>
        <Cap />
      </p>
      <span class={`cost-bar cost-bar-${edited.value}`} aria-hidden="true">
        <i style={{ width: `${Math.min(100, (100 * (now?.median ?? 0)) / capNow())}%` }} />
        <u />
      </span>
      {isOver && (
        <p class="cost-more">
          <Words message={words.overMore} with={{ cost: dollars(now.median), cap: dollars(capNow()) }} as={{ strong }} />
        </p>
      )}
    </section>
  );
}

/** The cap: a number that turns into a field when it is pressed. */
function Cap() {
  const changing = useSignal(false);
  const words = text.value.levers.cost;
  if (!changing.value)
    return (
      <button type="button" class="link cost-cap" title={words.capLabel} onClick={() => (changing.value = true)}>
        {fill(words.cap, { cap: dollars(capNow()) })}
      </button>
    );
  return (
    <input
      type="number"
      class="cost-field"
      aria-label={words.capLabel}
      min={CAPS[0]}
      max={CAPS[1]}
      value={capNow()}
      ref={(field) => field?.focus()}
      onBlur={({ currentTarget: { valueAsNumber } }) => {
        const said = Math.round(valueAsNumber);
        if (said >= CAPS[0] && said <= CAPS[1] && said !== capNow()) capAt(said);
        changing.value = false;
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter' || key === 'Escape') currentTarget.blur();
      }}
    />
  );
}
