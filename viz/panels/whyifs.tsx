/** What if? The same school in the same futures with one thing changed: how often it uses it, and uses it well. */
import { fill } from '../../words/index.ts';
import type { Chart } from '../charts/chart.ts';
import { Figure } from '../charts/figure.tsx';
import { useSize } from '../charts/size.ts';
import { Icon } from '../parts/icon.tsx';
import { Words } from '../parts/words.tsx';
import { heardDone, nextFuture } from '../state/change.ts';
import { whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { wanted } from '../state/store.ts';
import { ALL_FUTURES, type Asked } from './whydata.ts';
import { type Tally, tallyOf } from './whyfacts.ts';

const BAR = 14;
const NARROW = 560;

interface WhatIfsProps {
  readonly asked: readonly Asked[];
  readonly name: string;
  readonly at: number;
  readonly row: number;
}

type Line = Asked & { readonly tally: Tally };

export function WhatIfs({ asked, name, at, row }: WhatIfsProps) {
  const words = panelText.value.why.ifs;
  const [place, size] = useSize<HTMLDivElement>({ width: 790, height: 150 });
  const lines: readonly Line[] = asked.map((one) => ({ ...one, tally: tallyOf(one.runs, row) }));
  const [planned] = lines;
  const futures = Math.min(...lines.map(({ tally }) => tally.futures));
  const narrow = size.value.width < NARROW;
  return (
    <div ref={place} class="why-wide" data-working={lines.length === 0 || futures < ALL_FUTURES}>
      {lines.length > 0 && (
        <Figure
          name={`${name} ${words.title}`}
          title={words.title}
          summary={lines.map((line) => `${words.names[line.name]}: ${said(line)}`).join('. ')}
          table={() => tableOf(lines)}
          caption={
            <>
              <strong>{words.title}</strong>{' '}
              <small>{fill(futures > 0 ? words.about : words.soon, { school: name, year: whole(at), n: whole(futures) })}</small>
            </>
          }
          svg={
            <ul class={narrow ? 'why-ifs why-ifs-narrow' : 'why-ifs'}>
              {lines.map((line) => (
                <WhatIfLine key={line.name} line={line} width={narrow ? size.value.width : size.value.width - 420} />
              ))}
            </ul>
          }
        />
      )}
      {planned && planned.tally.futures > 0 && <Once tally={planned.tally} at={at} />}
    </div>
  );
}

const inHundred = (n: number, { futures }: Tally): number => Math.round((100 * n) / futures);

const said = ({ tally }: Line): string =>
  tally.futures === 0 ? panelText.value.why.ifs.waiting : plain(panelText.value.why.ifs.numbers, tally);

const numbersOf = (tally: Tally) => ({ using: whole(inHundred(tally.using, tally)), well: whole(inHundred(tally.well, tally)) });

/** Without the marks that carry colour. */
const plain = (message: string, tally: Tally): string => fill(message, numbersOf(tally)).replace(/<\/?\w+>/g, '');

function WhatIfLine({ line, width }: { readonly line: Line; readonly width: number }) {
  const words = panelText.value.why.ifs;
  const { name, tally } = line;
  const across = Math.max(0, width);
  const part = (n: number): number => (tally.futures > 0 ? (across * n) / tally.futures : 0);
  return (
    <li>
      <span class={name === 'planned' ? 'why-if-name chart-said why-if-planned' : 'why-if-name chart-said'}>
        {words.names[name]}
      </span>
      <svg width={across} height={BAR + 2} viewBox={`0 0 ${across} ${BAR + 2}`} aria-hidden="true">
        <rect class="why-if-all" x={0} y={1} width={across} height={BAR} />
        <rect class="why-if-using" x={0.5} y={1} width={Math.max(0, part(tally.using) - 1)} height={BAR} />
        <rect class="why-if-well" x={0.5} y={1} width={Math.max(0, part(tally.well) - 1)} height={BAR} />
      </svg>
      <span class="why-if-numbers chart-said">
        {tally.futures > 0 ? <Words message={words.numbers} with={numbersOf(tally)} /> : words.waiting}
      </span>
    </li>
  );
}

/** The next future onto the map. */
function another(): void {
  nextFuture(wanted.value);
  heardDone();
}

function Once({ tally, at }: { readonly tally: Tally; readonly at: number }) {
  const { once } = panelText.value.why.ifs;
  const not = tally.futures - tally.using;
  return (
    <p class="why-once">
      <Icon name="info" />
      <span>
        <Words
          message={once}
          with={{ n: whole(not), all: whole(tally.futures), year: whole(at) }}
          as={{
            strong: (label) => <strong>{label}</strong>,
            another: (label) => (
              <button type="button" class="link" onClick={another}>
                {label}
              </button>
            ),
          }}
        />
      </span>
    </p>
  );
}

function tableOf(lines: readonly Line[]): Chart {
  const { table, names } = panelText.value.why.ifs;
  return {
    columns: [{ name: table.name }, { name: table.futures }, { name: table.using }, { name: table.well }, { name: table.path }],
    rows: lines.map(({ name, path, tally }) => [
      names[name],
      tally.futures,
      tally.futures > 0 ? (100 * tally.using) / tally.futures : Number.NaN,
      tally.futures > 0 ? (100 * tally.well) / tally.futures : Number.NaN,
      path ?? '',
    ]),
  };
}
