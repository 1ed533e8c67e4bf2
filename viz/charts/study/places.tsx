/** How sure an order is: the place of each input, and the places that it took in nine of ten resamples. */
import type { MattersAnswer } from '../../../study/questions/answer.ts';
import { linear } from '../scale.ts';
import { Range } from './importance.tsx';
import { cut, type Drawn, Foot, footRoom, Lines, NARROW, px, roomFor, Sheet, Ticks, topUnder } from './parts.tsx';

interface PlacesProps extends Drawn {
  readonly answer: MattersAnswer;
}

const PITCH = 24;

export function Places({ answer: { inputs }, words, ...drawn }: PlacesProps) {
  const { width, paint } = drawn;
  const room = roomFor(
    inputs.map(({ label }) => label),
    13,
    (width < NARROW ? 0.46 : 0.42) * width,
  );
  const x = linear([1, Math.max(2, inputs.length)], [room + 16, width - 14]);
  const top = topUnder(words.places.axis, width);
  const bottom = top + inputs.length * PITCH;
  return (
    <Sheet {...drawn} height={bottom + 8 + footRoom(words.places.key, width)}>
      <Ticks
        x={x}
        top={top}
        width={width}
        bottom={bottom}
        paint={paint}
        text={String}
        isNamed={Number.isInteger}
        title={words.places.axis}
        count={Math.min(7, inputs.length)}
      />
      {inputs.map(({ name, label, place: [best, worst] }, i) => {
        const y = top + (i + 0.5) * PITCH;
        return (
          <g key={name}>
            <Lines x={room} y={y + 4.5} lines={[cut(label, room, 13)]} anchor="end" />
            <Range from={x(best)} to={x(worst)} y={y} isThin={false} paint={paint} />
            <circle cx={px(x(i + 1))} cy={px(y)} r="4" fill={paint.well} stroke={paint.surface} />
          </g>
        );
      })}
      <Foot y={bottom + 8} text={words.places.key} width={width} paint={paint} />
    </Sheet>
  );
}
