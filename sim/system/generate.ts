/** Makes a table of schools that has given statistics. Scores are normal and joined by correlations (a Gaussian copula). */
import { exp, log } from '../arithmetic.ts';
import { drawNormal, type Key, keyOf, purposes } from '../random.ts';
import { districtNames } from './names.ts';
import { placesOf } from './places.ts';
import { planeOf } from './plane.ts';
import { presetOf, type SystemSpec, statisticsOf } from './presets.ts';
import { regionsOf } from './regions.ts';
import { shareOfScore } from './shares.ts';
import type { Statistics } from './statistics.ts';
import type { SchoolTable } from './system.ts';

/** Fewest pupils that make a school. */
const SMALLEST = 5;
/** The schools of a spec: the same spec and key give the same table, to the last bit. */
export function generateSchools(spec: SystemSpec, keyText: string): SchoolTable {
  const key = keyOf(`${keyText}\nschools`); // a key of its own: the system's draws must not repeat these
  const preset = presetOf(spec);
  const statistics = statisticsOf(spec);
  const district = districtsOf(key, statistics);
  const score = remotenessScores(key, statistics.schools);
  const pupils = sizes(key, statistics, score);
  const plane = planeOf(key, statistics.districts, statistics.area);
  const regions = regionsOf(plane, statistics, district);
  return {
    name: preset.label,
    about: preset.about,
    ids: null,
    names: null,
    districts: districtNames(plane.seatX, plane.seatY),
    district,
    ...(regions && { regions }),
    pupils,
    educators: posts(key, statistics, pupils),
    disadvantage: poverty(key, statistics, district, score),
    ...placesOf(key, statistics.remote, plane, district, score),
  };
}

/** Shares schools out over districts: a few each, the rest by weights, lognormal over districts. */
function districtsOf(key: Key, { schools, districts, districtSpread }: Statistics): Int32Array {
  const sigma = Math.sqrt(log(1 + districtSpread * districtSpread));
  const weights = Float64Array.from({ length: districts }, (_, d) =>
    exp(sigma * drawNormal(key, purposes.districtTraits, d, 1, 0)),
  );
  const sizes = apportion(schools, weights, Math.min(3, Math.floor(schools / districts)));
  const district = new Int32Array(schools);
  let s = 0;
  for (let d = 0; d < districts; d++) for (let k = 0; k < sizes[d]; k++) district[s++] = d;
  return district;
}

/** Divides a whole number by weights, `least` to each first; what rounding leaves over is carried to the next, so the sum is exact. */
function apportion(total: number, weights: Float64Array, least: number): Int32Array {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k];
  const rest = total - least * weights.length;
  const parts = new Int32Array(weights.length);
  let weight = 0;
  let given = 0;
  for (let k = 0; k < weights.length; k++) {
    weight += weights[k];
    const due =
      k === weights.length - 1 || sum === 0 ? Math.round((rest * (k + 1)) / weights.length) : Math.round((rest * weight) / sum);
    parts[k] = least + due - given;
    given = due;
  }
  return parts;
}

/** A standard normal score a school: those above the quantile of the remote share lie outside towns. */
function remotenessScores(key: Key, schools: number): Float64Array {
  const score = new Float64Array(schools);
  for (let s = 0; s < schools; s++) score[s] = drawNormal(key, purposes.schoolTraits, s, 0, 0);
  return score;
}

/** Pupils: lognormal, scaled to the exact mean, none below the smallest school. */
function sizes(key: Key, { schools, pupilsPerSchool, sizeSpread, remoteSize }: Statistics, score: Float64Array): Float64Array {
  const sigma = Math.sqrt(log(1 + sizeSpread * sizeSpread));
  const own = Math.sqrt(1 - remoteSize * remoteSize);
  const pupils = new Float64Array(schools);
  let sum = 0;
  for (let s = 0; s < schools; s++) {
    pupils[s] = exp(sigma * (remoteSize * score[s] + own * drawNormal(key, purposes.schoolSize, s, 0, 0)));
    sum += pupils[s];
  }
  const total = Math.round(pupilsPerSchool * schools);
  const beyond = pupils.map((size) => Math.max(0, (size * total) / sum - SMALLEST));
  return Float64Array.from(apportion(total, beyond, SMALLEST));
}

/** Educators: one a school, the rest by the pupils beyond a first class, so that the system has exactly its number. */
function posts(key: Key, { schools, pupilsPerEducator, ratioSpread }: Statistics, pupils: Float64Array): Int32Array {
  let sum = 0;
  const beyond = pupils.map((size, s) => {
    sum += size;
    const ratio = pupilsPerEducator * exp(ratioSpread * drawNormal(key, purposes.schoolSize, s, 1, 0));
    return Math.max(0, size / ratio - 1);
  });
  return apportion(Math.max(schools, Math.round(sum / pupilsPerEducator)), beyond, 1);
}

/** Share of poor pupils: a score from remoteness, the district and the school itself. */
function poverty(key: Key, statistics: Statistics, district: Int32Array, remoteness: Float64Array): Float64Array {
  const { remoteDisadvantage, disadvantageBetween } = statistics;
  const share = shareOfScore(statistics.disadvantage, statistics.disadvantageSpread);
  const rest = 1 - remoteDisadvantage * remoteDisadvantage;
  const between = Math.min(disadvantageBetween, rest);
  const ofDistrict = Float64Array.from({ length: statistics.districts }, (_, d) =>
    drawNormal(key, purposes.districtTraits, d, 2, 0),
  );
  return remoteness.map((score, s) => {
    const own = drawNormal(key, purposes.schoolTraits, s, 1, 0);
    return share(remoteDisadvantage * score + Math.sqrt(between) * ofDistrict[district[s]] + Math.sqrt(rest - between) * own);
  });
}
