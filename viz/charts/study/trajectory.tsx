/** Peeling: each smaller box holds fewer of the failures and holds them more purely. The chosen one is ringed. */
import type { FailsAnswer } from '../../../study/questions/answer.ts';
import { fill } from '../../../words/index.ts';
import { type Drawn, Lines, px, widthOf } from './parts.tsx';
import { Plot } from './plot.tsx';

interface TrajectoryProps extends Drawn {
  readonly answer: FailsAnswer;
}

const inHundred = (share: number): string => String(Math.round(100 * share));

export function Trajectory({ answer: { trajectory, chosen, base }, words, ...drawn }: TrajectoryProps) {
  const { paint } = drawn;
  const texts = words.trajectory;
  const ends: readonly [number, number] = [0, 1];
  const steps = Math.max(1, ...trajectory.map(({ limited }) => limited));
  return (
    <Plot
      {...drawn}
      across={{ title: texts.coverage, ends, text: inHundred }}
      up={{ title: texts.density, ends, text: inHundred }}
    >
      {(x, y) => {
        const at = trajectory[chosen];
        const label = fill(texts.chosen, { n: at.limited });
        const isLeft = x(at.coverage) + 16 + widthOf(label, 13) < x.range()[1];
        return (
          <>
            <path d={`M${px(x(0))},${px(y(base))}H${px(x(1))}`} stroke={paint.ink3} stroke-dasharray="4 4" />
            <Lines
              x={x(0) + 6}
              y={y(base) - 6}
              lines={[fill(texts.base, { base: inHundred(base) })]}
              size={12}
              fill={paint.ink2}
            />
            {trajectory.map(({ coverage, density, limited }, i) => (
              <circle
                key={i}
                cx={px(x(coverage))}
                cy={px(y(density))}
                r="3.5"
                fill={paint.well}
                fill-opacity={px(0.25 + (0.75 * limited) / steps)}
                stroke={paint.well}
              />
            ))}
            <circle cx={px(x(at.coverage))} cy={px(y(at.density))} r="8" fill="none" stroke={paint.ink} stroke-width="2.2" />
            <Lines
              x={x(at.coverage) + (isLeft ? 14 : -14)}
              y={y(at.density) + (isLeft ? -12 : 26)}
              lines={[label]}
              anchor={isLeft ? 'start' : 'end'}
              weight={650}
              halo={paint.paper}
            />
          </>
        );
      }}
    </Plot>
  );
}
