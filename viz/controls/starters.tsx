/** Starter questions: a way in for whoever does not know yet what to move. */
import { first } from '../first/index.ts';
import { Icon } from '../parts/icon.tsx';
import { begin } from '../state/change.ts';
import { text } from '../state/language.ts';
import { plans } from '../state/store.ts';
import { planOfSide, type Question, questions } from './questions.ts';

/** The question's plans, on the schools that are on the map. */
function ask({ a, b }: Question): void {
  const base = { ...first.plan, system: plans.value.a.system };
  const words = text.value.levers.starters;
  begin(planOfSide(base, a, words), planOfSide(base, b, words));
}

export function Starters() {
  const words = text.value.levers.starters;
  return (
    <section class="starters">
      <h3 class="levers-head">{words.title}</h3>
      <ul>
        {questions.map((question) => (
          <li key={question.message}>
            <button type="button" onClick={() => ask(question)}>
              <Icon name="right" />
              {words[question.message]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
