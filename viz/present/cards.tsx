/** On paper: a card for each role, with its tokens, what it may spend them on, and room for what it decides and guesses. */
import { fill } from '../../words/index.ts';
import { ingredients } from '../controls/facts.ts';
import { levelSaid } from '../controls/said.ts';
import { count } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { plans } from '../state/store.ts';
import { levelWith } from './plans.ts';
import { type Role, roles } from './roles.ts';
import { rounds } from './script.ts';

export const Cards = () => (
  <div class="present-cards">
    {roles.map((role) => (
      <Card key={role.name} role={role} />
    ))}
  </div>
);

function Card({ role }: { readonly role: Role }) {
  const words = panelText.value.present;
  return (
    <article>
      <h2>{words.roles[role.name]}</h2>
      <p>{count(words.cards.tokens, role.tokens)}</p>
      <dl>
        {role.ingredients.map((name) => {
          const { label, definition } = ingredients.value.find((one) => one.name === name)!;
          return (
            <div key={name}>
              <dt>{fill(words.tokens.level, { label, level: levelSaid(levelWith(plans.value.a, name, 0)) })}</dt>
              <dd>{definition}</dd>
              <dd class="present-line-to-fill">{words.cards.here}</dd>
            </div>
          );
        })}
      </dl>
      <p>{words.cards.guesses}</p>
      <ul>
        {rounds.map((name) => (
          <li key={name} class="present-line-to-fill">
            {words.debrief.rounds[name]}
          </li>
        ))}
      </ul>
    </article>
  );
}
