/** A fan without a year: one rollout among others, on axes that all of them share. */
import { useComputed } from '@preact/signals';
import type { Band, Results } from '../../sim/index.ts';
import { inHundred, plainText, segments } from '../../words/index.ts';
import { Words } from '../parts/words.tsx';
import { filled, text, whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { bandsOf } from './bands.ts';
import './fan.css';
import { fanTable } from './fantable.ts';
import { Figure } from './figure.tsx';
import { FIRST_SIZE, Frame, groundFor } from './frame.tsx';
import { apart } from './geometry.ts';
import { useSize } from './size.ts';
import { Bands, series } from './spread.tsx';

const said = (name: string, { median, low, high }: Band) => ({
  [name]: whole(inHundred(median)),
  [`${name}Low`]: whole(inHundred(low)),
  [`${name}High`]: whole(inHundred(high)),
});

export function SmallFan({ name, runs }: { readonly name: string; readonly runs: readonly Results[] }) {
  const [room, size] = useSize<HTMLDivElement>({ ...FIRST_SIZE, height: 150 });
  const { years } = runs[0];
  const last = years.length - 1;
  const ground = useComputed(() => groundFor(size.value, years[last], [0, 1]));
  const words = panelText.value.rollouts;
  const [uses, well] = series.map(({ metric }) => bandsOf(runs, metric));
  const fillings = { rollout: name, year: whole(years[last]), ...said('uses', uses[last]), ...said('well', well[last]) };
  const { y, x } = ground.value;
  const heights = apart(y(uses[last].median) + 4, y(well[last].median) + 4, 20, y.range()[0] - 5);
  return (
    <Figure
      class="fan small"
      title={plainText(segments(filled(words.end, fillings)))}
      caption={
        <Words
          message={words.end}
          with={fillings}
          as={{
            uses: (part) => <span class="fan-said fan-uses">{part}</span>,
            well: (part) => <span class="fan-said fan-well">{part}</span>,
          }}
        />
      }
      summary={filled(words.summary, fillings)}
      table={() => fanTable({ runs, map: undefined, year: 0, hidden: false, thin: [] }, text.value)}
      name={name}
      svg={
        <div ref={room} class="fan-room">
          <Frame ground={ground.value} shares={[0, 0.5, 1]} shareText={(share) => whole(100 * share)}>
            {series.map(({ role, metric }) => (
              <Bands key={role} role={role} bands={bandsOf(runs, metric)} years={years} ground={ground.value} />
            ))}
            {series.map(({ role }, i) => (
              <text key={role} class={`chart-label fan-label fan-${role}`} x={x.range()[1] - 4} y={heights[i]} text-anchor="end">
                {text.value.charts[role]}
              </text>
            ))}
          </Frame>
        </div>
      }
    />
  );
}
