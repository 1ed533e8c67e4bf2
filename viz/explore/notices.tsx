/** What a person must know before reading on: a stopped engine, a link that could not be read or no longer says the same. */
import type { ComponentChildren } from 'preact';
import { fill } from '../../words/index.ts';
import { first } from '../first/index.ts';
import { AssumptionsNote } from '../panels/trustnote.tsx';
import { opened } from '../state/address.ts';
import { rerun } from '../state/engine.ts';
import { faults } from '../state/files.ts';
import { text, whole } from '../state/language.ts';
import { stayedBehind } from '../state/moveto.ts';
import { panelText } from '../state/paneltext.ts';
import { futures, panel, stopped } from '../state/store.ts';

export const Notices = () => (
  <div role="status">
    <EngineNotice />
    <LinkNotice />
    <FileNotice />
    <PlacesNotice />
    <AssumptionsNote />
  </div>
);

interface NoticeProps {
  readonly bad?: boolean;
  readonly title: string;
  readonly children: ComponentChildren;
}

const Notice = ({ bad = false, title, children }: NoticeProps) => (
  <div class={bad ? 'notice bad' : 'notice'}>
    <strong>{title}</strong> {children}
  </div>
);

function EngineNotice() {
  const words = text.value.shell.engine;
  if (stopped.value === null) return null;
  return (
    <Notice bad title={words.stopped}>
      {fill(words.safe, { n: whole(futures.a.value.runs.length) })} ({stopped.value}){' '}
      <button type="button" class="button" onClick={rerun}>
        {words.again}
      </button>
    </Notice>
  );
}

function LinkNotice() {
  const words = text.value.shell.link;
  const state = opened.value;
  if (!state) return null;
  const away = (
    <button type="button" class="link" onClick={() => (opened.value = null)}>
      {words.away}
    </button>
  );
  switch (state.kind) {
    case 'refused':
      return (
        <Notice bad title={words.refused}>
          {words[state.why]} <span lang="en">{state.problems.slice(0, 3).join('; ')}</span> {words.shown} {away}
        </Notice>
      );
    case 'file':
      return (
        <Notice title={words.file}>
          {fill(words.fileNeeded, { name: state.name, sha256: state.sha256.slice(0, 12) })}{' '}
          <button type="button" class="button" onClick={() => (panel.value = { kind: 'systems' })}>
            {words.chooseFile}
          </button>{' '}
          {away}
        </Notice>
      );
    case 'checking':
      return null;
    case 'matches':
      return (
        <Notice title={words.matches}>
          {words.matchesMore} {away}
        </Notice>
      );
    case 'differs':
      return (
        <Notice bad title={words.differs}>
          {fill(words.differsMore, { model: state.model, now: first.levers.model })} {away}
        </Notice>
      );
  }
}

function PlacesNotice() {
  const { stayed, stayedMore } = panelText.value.systems;
  if (!stayedBehind.value) return null;
  return (
    <Notice title={stayed}>
      {stayedMore}{' '}
      <button type="button" class="link" onClick={() => (stayedBehind.value = false)}>
        {text.value.shell.link.away}
      </button>
    </Notice>
  );
}

function FileNotice() {
  const words = text.value.shell.file;
  const found = faults.value;
  if (!found) return null;
  return (
    <Notice bad title={fill(words.refused, { name: found.name })}>
      <ul>
        {found.problems.slice(0, 8).map(({ path, message }) => (
          <li key={`${path}${message}`} lang="en">
            {path === '' ? message : `${path}: ${message}`}
          </li>
        ))}
      </ul>
      {found.problems.length > 8 && fill(words.more, { n: whole(found.problems.length - 8) })}{' '}
      <button type="button" class="link" onClick={() => (faults.value = null)}>
        {text.value.shell.link.away}
      </button>
    </Notice>
  );
}
