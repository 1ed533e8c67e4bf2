/** Two clicks from What matters to the plan: a setting of it at another level, and Explore with what becomes of that. */
import { useEffect, useRef } from 'preact/hooks';
import { fill } from '../../words/index.ts';
import { factsOf } from '../controls/facts.ts';
import { departure, read } from '../controls/reading.ts';
import { levelSaid } from '../controls/said.ts';
import { Icon } from '../parts/icon.tsx';
import { changePlan, visit } from '../state/change.ts';
import { text } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { edited, planOf } from '../state/store.ts';
import { mixed, STRONG, WEAK } from './varied.ts';

const LEVELS = [WEAK, 0.5, STRONG] as const;

/** Puts settings of the plan at levels and shows what becomes of it. */
export function tryLevels(levels: Readonly<Record<string, number>>): void {
  changePlan((plan) => mixed(plan, levels));
  visit('explore');
}

export function TryIt({ path, close }: { readonly path: string; readonly close: () => void }) {
  const words = panelText.value.matters.moves;
  const facts = factsOf(path);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector<HTMLElement>('button')?.focus(), [path]);
  if (!facts) return null;
  const now = Number(read(planOf(edited.value), path, departure()));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from what is inside
    <div
      ref={group}
      class="matters-try"
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <span id="matters-try">{fill(words.tryIt, { label: facts.label, now: levelSaid(now) })}</span>
      {LEVELS.map((level) => (
        <button
          key={level}
          type="button"
          class="button"
          aria-describedby="matters-try"
          onClick={() => tryLevels({ [path]: level })}
        >
          {levelSaid(level)}
        </button>
      ))}
      <button type="button" class="button quiet" aria-label={text.value.shell.close} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  );
}
