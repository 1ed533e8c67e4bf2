/** How to read a school: each state as the map draws it, and its words. */
import { text } from '../state/language.ts';
import { ground } from '../state/store.ts';
import { Glyph, Marks } from './glyph.tsx';
import { landOf } from './land.ts';
import { differenceMarks } from './marks.ts';
import { detailed } from './sheet.tsx';
import './map.css';

/** The legend of the map, of only the states that tell most where they are to be `few`, or with `difference` of the map that sets two plans against each other. */
export function MapLegend({ difference = false, few = false }: { readonly difference?: boolean; readonly few?: boolean }) {
  const words = text.value.map;
  return (
    <ul class="map-legend" aria-label={difference ? words.difference.legend : words.legend.label}>
      {difference ? <Differences /> : <States few={few} />}
      {landOf(ground.value).poorer.length > 0 && <Poorer />}
    </ul>
  );
}

const SIZE = 19;

function States({ few }: { readonly few: boolean }) {
  const words = text.value.map.legend;
  const all = [
    { stage: 'none', owned: false, word: words.none },
    { stage: 'name', owned: false, word: words.name },
    { stage: 'high', owned: false, word: words.part },
    { stage: 'well', owned: false, word: words.well, means: words.wellMeans },
    { stage: 'well', owned: true, word: words.owned },
    { stage: 'stopped', owned: false, word: words.stopped },
  ] as const;
  const main = [all[0], { stage: 'high', owned: false, word: words.uses }, all[3], all[5]] as const;
  const rows = detailed.value && !few ? all : main;
  return (
    <>
      {rows.map(({ word, ...state }) => (
        <li key={word} title={'means' in state ? state.means : undefined}>
          <Glyph state={state} size={SIZE} />
          {word}
        </li>
      ))}
      <li>
        <svg class="glyph map-legend-plain" width="30" height="18" viewBox="0 0 30 18" aria-hidden="true">
          <circle cx="5" cy="12" r="3" />
          <circle cx="20" cy="9.5" r="6.5" />
        </svg>
        {words.pupils}
      </li>
    </>
  );
}

function Differences() {
  const words = text.value.map.difference;
  const rows = [
    { depth: 0.4, word: words.a },
    { depth: -0.4, word: words.b },
    { depth: 0, word: words.same },
  ];
  return (
    <>
      {rows.map(({ depth, word }) => (
        <li key={word}>
          <Marks marks={differenceMarks(depth, 6)} width={16} height={18} />
          {word}
        </li>
      ))}
      <li>{words.size}</li>
    </>
  );
}

function Poorer() {
  const words = text.value.map.legend;
  return (
    <li class="map-legend-poorer" title={words.poorerMeans}>
      <svg class="glyph" width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">
        <rect class="map-legend-land" x="0.5" y="0.5" width="19" height="13" rx="2" />
        <path class="map-legend-stripe" d="M2 12 12 2M9 12.5 18.5 3" />
      </svg>
      {words.poorer}
    </li>
  );
}
