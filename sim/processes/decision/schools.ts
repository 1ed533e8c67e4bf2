/** The school's part of willingness and opportunity. */
import { schoolFoundations } from '../../agents/others.ts';
import { isInProgramme } from '../../agents/schools.ts';
import { clamp, logistic } from '../../arithmetic.ts';
import { readTies } from '../../exposure.ts';
import type { Model } from '../../model.ts';
import { layers } from '../../network.ts';
import { decisionClocks, furtherBits } from '../../rates.ts';
import { EFFECT_UNIT } from '../../thresholds.ts';
import { distanceFromNeeds, supplementBits } from '../../use.ts';
import type { Parameters } from './parameters.ts';
import { workOf } from './work.ts';

const NEEDS_TECHNOLOGY = [
  schoolFoundations.indexOf('connectivity'),
  schoolFoundations.indexOf('deviceManagement'),
  schoolFoundations.indexOf('software'),
];
/** Place of multi among the choices of procurement. */
const MULTIPLE = 2;
const RESEARCH = schoolFoundations.indexOf('research');
const NEEDS_ALWAYS = [schoolFoundations.indexOf('procurement'), schoolFoundations.indexOf('policyFlexibility')];

/** Found once a step, with the highest rate that anybody could have at each school. */
export function prepare(model: Model, p: Parameters): void {
  const { schools, system, districts, innovations, innovationCount, levers } = model;
  const work = workOf(model);
  const { strategy } = levers;
  const adapt = clamp(p.room, 0, 1) * (1 - p.lockIn * levers.foundations.lockIn);
  work.supplements = supplementBits(model);
  readTies(model, work.exposure, p.referenceDepth);
  layers.forEach((layer, l) => {
    work.layerWeight[l] = p[layer];
  });
  for (let s = 0; s < system.schoolCount; s++) {
    const d = system.schoolDistrict[s];
    work.cap[s] = 0;
    schools.push[s] = 0;
    const isIn = isInProgramme(schools.affiliation[s]);
    const permission = districts.policySupport[d] * districts.clarity[d];
    const outside = clamp(
      (p.accessOutside + p.sharing) *
        (1 - p.permissionGain + p.permissionGain * 2 * Math.min(1, strategy.permission + permission)),
      0,
      1,
    );
    for (let v = 0; v < innovationCount; v++) {
      const at = s * innovationCount + v;
      if (!innovations.launched[v] || schools.closed[s]) {
        schools.opening[at] = 0;
        continue;
      }
      const scenario = levers.innovations[v];
      const answers = clamp(1 - distanceFromNeeds(model, s, v), 0, 1);
      const need = clamp(p.need + p.answers * answers + p.coDesignFit * strategy.coDesign, 0, 1);
      const local = 1 - (1 - need) * (1 - adapt);
      if (schools.programme[s] === v + 1 || schools.lead[s] === v + 1) {
        schools.local[s] = local;
        schools.distance[s] = 1 - need;
      }
      // Evidence weighs as far as research reaches the school; the rest of belief is what people expect.
      const link = p.link + (1 - p.link) * schools.readiness[s * schoolFoundations.length + RESEARCH];
      const believed = innovations.estimate[v] * link + innovations.hype[v];
      const told = (scenario.conditionsEducators + scenario.conditionsPrincipals) / 2;
      const isTheirs = schools.programme[s] === v + 1;
      schools.pull[at] =
        p.fit * (local - p.referenceFit) +
        p.belief * clamp(believed / EFFECT_UNIT - 1, -p.beliefMost, p.beliefMost) +
        p.leader * ((isTheirs ? schools.leaderSupport[s] : p.referenceLeader) - p.referenceLeader) +
        p.elaboration * (innovations.elaboration[v] - p.referenceElaboration) +
        p.conditions * (told - p.referenceTold) +
        p.agency +
        p.champions +
        p.coDesign * strategy.coDesign * (1 - scenario.outsideOrigin) -
        p.overload * schools.overload[s];
      const technology = weakest(model, s, scenario.technologyNeed, p.needOfFoundations * p.needAlways);
      const inside = isIn && isTheirs;
      // Where it also grows outside the system's rules (summer, after school, charters), those rules bind less.
      const menu = strategy.procurement === MULTIPLE ? p.menu : 0;
      const access = inside ? 1 : outside + (1 - outside) * Math.min(1, p.outsideEntry * strategy.outsideEntry + menu);
      const ratio = clamp(permission / p.referencePermission, 0, p.most);
      schools.opening[at] = clamp(
        (inside ? p.insidePermission + (1 - p.insidePermission) * ratio : ratio) * technology * access,
        0,
        p.most,
      );
      if (inside)
        schools.push[s] =
          p.programme * (p.unsupported + (1 - p.unsupported) * schools.support[s]) * (1 - p.hardware * schools.hardware[s]);
      // The most willing person there could be: the fullest mindset and slack, and nothing beyond their capability.
      const willing = 2 * logistic(schools.pull[at] + p.mindset * (1 - p.referenceMindset) + p.effort * (1 - p.referenceSlack));
      const cap =
        (p.broadcast + (inside ? schools.push[s] : 0) + p.contagion) * Math.min(p.most, willing * schools.opening[at]) +
        (isTheirs ? schools.mandate[s] : 0);
      work.cap[s] += cap;
    }
    work.reached[s] = furtherBits(decisionClocks, work.cap[s]);
  }
}

/** The weakest of the foundations this innovation needs: min of 1 − need·(1 − level). */
function weakest({ schools }: Model, s: number, technologyNeed: number, alwaysNeed: number): number {
  let low = 1;
  const base = s * schoolFoundations.length;
  for (const f of NEEDS_TECHNOLOGY) low = Math.min(low, 1 - technologyNeed * (1 - schools.readiness[base + f]));
  for (const f of NEEDS_ALWAYS) low = Math.min(low, 1 - alwaysNeed * (1 - schools.readiness[base + f]));
  return low;
}
