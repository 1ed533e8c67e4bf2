/** Where it tends to fail: each input that limits the box, as the part of its whole range in which failures gather. */
import type { FailsAnswer, Limit } from '../../../study/questions/answer.ts';
import { fill } from '../../../words/index.ts';
import { linear } from '../scale.ts';
import { levelText } from './amounts.ts';
import { cut, type Drawn, Foot, footRoom, Lines, NARROW, px, roomFor, Sheet } from './parts.tsx';

interface BoxProps extends Drawn {
  readonly answer: FailsAnswer;
}

const TOP = 6;
/** Room above a further box for what it is. */
const HEAD = 30;

export function Box({ answer: { box, further }, words, ...drawn }: BoxProps) {
  const { width, paint } = drawn;
  const isNarrow = width < NARROW;
  const texts = words.box;
  const steadyOf = ({ steadiness }: Limit): string =>
    Number.isNaN(steadiness) ? '' : fill(texts.steady, { n: Math.round(100 * steadiness) });
  const boxes = [
    { head: '', limits: box },
    ...further.map((one, i) => ({
      head: fill(texts.next, { n: i + 2, density: Math.round(100 * one.density), coverage: Math.round(100 * one.coverage) }),
      limits: one.box,
    })),
  ];
  const room = isNarrow
    ? 0
    : roomFor(
        boxes.flatMap(({ limits }) => limits.flatMap((limit) => [limit.label, steadyOf(limit)])),
        13.5,
        0.36 * width,
      );
  const pitch = isNarrow ? 76 : 50;
  const heights = boxes.map(({ head, limits }) => (head === '' ? 0 : HEAD) + limits.length * pitch);
  const topOf = (b: number): number => heights.slice(0, b).reduce((sum, height) => sum + height, TOP);
  const bottom = topOf(boxes.length);
  const foot = box.length === 0 ? texts.none : texts.key;
  return (
    <Sheet {...drawn} height={bottom + footRoom(foot, width)}>
      {boxes.map(({ head, limits }, b) => {
        const top = topOf(b) + (head === '' ? 0 : HEAD);
        return (
          <g key={head}>
            {head !== '' && <Lines x={4} y={top - 10} lines={[cut(head, width, 13)]} size={13} fill={paint.ink2} />}
            {limits.map((limit, i) => {
              const y = top + i * pitch + (isNarrow ? 42 : 18);
              return (
                <g key={limit.name}>
                  {isNarrow ? (
                    <Lines x={4} y={y - 26} lines={[cut(limit.label, width, 13.5)]} size={13.5} weight={570} />
                  ) : (
                    <>
                      <Lines x={room} y={y + 4.5} lines={[cut(limit.label, room, 13.5)]} size={13.5} anchor="end" weight={570} />
                      <Lines x={room} y={y + 21} lines={[steadyOf(limit)]} size={12} anchor="end" fill={paint.ink3} />
                    </>
                  )}
                  <Span limit={limit} from={room + 22} to={width - 24} y={y} paint={paint} />
                </g>
              );
            })}
          </g>
        );
      })}
      <Foot y={bottom} text={foot} width={width} paint={paint} />
    </Sheet>
  );
}

interface SpanProps extends Pick<Drawn, 'paint'> {
  readonly limit: Limit;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** Numbers stand under the ends; those of the box in bold. */
function Span({ limit: { low, high, range, kept }, from, to, y, paint }: SpanProps) {
  const x = linear(range, [from, to]);
  if (kept) return <Lines x={from} y={y + 4.5} lines={[cut(kept.join(', '), to - from, 13)]} weight={650} fill={paint.held} />;
  const ends = [
    { value: low, isOpen: low <= range[0] },
    { value: high, isOpen: high >= range[1] },
  ];
  return (
    <g>
      <path d={`M${px(x(range[0]))},${px(y)}H${px(x(range[1]))}`} stroke={paint.lineStrong} stroke-width="2" />
      <path d={`M${px(x(low))},${px(y)}H${px(Math.max(x(high), x(low) + 3))}`} stroke={paint.held} stroke-width="11" />
      {range.map((value, i) => (
        <Lines key={i} x={x(value)} y={y + 21} lines={[levelText(value, range)]} size={12} anchor="middle" fill={paint.ink3} />
      ))}
      {ends
        .filter(({ isOpen }) => !isOpen)
        .map(({ value }) => (
          <Lines key={value} x={x(value)} y={y - 9} lines={[levelText(value, range)]} size={12.5} anchor="middle" weight={700} />
        ))}
    </g>
  );
}
