/** Everything that a plan may choose beside the levers: grouped, and found by their names. */
import './more.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { fill } from '../../words/index.ts';
import { factsOf } from '../controls/facts.ts';
import { departure, read } from '../controls/reading.ts';
import { rolloutName, rolloutOf } from '../controls/rollouts.tsx';
import { Panel } from '../parts/panel.tsx';
import { count, text } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { catalogue, edited, planOf } from '../state/store.ts';
import { Choosing } from './morechoosing.tsx';
import { chosenIn } from './morechosen.ts';
import { groupsOf, type MoreGroup } from './moregroups.ts';
import { Innovations } from './moreinnovations.tsx';
import { SettingRow } from './morerow.tsx';
import { Rules } from './morerules.tsx';
import { Schedules } from './moreschedules.tsx';
import { Time } from './moretime.tsx';

export { SettingRow } from './morerow.tsx';

export function MoreSettings() {
  const query = useSignal('');
  const words = text.value.levers.settings;
  const all = catalogue.value;
  return (
    <Panel kind="more" title={words.title}>
      <p class="more-about">{words.about}</p>
      {all ? (
        <>
          <label class="more-search">
            <span>{words.search}</span>
            <input type="search" value={query.value} onInput={({ currentTarget }) => (query.value = currentTarget.value)} />
          </label>
          <Groups query={query.value.trim().toLowerCase()} />
        </>
      ) : (
        <p>{words.loading}</p>
      )}
    </Panel>
  );
}

/** Whether a setting answers to what is looked for. */
function matches(path: string, query: string): boolean {
  const facts = factsOf(path);
  return [path, facts?.label, facts?.about].some((said) => said?.toLowerCase().includes(query));
}

function Groups({ query }: { readonly query: string }) {
  const words = text.value.levers.settings;
  const groups = groupsOf(catalogue.value!, planOf(edited.value), rolloutOf(edited.value));
  const found = groups.map((group) => ({ ...group, paths: group.paths.filter((path) => matches(path, query)) }));
  const number = found.reduce((sum, { paths }) => sum + paths.length, 0);
  if (query === '')
    return (
      <>
        <Group title={words.groups.ingredients}>
          <Schedules />
        </Group>
        {groups.map((group) => (
          <PathGroup key={group.key} group={group} />
        ))}
        <Group title={words.groups.time}>
          <Time />
        </Group>
        <Group title={words.groups.rules}>
          <Rules />
        </Group>
      </>
    );
  return (
    <>
      <p role="status">{number === 0 ? words.none : count(words.found, number)}</p>
      {found.map((group) => group.paths.length > 0 && <PathGroup key={`${group.key} found`} group={group} open />)}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly note?: string | undefined;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

const Group = ({ title, note, open = false, children }: GroupProps) => (
  <details class="more-group" open={open}>
    <summary>
      {title}
      {note && <small>{note}</small>}
    </summary>
    {children}
  </details>
);

function PathGroup({ group, open = false }: { readonly group: MoreGroup; readonly open?: boolean }) {
  const words = text.value.levers.settings;
  const plan = planOf(edited.value);
  const changed = group.paths.filter((path) => {
    const { quantity } = factsOf(path)!;
    return read(plan, path, departure()) !== (quantity.choices ? quantity.choices[quantity.default] : quantity.default);
  }).length;
  const more = group.name === 'choosing' ? chosenIn(plan).length : 0;
  return (
    <Group title={titleOf(group)} note={changed + more > 0 ? count(words.changed, changed + more) : undefined} open={open}>
      {group.name === 'innovation' ? (
        <Innovations paths={group.paths} />
      ) : group.name === 'choosing' ? (
        <Choosing paths={group.paths} />
      ) : (
        group.paths.map((path) => <SettingRow key={path} path={path} />)
      )}
    </Group>
  );
}

function titleOf({ name, rollout }: MoreGroup): string {
  if (name === 'choosing') return panelText.value.choosing.title;
  return fill(text.value.levers.settings.groups[name], { rollout: rolloutName(rollout) });
}
