/** A small fan for paper: bands of all futures, told apart in grey by their edges, dashed for use and solid for good use. */
import type { Results } from '../../../sim/index.ts';
import { inHundred } from '../../../words/index.ts';
import { bandsOf } from '../../charts/bands.ts';
import { bandPath, futurePath } from '../../charts/geometry.ts';
import { linear } from '../../charts/scale.ts';
import { series } from '../../charts/spread.tsx';
import { filled, whole } from '../../state/language.ts';
import { panelText } from '../../state/paneltext.ts';

const SIZE = { width: 340, low: 118, tall: 230, left: 34, right: 6, top: 8, bottom: 20 } as const;
const YEARS = 5;
const edges = ['low', 'high'] as const;

interface BriefFanProps {
  readonly runs: readonly Results[];
  readonly row: number;
  /** Last year of the axis, the same for both plans. */
  readonly last: number;
  readonly name: string;
  /** Whether it has the room of two. */
  readonly isTall: boolean;
}

export function BriefFan({ runs, row, last, name, isTall }: BriefFanProps) {
  const height = isTall ? SIZE.tall : SIZE.low;
  const words = panelText.value.brief;
  const { years } = runs[0];
  const x = linear([0, last], [SIZE.left, SIZE.width - SIZE.right]);
  const y = linear([0, 1], [height - SIZE.bottom, SIZE.top]);
  const named = Array.from({ length: Math.floor(last / YEARS) + 1 }, (_, i) => i * YEARS);
  return (
    <svg class="brief-fan" viewBox={`0 0 ${SIZE.width} ${height}`} role="img" aria-label={labelOf(runs, row, name)}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <path class="brief-grid" d={`M${SIZE.left} ${y(share)}H${SIZE.width - SIZE.right}`} />
          <text x={SIZE.left - 6} y={y(share) + 4} text-anchor="end">
            {whole(100 * share)}
          </text>
        </g>
      ))}
      {named.map((at) => (
        <text key={at} x={x(at)} y={height - 5} text-anchor={at === 0 ? 'start' : at === last ? 'end' : 'middle'}>
          {at === 0 ? words.yearZero : whole(at)}
        </text>
      ))}
      {series.map(({ role, metric }) => {
        const bands = bandsOf(runs, metric);
        return (
          <g key={role} class={`brief-${role}`}>
            <path class="wide" d={bandPath(bands, 'wide', years, x, y)} />
            <path class="middle" d={bandPath(bands, 'middle', years, x, y)} />
            {edges.map((edge) => (
              <path
                key={edge}
                class="edge"
                d={futurePath(
                  bands.map((band) => band[edge]),
                  years,
                  x,
                  y,
                )}
              />
            ))}
          </g>
        );
      })}
      <path class="brief-now" d={`M${x(years[row])} 2V${height - SIZE.bottom + 2}`} />
    </svg>
  );
}

function labelOf(runs: readonly Results[], row: number, plan: string): string {
  const [uses, well] = series.map(({ metric }) => bandsOf(runs, metric)[row]);
  return filled(panelText.value.brief.chart, {
    plan,
    year: whole(runs[0].years[row]),
    uses: inHundred(uses.median),
    usesLow: inHundred(uses.low),
    usesHigh: inHundred(uses.high),
    well: inHundred(well.median),
    wellLow: inHundred(well.low),
    wellHigh: inHundred(well.high),
  });
}
