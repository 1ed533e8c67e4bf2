/** Whose schools the plans are on: made up, made up with the statistics of a real system, or from a file. */
import './systems.css';
import { useSignal } from '@preact/signals';
import { fill } from '../../words/index.ts';
import type { Catalogue } from '../../workers/index.ts';
import { Panel } from '../parts/panel.tsx';
import { moving } from '../state/grounds.ts';
import { count, whole } from '../state/language.ts';
import { moveTo, notMade } from '../state/moveto.ts';
import { named } from '../state/named.ts';
import { own } from '../state/own.ts';
import { panelText } from '../state/paneltext.ts';
import { panel, plans } from '../state/store.ts';
import { SchoolsOfOwn } from './systemsown.tsx';
import { MOST_SCHOOLS } from './systemsread.ts';

type Preset = Catalogue['presets'][number];

/** Schools of a large system that stand on the map where nobody says otherwise: as many as can be told apart. */
const SAMPLE = 400;
/** Systems above this are sampled. */
const WHOLE = 1000;
const SIZES = [100, 200, SAMPLE, WHOLE, 2000, 5000, MOST_SCHOOLS];

export function Systems() {
  const words = panelText.value.systems;
  const [first, ...others] = named.value?.presets ?? [];
  return (
    <Panel kind="systems" title={words.title}>
      <p class="systems-intro">{words.intro}</p>
      <p class="systems-moving" role="status">
        {moving.value && words.moving}
        {notMade.value !== null && fill(words.notMade, { why: notMade.value })}
      </p>
      <div class="systems">
        <section>
          {first && (
            <>
              <h3>{words.madeUp}</h3>
              <ul class="systems-cards">
                <Card preset={first} />
              </ul>
            </>
          )}
          <h3>{words.statistics}</h3>
          <ul class="systems-cards">
            {others.map((preset) => (
              <Card key={preset.name} preset={preset} />
            ))}
          </ul>
        </section>
        <SchoolsOfOwn />
      </div>
    </Panel>
  );
}

/** The preset and the sample that the plans are on, where they are on one. */
function inUse(): { readonly preset: string; readonly sample: number } | null {
  const { system } = plans.value.a;
  return !own.value && 'preset' in system ? { preset: system.preset, sample: system.sample ?? 1 } : null;
}

function Card({ preset }: { readonly preset: Preset }) {
  const { name, label, about, schools, regions } = preset;
  const words = panelText.value.systems;
  const now = inUse();
  const isNow = now?.preset === name;
  const size = useSignal(isNow ? Math.round(now.sample * schools) : schools > WHOLE ? SAMPLE : Math.round(schools));
  const isSample = size.value < schools;
  const use = async (): Promise<void> => {
    const sample = isSample && { sample: size.value / schools };
    if (await moveTo({ preset: name, ...sample, ...(regions > 1 && { statistics: { regions } }) }, null)) panel.value = null;
  };
  const isSame = isNow && Math.round(now.sample * schools) === size.value;
  return (
    <li class={isSame ? 'systems-card systems-card-now' : 'systems-card'}>
      <h4>{label}</h4>
      <p>{about}</p>
      <p class="systems-count">
        {isSample
          ? fill(words.sampled, { n: whole(size.value), all: whole(schools) })
          : count(words.schools, Math.round(schools))}
        {size.value > 2 * WHOLE && ` ${words.slow}`}
      </p>
      <div class="systems-deeds">
        {schools > WHOLE && <SizeChoice preset={preset} size={size.value} set={(to) => (size.value = to)} />}
        <button
          type="button"
          class="button"
          aria-label={isSame ? undefined : fill(words.useLabel, { label })}
          disabled={isSame || moving.value}
          onClick={() => void use()}
        >
          {isSame ? words.current : words.use}
        </button>
      </div>
    </li>
  );
}

interface SizeChoiceProps {
  readonly preset: Preset;
  readonly size: number;
  readonly set: (size: number) => void;
}

/** How many schools of a large system are made: some sizes, and all of them where a page can run them. */
function SizeChoice({ preset: { label, schools }, size, set }: SizeChoiceProps) {
  const sizes = [
    ...new Set([...SIZES.filter((n) => n < schools), ...(schools <= MOST_SCHOOLS ? [Math.round(schools)] : []), size]),
  ];
  return (
    <label class="systems-size">
      <span>{panelText.value.systems.sample}</span>
      <select
        value={size}
        aria-label={`${panelText.value.systems.sample}: ${label}`}
        onChange={({ currentTarget }) => set(Number(currentTarget.value))}
      >
        {sizes
          .sort((a, b) => a - b)
          .map((n) => (
            <option key={n} value={n}>
              {whole(n)}
            </option>
          ))}
      </select>
    </label>
  );
}
