/** Who has chosen a rollout: regions and districts from a list, schools of a network by their names. */
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { fill, schoolName } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { changePlan } from '../state/change.ts';
import { count } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { edited, ground, planOf } from '../state/store.ts';
import {
  type Chosen,
  choosers,
  freeRegions,
  taken,
  takenDistricts,
  type Who,
  withChooser,
  withoutChooser,
} from './morechosen.ts';

/** Names that are listed at most. */
const MOST_LISTED = 60;
/** Names that are offered at most while one is typed. */
const MOST_OFFERED = 12;

interface ChoosersProps {
  /** The rollout's place in the plan's list. */
  readonly at: number;
  readonly chosen: Chosen;
}

const join = (at: number, who: Who, place: number): void => changePlan((plan) => withChooser(plan, at, who, place));

/** Districts, with one more from those that have not chosen yet. */
export function Districts({ at, chosen }: ChoosersProps) {
  const { districtNames } = ground.value;
  const done = takenDistricts(planOf(edited.value), ground.value);
  const free = districtNames.flatMap((_, d) => (done.has(d) ? [] : [d]));
  return <Listed at={at} chosen={chosen} who="districts" names={districtNames} free={free} />;
}

/** Regions, where there are any, with one more from those none of whose districts has chosen yet. */
export function Regions({ at, chosen }: ChoosersProps) {
  const { regionNames } = ground.value;
  if (regionNames.length < 2) return null;
  return (
    <Listed at={at} chosen={chosen} who="regions" names={regionNames} free={freeRegions(planOf(edited.value), ground.value)} />
  );
}

interface ListedProps extends ChoosersProps {
  readonly who: 'regions' | 'districts';
  readonly names: readonly string[];
  /** Places of those that can still choose. */
  readonly free: readonly number[];
}

function Listed({ at, chosen, who, names, free }: ListedProps) {
  const words = panelText.value.choosing;
  const said = words.who[who];
  const wanted = useSignal(-1);
  const field = useRef<HTMLSelectElement>(null);
  const next = free.includes(wanted.value) ? wanted.value : free[0];
  return (
    <div class="choosers">
      <span>{said.all}</span>
      <Places at={at} chosen={chosen} who={who} nameOf={(place) => names[place]} after={() => field.current?.focus()} />
      {next !== undefined && (
        <p class="setting-line">
          <select
            ref={field}
            aria-label={said.one}
            value={next}
            onChange={({ currentTarget }) => (wanted.value = Number(currentTarget.value))}
          >
            {free.map((place) => (
              <option key={place} value={place}>
                {names[place]}
              </option>
            ))}
          </select>
          <button type="button" class="button" onClick={() => join(at, who, next)}>
            {said.add}
          </button>
        </p>
      )}
    </div>
  );
}

/** Schools, with one more by its name. */
export function NetworkSchools({ at, chosen }: ChoosersProps) {
  const words = panelText.value.choosing;
  const typed = useSignal('');
  const isUnknown = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const { schoolCount, schoolNames } = ground.value;
  const nameOf = (s: number): string => schoolName(s, schoolNames);
  const others = taken(planOf(edited.value), 'schools');
  const looked = typed.value.trim().toLowerCase();
  const find = (isIt: (name: string) => boolean, most: number): readonly number[] => {
    const found: number[] = [];
    for (let s = 0; s < schoolCount && found.length < most; s++)
      if (!others.has(s) && isIt(nameOf(s).toLowerCase())) found.push(s);
    return found;
  };
  const add = (): void => {
    const [school] = find((name) => name === looked, 1);
    isUnknown.value = school === undefined;
    if (school === undefined) return;
    typed.value = '';
    join(at, 'schools', school);
  };
  return (
    <div class="choosers">
      <span>{words.schools}</span>
      <Places
        at={at}
        chosen={chosen}
        who="schools"
        nameOf={(s) => (s < schoolCount ? nameOf(s) : undefined)}
        after={() => field.current?.focus()}
      />
      <p class="setting-line">
        <input
          ref={field}
          type="text"
          list={list}
          aria-label={words.school}
          placeholder={words.school}
          aria-invalid={isUnknown.value}
          value={typed.value}
          onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
          onKeyDown={({ key }) => key === 'Enter' && looked !== '' && add()}
        />
        <datalist id={list}>
          {looked !== '' && find((name) => name.includes(looked), MOST_OFFERED).map((s) => <option key={s} value={nameOf(s)} />)}
        </datalist>
        <button type="button" class="button" disabled={looked === ''} onClick={add}>
          {words.addSchool}
        </button>
        {isUnknown.value && <small role="alert">{words.unknown}</small>}
      </p>
    </div>
  );
}

interface PlacesProps extends ChoosersProps {
  readonly who: Who;
  /** Undefined for a place that is not among the schools on the map. */
  readonly nameOf: (place: number) => string | undefined;
  /** What has the focus once one is taken out. */
  readonly after: () => void;
}

/** Those who have chosen, each with a way out; the last one of a rollout stays. */
function Places({ at, chosen, who, nameOf, after }: PlacesProps) {
  const words = panelText.value.choosing;
  const places = chosen[who] ?? [];
  if (places.length === 0) return null;
  return (
    <ul class="places">
      {places.slice(0, MOST_LISTED).map((place) => {
        const name = nameOf(place) ?? fill(words.place, { n: place + 1 });
        return (
          <li key={place}>
            {name}
            {choosers(chosen) > 1 && (
              <button
                type="button"
                class="button quiet"
                aria-label={fill(words.leave, { name })}
                onClick={() => {
                  changePlan((plan) => withoutChooser(plan, at, who, place));
                  after();
                }}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        );
      })}
      {places.length > MOST_LISTED && <li>{count(words.more, places.length - MOST_LISTED)}</li>}
    </ul>
  );
}
