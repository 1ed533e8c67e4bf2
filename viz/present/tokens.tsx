/** Below the picture: who holds how many tokens, where they lie, and what is spent of all. */
import { fill } from '../../words/index.ts';
import { levelSaid } from '../controls/said.ts';
import { Icon } from '../parts/icon.tsx';
import { count, text, whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { plans } from '../state/store.ts';
import { give, phase, spend, table } from './deeds.ts';
import { purse } from './keys.ts';
import { levelWith } from './plans.ts';
import { labelOf } from './question.tsx';
import { allTokens, heldBy, leftTo, type Role, roles, spentBy, spentByAll } from './roles.ts';
import { rounds } from './script.ts';

/** Tokens are laid while the room predicts what they will do. */
const isOpen = (): boolean => table.value.round >= rounds.indexOf('budget') && phase.value === 'predict';

export function Tokens() {
  const words = panelText.value.present;
  const spent = spentByAll(table.value);
  return (
    <footer class="present-tokens">
      <ul aria-label={words.tokens.label}>
        {roles.map((role) => (
          <li key={role.name}>
            <RoleButton role={role} />
          </li>
        ))}
      </ul>
      <div class="present-spent">
        <p>{fill(words.tokens.spent, { n: whole(spent), all: whole(allTokens) })}</p>
        <div class="present-bar">
          <i style={{ width: `${(100 * spent) / allTokens}%` }} />
        </div>
      </div>
      {isOpen() && purse.value && <Purse role={purse.value} />}
    </footer>
  );
}

function RoleButton({ role }: { readonly role: Role }) {
  const words = panelText.value.present;
  const [held, spent] = [heldBy(table.value, role), spentBy(table.value, role)];
  const name = words.roles[role.name];
  return (
    <button
      type="button"
      disabled={!isOpen()}
      title={isOpen() ? undefined : words.tokens.later}
      aria-expanded={isOpen() && purse.value === role}
      aria-label={fill(words.tokens.role, { role: name, spent: whole(spent), held: whole(held) })}
      onClick={() => (purse.value = purse.value === role ? null : role)}
    >
      {name}
      <span class="present-coins">
        {Array.from({ length: held }, (_, i) => (
          <i key={i} class={i < spent ? 'on' : undefined} />
        ))}
      </span>
    </button>
  );
}

/** What a role can do with its tokens. */
function Purse({ role }: { readonly role: Role }) {
  const words = panelText.value.present;
  const left = leftTo(table.value, role);
  return (
    <section class="present-purse" aria-label={words.roles[role.name]}>
      <h2>
        {words.roles[role.name]}: {count(words.tokens.left, left)}
        <button type="button" class="present-sign" aria-label={text.value.shell.close} onClick={() => (purse.value = null)}>
          <Icon name="close" />
        </button>
      </h2>
      <p>{words.tokens.own}</p>
      <ul>
        {role.ingredients.map((name) => (
          <Ingredient key={name} role={role} name={name} left={left} />
        ))}
      </ul>
      <p class="present-give">
        {words.tokens.give}
        {roles
          .filter((other) => other !== role)
          .map((other) => (
            <button key={other.name} type="button" disabled={left < 1} onClick={() => give(role, other)}>
              {words.roles[other.name]}
            </button>
          ))}
      </p>
    </section>
  );
}

function Ingredient({ role, name, left }: { readonly role: Role; readonly name: string; readonly left: number }) {
  const words = panelText.value.present.tokens;
  const tokens = table.value.spent[name] ?? 0;
  const level = levelWith(plans.value.a, name, tokens);
  const label = labelOf(name);
  const isFull = levelWith(plans.value.a, name, tokens + 1) === level;
  return (
    <li class="present-ingredient">
      <span>{fill(words.level, { label, level: levelSaid(level) })}</span>
      <button
        type="button"
        class="present-sign"
        aria-label={fill(words.less, { label })}
        disabled={tokens < 1}
        onClick={() => spend(role, name, -1)}
      >
        <Icon name="minus" />
      </button>
      <b>{whole(tokens)}</b>
      <button
        type="button"
        class="present-sign"
        aria-label={fill(words.more, { label })}
        disabled={left < 1 || isFull}
        onClick={() => spend(role, name, 1)}
      >
        <Icon name="plus" />
      </button>
    </li>
  );
}
