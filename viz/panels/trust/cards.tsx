/** What it is good for and what not, and what has been checked, what has not, and what is left out. */
import { Words } from '../../parts/words.tsx';
import { panelText } from '../../state/paneltext.ts';

export function Uses() {
  const { good, bad } = panelText.value.trust;
  return (
    <div class="trust-uses">
      {[good, bad].map(({ title, items }) => (
        <div key={title} class={items === bad.items ? 'bad' : 'good'}>
          <h3>{title}</h3>
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** Brings the first number that can be changed into view, ready to be changed. */
function firstNumber(): void {
  document.querySelector<HTMLInputElement>('.trust-lines input')?.focus();
}

export function Cards() {
  const { checked, unchecked, left, yours } = panelText.value.trust.cards;
  return (
    <div class="trust-cards">
      {[checked, unchecked, left].map((card) => (
        <div key={card.title}>
          <h3>{card.title}</h3>
          <p>{card.text}</p>
        </div>
      ))}
      <div>
        <h3>{yours.title}</h3>
        <p>
          <Words
            message={yours.text}
            as={{
              change: (said) => (
                <button type="button" class="link" onClick={firstNumber}>
                  {said}
                </button>
              ),
            }}
          />
        </p>
      </div>
    </div>
  );
}
