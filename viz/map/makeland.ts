/** Makes the land that schools lie on from nothing but where they are. It is fetched for schools that did not come with the page. */
import type { Ground } from '../../workers/index.ts';
import { bordersOf } from './borders.ts';
import { coastOf } from './coast.ts';
import { type Land, poorerDistricts } from './land.ts';
import { ends, placesOf } from './places.ts';
import { areaOf, type Ring } from './rings.ts';

/** The longer side of the sheet that a land is drawn on; y points down, as on a screen. */
const SHEET = 1000;
/** Beyond this many schools a land is a coast and nothing else. */
const MOST_WITH_DISTRICTS = 5000;
/** More names than this hide the schools. */
const MOST_NAMES = 16;

export function makeLand(ground: Ground): Land {
  const width = widthOf(ground.pupils);
  const { x, y } = placesOf(ground, width, SHEET);
  const coast = coastOf(x, y, SHEET);
  const detailed = ground.schoolCount <= MOST_WITH_DISTRICTS && ground.districtNames.length > 1;
  const borders = detailed
    ? bordersOf(x, y, ground.district, ground.districtRegion, SHEET)
    : { lines: new Float32Array(0), divides: new Float32Array(0), grounds: [] };
  const poorer = poorerDistricts(ground);
  return {
    x,
    y,
    coast,
    box: boxOf(coast),
    area: coast.reduce((sum, ring) => sum + areaOf(ring), 0),
    borders: borders.lines,
    divides: borders.divides,
    poorer: borders.grounds.flatMap((rings, d) => (poorer[d] ? rings : [])),
    named: detailed ? namedOf(ground, x, y) : [],
    width,
  };
}

function boxOf(coast: readonly Ring[]): Land['box'] {
  const side = (odd: 0 | 1): [number, number] =>
    ends(Float32Array.from(coast.flatMap((ring) => [...ring.filter((_, i) => i % 2 === odd)])));
  const [[left, right], [top, bottom]] = [side(0), side(1)];
  return { left, top, right, bottom };
}

/** Districts and where their schools lie; where there are too many, regions; where those are too many, nothing. */
function namedOf(
  { districtNames, regionNames, district, districtRegion }: Ground,
  x: Float32Array,
  y: Float32Array,
): Land['named'] {
  const byDistrict = districtNames.length <= MOST_NAMES;
  const names = byDistrict ? districtNames : regionNames;
  if (names.length > MOST_NAMES) return [];
  const schools: number[][] = names.map(() => []);
  if (names.length > 0) district.forEach((d, s) => void schools[byDistrict ? d : districtRegion[d]].push(s));
  const middle = (of: readonly number[], values: Float32Array): number => of.reduce((sum, s) => sum + values[s], 0) / of.length;
  return names
    .map((name, i) => ({ name, x: middle(schools[i], x), y: middle(schools[i], y), schools: schools[i] }))
    .filter((one) => one.schools.length > 0);
}

/** Area is pupils; the smallest schools are drawn somewhat larger than they are, to be seen at all. */
function widthOf(pupils: Float32Array): Float32Array {
  const mean = pupils.reduce((sum, n) => sum + n, 0) / Math.max(1, pupils.length);
  return pupils.map((n) => Math.max(0.6, Math.sqrt(n / Math.max(1, mean))));
}
