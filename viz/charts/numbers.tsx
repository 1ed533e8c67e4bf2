/** The numbers of a picture as a table, and table and picture as files: fetched when somebody asks for them. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { fill } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { saveBlob, saveText } from '../state/download.ts';
import { language, text } from '../state/language.ts';
import { type Cell, type Chart, type ChartColumn, csvOf, slug } from './chart.ts';
import { painted } from './save.ts';

export { standaloneSvg } from './save.ts';

/** What can be kept of a chart: what stands in words has no picture. */
const formatsOf = ({ inWords = false }: Chart) => (inWords ? (['csv'] as const) : (['csv', 'svg', 'png'] as const));

interface NumbersProps {
  readonly title: string;
  readonly chart: Chart;
  readonly name: string;
  /** Rows that are shown at most; the file has all. */
  readonly most?: number;
  /** The picture as a file that stands alone. */
  readonly picture: () => Promise<string>;
  /** Ends it; without it there is nothing to go back to. */
  readonly close?: () => void;
}

export function Numbers({ title, chart, name, picture, close, most = chart.rows.length }: NumbersProps) {
  const words = text.value.charts;
  const heading = useId();
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (close) first.current?.focus(); // it took the place of what was looked at
  }, []);
  const file = slug(`${name} ${title}`).slice(0, 80);
  const saves = {
    csv: () => saveText(`${file}.csv`, csvOf(chart), 'text/csv'),
    svg: () => void picture().then((svg) => saveText(`${file}.svg`, svg, 'image/svg+xml')),
    png: () =>
      void picture()
        .then(painted)
        .then((blob) => saveBlob(`${file}.png`, blob)),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from what is inside
    <section
      class="chart-numbers"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !close) return;
        event.stopPropagation();
        close();
      }}
    >
      <header class="chart-tools">
        <h3 id={heading}>{title}</h3>
        {formatsOf(chart).map((format) => (
          <button
            key={format}
            type="button"
            class="button quiet"
            aria-label={fill(words.save.label, { title, format: words.save[format] })}
            onClick={saves[format]}
          >
            <Icon name="download" />
            {words.save[format]}
          </button>
        ))}
        {close && (
          <button type="button" class="button quiet" aria-label={text.value.shell.close} onClick={close}>
            <Icon name="close" />
          </button>
        )}
      </header>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form; a landmark would be a second one of this name in a panel */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <div ref={first} role="group" class="chart-scroll" tabIndex={0} aria-labelledby={heading}>
        <Table chart={chart} most={most} />
      </div>
    </section>
  );
}

/** How a column reads: numbers with its decimals, a dash where there is nothing. */
function readerOf({ digits = 0 }: ChartColumn): (cell: Cell) => string {
  const format = new Intl.NumberFormat(language.value, {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
    signDisplay: 'negative', // no minus before a nought
  });
  return (cell) => (typeof cell === 'string' ? cell : Number.isNaN(cell) ? '–' : format.format(cell));
}

function Table({ chart: { columns, rows }, most }: { readonly chart: Chart; readonly most: number }) {
  const readers = columns.map(readerOf);
  const kindOf = (cell: Cell | undefined): string | undefined => (typeof cell === 'string' ? 'chart-words' : undefined);
  return (
    <table class="chart-table">
      <thead>
        <tr>
          {columns.map(({ name }, c) => (
            <th key={name} scope="col" class={kindOf(rows[0]?.[c])}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, most).map((row, r) => (
          <tr key={r}>
            <th scope="row">{readers[0](row[0])}</th>
            {row.slice(1).map((cell, c) => (
              <td key={columns[c + 1].name} class={kindOf(cell)}>
                {readers[c + 1](cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
