/** The sentence, what it is about, and how far the study has come. */
import { useComputed } from '@preact/signals';
import type { MattersAnswer } from '../../study/questions/answer.ts';
import { fill, segments } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Spoken } from '../parts/spoken.tsx';
import { Segments } from '../parts/words.tsx';
import { ask, edit, goTo } from '../state/change.ts';
import { count, filled, whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { outcomes } from '../state/outcomes.ts';
import { panelText } from '../state/paneltext.ts';
import type { PlanId } from '../state/plan.ts';
import { comparing, edited, lastYear, planIds } from '../state/store.ts';
import { matters } from './answers.ts';
import { about, outcome, yearAsked } from './asking.ts';
import { file, lookAtColumn } from './file.ts';
import { halted, paused, progress, restart } from './running.ts';

export function Head() {
  const said = useComputed(() => segments(sayingNow()));
  return (
    <section class="matters-head">
      <p class="saying" id="saying" tabIndex={-1}>
        <Segments of={said.value} as={{ strong: (label) => <strong>{label}</strong> }} />
      </p>
      <Spoken of={said} quiet={QUIET} />
      <div class="matters-asked">
        {file.value ? (
          <ColumnChoice />
        ) : (
          <>
            {comparing.value && <PlanChoice />}
            <OutcomeChoice />
            <YearChoice />
          </>
        )}
      </div>
      {file.value ? <FileLine /> : <ProgressLine />}
    </section>
  );
}

/** From here on an effect is more than a first look: every point of the fraction has been run. */
export const isRough = ({ pointCount, method }: Pick<MattersAnswer, 'pointCount' | 'method'>): boolean =>
  !file.value && method === 'fraction' && pointCount < 256;

/** The message of the sentence, filled. */
function sayingNow(): string {
  const words = panelText.value.matters;
  const { answer } = matters.value;
  if (!answer) return words.working;
  if (!answer.ok) return answer.why;
  const clear = answer.inputs.filter(({ isBeyondNoise }) => isBeyondNoise);
  const topic = file.value ? about.value.label : words.topics[outcome.value.name];
  const n = whole(answer.pointCount * answer.replicates);
  const [first, second] = answer.inputs;
  const { saying } = words;
  if (isRough(answer) && second) return filled(saying.rough, { n, topic, first: first.label, second: second.label });
  if (clear.length === 0) return filled(saying.none, { n, topic });
  if (clear.length === 1) return filled(saying.one, { n, topic, first: clear[0].label });
  const last = answer.inputs[answer.inputs.length - 1];
  return filled(saying.both, { n, topic, first: clear[0].label, second: clear[1].label, last: last.label });
}

/** Milliseconds without a change before the sentence is spoken. */
const QUIET = 1500;

const OutcomeChoice = () => (
  <label class="matters-choice">
    <span>{panelText.value.matters.outcome}</span>
    <select value={outcome.value.name} onChange={({ currentTarget }) => ask(currentTarget.value as typeof outcome.value.name)}>
      {outcomes.map(({ name }) => (
        <option key={name} value={name}>
          {panelText.value.matters.outcomes[name]}
        </option>
      ))}
    </select>
  </label>
);

function YearChoice() {
  const words = panelText.value.matters;
  const years = Array.from({ length: lastYear.value }, (_, i) => i + 1);
  return (
    <label class="matters-choice">
      <span>{words.year}</span>
      <select value={yearAsked.value} onChange={({ currentTarget }) => goTo(Number(currentTarget.value))}>
        {years.map((year) => (
          <option key={year} value={year}>
            {fill(words.yearOption, { year: whole(year) })}
          </option>
        ))}
      </select>
    </label>
  );
}

const PlanChoice = () => (
  <label class="matters-choice">
    <span>{panelText.value.matters.plan}</span>
    <select value={edited.value} onChange={({ currentTarget }) => edit(currentTarget.value as PlanId)}>
      {planIds.value.map((id) => (
        <option key={id} value={id}>
          {planName(id)}
        </option>
      ))}
    </select>
  </label>
);

const ColumnChoice = () => (
  <label class="matters-choice">
    <span>{panelText.value.matters.outcome}</span>
    <select value={about.value.name} onChange={({ currentTarget }) => lookAtColumn(currentTarget.value)}>
      {file.value?.table.outcomes.map(({ name, label }) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </select>
  </label>
);

function FileLine() {
  const words = panelText.value.matters;
  if (!file.value) return null;
  const { name, table } = file.value;
  const n = table.pointCount * table.replicates;
  return (
    <p class="matters-progress">
      <span>{fill(words.progress.file, { n: whole(n), points: whole(table.pointCount), name })}</span>
      <button type="button" class="button quiet" onClick={() => (file.value = null)}>
        <Icon name="undo" />
        {words.tools.back}
      </button>
    </p>
  );
}

/** Seconds as somebody would say them. */
function leftSaid(seconds: number): string {
  const { seconds: few, minutes } = panelText.value.matters.progress;
  return seconds < 90 ? count(few, Math.max(5, 5 * Math.ceil(seconds / 5))) : count(minutes, Math.round(seconds / 60));
}

function ProgressLine() {
  const words = panelText.value.matters.progress;
  const { done, all, left } = progress.value;
  const isDone = all > 0 && done >= all;
  const said = ((): string => {
    const numbers = { done: whole(done), all: whole(all) };
    if (halted.value) return fill(words.stopped, { why: halted.value });
    if (all === 0 || done === 0 || !Number.isFinite(left)) return words.starting;
    if (isDone) return fill(words.done, numbers);
    if (paused.value) return fill(words.paused, numbers);
    const { answer } = matters.value;
    const rough = answer?.ok === true && isRough(answer);
    return fill(rough ? words.rough : words.running, { ...numbers, left: leftSaid(left) });
  })();
  return (
    <p class="matters-progress">
      <progress max={Math.max(1, all)} value={done} aria-label={words.bar} />
      <span>{said}</span>
      {halted.value ? (
        <button type="button" class="button quiet" onClick={() => void restart()}>
          <Icon name="again" />
          {words.again}
        </button>
      ) : (
        !isDone && (
          <button type="button" class="button quiet" onClick={() => (paused.value = !paused.value)}>
            <Icon name={paused.value ? 'play' : 'pause'} />
            {paused.value ? words.goOn : words.pause}
          </button>
        )
      )}
    </p>
  );
}
