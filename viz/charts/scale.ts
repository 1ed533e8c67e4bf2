/** Numbers to pixels in a straight line: the little of d3-scale that the first picture needs, without the colours and formats behind it. */
import { ticks } from 'd3';

export interface Scale {
  (value: number): number;
  domain(): number[];
  range(): number[];
  /** About so many round numbers inside the domain. */
  ticks(count?: number): number[];
}

type Ends = readonly [from: number, to: number];

export function linear(domain: Ends, range: Ends): Scale {
  const slope = (range[1] - range[0]) / (domain[1] - domain[0]);
  return Object.assign((value: number): number => range[0] + slope * (value - domain[0]), {
    domain: () => [...domain],
    range: () => [...range],
    ticks: (count = 10) => ticks(domain[0], domain[1], count),
  });
}
