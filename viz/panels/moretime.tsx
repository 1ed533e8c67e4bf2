/** How long the plans run, in what steps, and the luck that they draw. */
import { changeBoth } from '../state/change.ts';
import { text } from '../state/language.ts';
import { stepsPerYear } from '../state/rows.ts';
import { comparing, edited, planOf } from '../state/store.ts';

/** As the scenario format allows. */
const YEARS = [1, 60] as const;
const STEPS = [1, 12] as const;

export function Time() {
  const words = text.value.levers.settings.time;
  const { years } = planOf(edited.value);
  return (
    <>
      <NumberInput
        label={words.years}
        value={years}
        low={YEARS[0]}
        high={YEARS[1]}
        set={(to) => changeBoth((plan) => ({ ...plan, years: to }))}
      />
      <NumberInput
        label={words.steps}
        value={stepsPerYear(edited.value)}
        low={STEPS[0]}
        high={STEPS[1]}
        set={(to) => changeBoth((plan) => ({ ...plan, stepsPerYear: to }))}
      />
      {comparing.value && <p class="setting-more">{words.both}</p>}
      <LuckInput />
      <p class="setting-more">{words.luckMore}</p>
    </>
  );
}

/** Letters that a scenario may draw its luck from. */
const LONGEST = 200;

/** The text that all futures are drawn from: another one is other luck for both plans, and an empty one the luck that plans begin with. */
function LuckInput() {
  const { seed } = planOf(edited.value);
  return (
    <label class="setting-line">
      <span>{text.value.levers.settings.time.luck}</span>
      <input
        type="text"
        maxLength={LONGEST}
        placeholder="1"
        value={seed === undefined ? '' : String(seed)}
        onChange={({ currentTarget }) => {
          const said = currentTarget.value.trim();
          changeBoth(({ seed: _, ...plan }) => (said === '' ? plan : { ...plan, seed: said }));
        }}
      />
    </label>
  );
}

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly set: (to: number) => void;
}

/** A whole number with its name; one out of bounds is brought inside them, and what is no number is put back. */
export const NumberInput = ({ label, value, low, high, set }: NumberInputProps) => (
  <label class="setting-line">
    <span>{label}</span>
    <input
      type="number"
      min={low}
      max={high}
      value={value}
      onChange={({ currentTarget }) => {
        const to = Math.round(currentTarget.valueAsNumber);
        const inside = Number.isFinite(to) ? Math.min(high, Math.max(low, to)) : value;
        currentTarget.value = String(inside);
        if (inside !== value) set(inside);
      }}
    />
  </label>
);
