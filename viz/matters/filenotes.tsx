/** What became of files of results: being read, or refused in words. */
import { fill } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { text } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { reading, refused } from './file.ts';

/** Problems that are shown of a file. */
const SHOWN = 5;

export const FileNotes = () => (
  <>
    {reading.value && (
      <p class="notice" role="status">
        {fill(panelText.value.matters.tools.reading, { name: reading.value })}
      </p>
    )}
    <Refused />
  </>
);

function Refused() {
  const words = panelText.value.matters.tools;
  if (!refused.value) return null;
  const { name, problems } = refused.value;
  return (
    <div class="notice bad" role="status">
      <p>
        <strong>{fill(words.refused, { name })}</strong>
      </p>
      <ul>
        {problems.slice(0, SHOWN).map(({ path, message }) => (
          <li key={path + message}>
            {path && path !== name ? `${path}: ` : ''}
            {message}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <p>{fill(words.more, { n: problems.length - SHOWN })}</p>}
      <button type="button" class="button quiet" onClick={() => (refused.value = null)}>
        <Icon name="close" />
        {text.value.shell.link.away}
      </button>
    </div>
  );
}
