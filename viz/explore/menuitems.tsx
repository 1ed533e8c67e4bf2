/** What the menu holds. */
import { useRef } from 'preact/hooks';
import { languages } from '../../words/index.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { place, redo, replay, undo } from '../state/address.ts';
import { openFile, saveFile } from '../state/files.ts';
import { keep } from '../state/kept.ts';
import { language, speak, text } from '../state/language.ts';
import { edited, panel, type Theme, theme, themes } from '../state/store.ts';

export function MenuItems() {
  const words = text.value.shell;
  const { at, last } = place.value;
  return (
    <>
      <div class="menu-row">
        <Deed icon="undo" label={words.undo} disabled={at === 0} act={undo} />
        <Deed icon="redo" label={words.redo} disabled={at >= last} act={redo} />
        <Deed icon="again" label={words.replay} disabled={at === 0} act={replay} />
      </div>
      <Choice
        label={words.theme.label}
        value={theme.value}
        set={(name) => {
          theme.value = name as Theme;
          keep('look', name);
        }}
        of={themes.map((name) => [name, words.theme[name]])}
      />
      <Choice
        label={words.language}
        value={language.value}
        set={(tag) => {
          void speak(tag);
          keep('language', tag);
        }}
        of={Object.entries(languages).map(([tag, { name }]) => [tag, name])}
      />
      <Deed icon="map" label={words.systems} leaves act={() => (panel.value = { kind: 'systems' })} />
      <FileInput />
      <Deed icon="download" label={words.save} leaves act={saveFile} />
    </>
  );
}

interface DeedProps {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  /** Whether the menu goes away with it. */
  readonly leaves?: boolean;
  readonly act: () => void;
}

const Deed = ({ icon, label, disabled = false, leaves = false, act }: DeedProps) => (
  <button
    type="button"
    class="button quiet"
    disabled={disabled}
    {...(leaves && { popovertarget: 'menu', popovertargetaction: 'hide' })}
    onClick={act}
  >
    <Icon name={icon} />
    {label}
  </button>
);

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly of: readonly (readonly [value: string, label: string])[];
  readonly set: (value: string) => void;
}

const Choice = ({ label, value, of, set }: ChoiceProps) => (
  <label class="menu-choice">
    <span>{label}</span>
    <select value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
      {of.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

/** Opens a scenario file as the plan being edited. */
function FileInput() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Deed icon="open" label={text.value.shell.open} leaves act={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        accept=".json,.yaml,.yml"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void openFile(file, edited.value);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
