/** A panel over Explore: a heading, a way to close it (button or Escape), and the focus while it is open. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../state/language.ts';
import { panel } from '../state/store.ts';
import { giveBack } from './giveback.ts';
import { Icon } from './icon.tsx';

interface PanelProps {
  /** Its class, for width and place. */
  readonly kind: string;
  readonly title: ComponentChildren;
  /** Buttons beside the closing one. */
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Panel({ kind, title, tools, children }: PanelProps) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    section.current?.focus();
    return () => {
      // A frame later: what lay under the panel can take the focus only once it is shown again.
      requestAnimationFrame(() => {
        if (panel.peek() === null) giveBack(before);
      });
    };
  }, []);
  return (
    <section
      ref={section}
      class={`panel panel-${kind}`}
      tabIndex={-1}
      aria-labelledby={`panel-${kind}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') panel.value = null;
      }}
    >
      <header class="panel-head">
        <h2 id={`panel-${kind}`}>{title}</h2>
        {tools}
        <button type="button" class="button quiet" aria-label={text.value.shell.close} onClick={() => (panel.value = null)}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </section>
  );
}
