/** Ingredients whose level changes over the years: a row for each year at which it changes, and a line that shows the steps. */
import { useSignal } from '@preact/signals';
import { fill } from '../../words/index.ts';
import { factsOf, ingredients } from '../controls/facts.ts';
import { read, still, variation } from '../controls/reading.ts';
import { Icon } from '../parts/icon.tsx';
import { changePlan } from '../state/change.ts';
import { text, whole } from '../state/language.ts';
import { atPlace } from '../state/plan.ts';
import { edited, planOf } from '../state/store.ts';
import { type Step, withSchedule, withStep } from './moresteps.ts';
import { NumberInput } from './moretime.tsx';

export function Schedules() {
  const words = text.value.levers.settings.schedules;
  const plan = planOf(edited.value);
  const paths = ingredients.value.map(({ name }) => `ingredients.${name}`);
  const isMoving = (path: string): boolean => ['schedule', 'formula'].includes(variation(plan, path) ?? '');
  return (
    <>
      <p class="setting-more">{words.about}</p>
      {paths.filter(isMoving).map((path) => (
        <Schedule key={path} path={path} />
      ))}
      <Begin paths={paths.filter((path) => !isMoving(path))} />
    </>
  );
}

const change = (path: string, steps: readonly Step[]): void => changePlan((plan) => withSchedule(plan, path, steps));

/** Lets one more ingredient change: in the middle of the years, to be moved from there. */
function Begin({ paths }: { readonly paths: readonly string[] }) {
  const words = text.value.levers.settings.schedules;
  const chosen = useSignal('');
  const path = paths.includes(chosen.value) ? chosen.value : paths[0];
  if (path === undefined) return null;
  const begin = (): void => {
    const plan = planOf(edited.value);
    const level = Number(read(plan, path));
    change(path, [
      { year: 0, level },
      { year: Math.max(1, Math.round(plan.years / 3)), level: Math.min(1, level + 0.2) },
    ]);
  };
  return (
    <p class="setting-line">
      <select aria-label={words.choose} value={path} onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}>
        {paths.map((one) => (
          <option key={one} value={one}>
            {factsOf(one)!.label}
          </option>
        ))}
      </select>
      <button type="button" class="button" onClick={begin}>
        {words.add}
      </button>
    </p>
  );
}

function Schedule({ path }: { readonly path: string }) {
  const words = text.value.levers.settings.schedules;
  const said = atPlace(planOf(edited.value), path);
  const { label } = factsOf(path)!;
  return (
    <fieldset class="schedule" data-path={path}>
      <legend>{label}</legend>
      {typeof said === 'string' ? (
        <p>
          {words.formula} <code>{said}</code>
        </p>
      ) : (
        <Steps path={path} steps={said as readonly Step[]} />
      )}
      <button type="button" class="link" onClick={() => still(path)}>
        {words.one}
      </button>
    </fieldset>
  );
}

function Steps({ path, steps }: { readonly path: string; readonly steps: readonly Step[] }) {
  const words = text.value.levers.settings.schedules;
  const { years } = planOf(edited.value);
  const last = steps.at(-1)!;
  return (
    <>
      <StepLine path={path} steps={steps} />
      <ul>
        {steps.map((step) => (
          <li key={step.year} class="schedule-step">
            <NumberInput
              label={words.year}
              value={step.year}
              low={0}
              high={years}
              set={(year) => change(path, withStep(steps, step, { ...step, year }))}
            />
            <NumberInput
              label={words.level}
              value={Math.round(100 * step.level)}
              low={0}
              high={100}
              set={(level) => change(path, withStep(steps, step, { ...step, level: level / 100 }))}
            />
            <button
              type="button"
              class="button quiet"
              disabled={steps.length < 2}
              aria-label={fill(words.removeStep, { year: step.year })}
              onClick={() => change(path, withStep(steps, step, null))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button"
        disabled={last.year >= years}
        onClick={() => change(path, withStep(steps, null, { year: Math.floor(last.year) + 1, level: last.level }))}
      >
        <Icon name="plus" />
        {words.addStep}
      </button>
    </>
  );
}

/** Pixels of the drawing. */
const WIDE = 280;
const HIGH = 56;

function StepLine({ path, steps }: { readonly path: string; readonly steps: readonly Step[] }) {
  const words = text.value.levers.settings.schedules;
  const { years } = planOf(edited.value);
  const x = (year: number): number => (WIDE * Math.min(year, years)) / years;
  const y = (level: number): number => HIGH * (1 - level);
  const line = steps.map(({ year, level }, i) => `${i === 0 ? 'M' : 'H'}${x(year)}${i === 0 ? ' ' : 'V'}${y(level)}`).join('');
  const said = steps.map(({ year, level }) => fill(words.step, { level: whole(100 * level), year }));
  return (
    <svg
      class="schedule-line"
      viewBox={`-2 -2 ${WIDE + 4} ${HIGH + 4}`}
      role="img"
      aria-label={fill(words.drawn, { label: factsOf(path)!.label, steps: said.join(', ') })}
    >
      <path class="schedule-axis" d={`M0 0V${HIGH}H${WIDE}`} />
      <path class="schedule-level" d={`${line}H${WIDE}`} />
    </svg>
  );
}
