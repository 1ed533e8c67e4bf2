/** A picture of a study in a document: drawn for a wide page and for a hand, with its numbers as a table behind it. */
import type { Cell, Chart } from '../../viz/charts/chart.ts';
import { themed } from '../../viz/charts/study/paint.ts';
import type { StudyPicture } from '../../viz/charts/study/pictures.tsx';
import { pictureWords as words } from '../../words/index.ts';

/** Widths (px) that pictures are drawn for; the style sheet shows one of them. */
const WIDE = { whole: 1000, half: 500 } as const;
const NARROW = 340;

interface FigureProps {
  readonly picture: StudyPicture;
  /** What is heard in place of the picture. */
  readonly said: string;
  /** Its part of the page's width. */
  readonly part: keyof typeof WIDE;
}

export function Figure({ picture, said, part }: FigureProps) {
  const drawn = { paint: themed, label: `${picture.title}. ${said}`, words };
  return (
    <figure class={part === 'whole' ? 'wide' : undefined}>
      <figcaption>{picture.title}</figcaption>
      <div class="wide-only">{picture.draw({ ...drawn, width: WIDE[part] })}</div>
      <div class="narrow">{picture.draw({ ...drawn, width: NARROW })}</div>
      <Numbers title={picture.title} chart={picture.table()} />
    </figure>
  );
}

/** The numbers behind a picture, folded away. */
const Numbers = ({ title, chart }: { readonly title: string; readonly chart: Chart }) => (
  <details>
    <summary>{`Table: ${title}`}</summary>
    <Table caption={title} chart={chart} />
  </details>
);

export const Table = ({ caption, chart: { columns, rows } }: { readonly caption: string; readonly chart: Chart }) => (
  <div class="rows" tabindex={0}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name }, c) => (
            <th key={c} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, r) => (
          <tr key={r}>
            {row.map((cell, c) => (
              <td key={c} class={typeof cell === 'number' ? 'number' : undefined}>
                {cellText(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Four figures that matter; files have all of them. */
function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (Number.isNaN(cell)) return '–';
  return Number.isInteger(cell) ? String(cell) : String(Number(cell.toPrecision(4)));
}
