/** Where the selected event happens: everywhere, in a region or district, or at the school that its plan names. */
import { changePlan } from '../state/change.ts';
import { eventWhere, named } from '../state/named.ts';
import { panelText } from '../state/paneltext.ts';
import { edited, ground, planOf } from '../state/store.ts';
import { placedEvent } from './planevents.ts';

/** More districts than this are no list to choose from. */
const MOST = 400;

export function EventPlace({ at }: { readonly at: number }) {
  const words = panelText.value.choosing.events;
  const event = planOf(edited.value).events?.[at];
  const places = named.value?.events.find(({ kind }) => kind === event?.kind)?.places ?? [];
  if (!event || places.length === 0) return null;
  const { regionNames, districtNames } = ground.value;
  const groups = [
    { place: 'region', label: words.regions, names: regionNames.length > 1 ? regionNames : [] },
    { place: 'district', label: words.districts, names: districtNames.length <= MOST ? districtNames : [] },
  ] as const;
  const [place] = places.filter((one) => event[one] !== undefined);
  return (
    <select
      class="timeline-where"
      aria-label={words.where}
      value={place === undefined ? '' : `${place} ${event[place]}`}
      onChange={({ currentTarget: { value } }) => {
        const [kind, number] = value.split(' ');
        changePlan((plan) => placedEvent(plan, at, kind === '' ? {} : { [kind]: Number(number) }));
      }}
    >
      <option value="">{words.everywhere}</option>
      {event.school !== undefined && <option value={`school ${event.school}`}>{eventWhere(event).slice(2)}</option>}
      {groups.map(
        ({ place: kind, label, names }) =>
          names.length > 0 &&
          places.some((one) => one === kind) && (
            <optgroup key={kind} label={label}>
              {names.map((name, i) => (
                <option key={i} value={`${kind} ${i}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          ),
      )}
    </select>
  );
}
