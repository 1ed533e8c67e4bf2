/** Schools, districts and innovations as the sum of their educators: what the next step and every metric reads. */
import { stages } from '../agents/educators.ts';
import { defineProcess } from '../model.ts';
import { thresholds } from '../thresholds.ts';
import { fidelityOf, usedBits } from '../use.ts';

const ROUTINE = stages.indexOf('routine');
const OWNING = stages.indexOf('owning');

export const observe = defineProcess({
  name: 'observe',
  label: 'Observe',
  about: 'Adds up educators to schools, schools to districts and clusters. Nothing is decided here.',
  acts: 'step',
  parameters: {},
  writes: [
    'schools.users',
    'schools.routine',
    'schools.lead',
    'schools.fidelity',
    'schools.harm',
    'schools.depth',
    'schools.ownership',
    'schools.implementing',
    'schools.firstImplementing',
    'schools.kept',
    'schools.lasted',
    'districts.share',
    'innovations.users',
  ],
  run(model) {
    const { educators, schools, districts, system, innovations, innovationCount, time } = model;
    const { using, supplements, fidelity, ownership, adaptation, productive, stage } = educators;
    const { users, lead } = schools;
    innovations.users.fill(0);
    users.fill(0);
    const now = time.year + (time.step > 0 ? time.dt : 0);
    for (let s = 0; s < system.schoolCount; s++) {
      const first = system.firstEducator[s];
      const end = system.firstEducator[s + 1];
      const base = s * innovationCount;
      let routine = 0;
      for (let e = first; e < end; e++) {
        let used = usedBits(educators, e);
        if (used === 0) continue;
        for (let v = 0; used > 0; v++, used >>= 1) if (used & 1) users[base + v]++;
        if (stage[e] === ROUTINE || stage[e] === OWNING) routine++;
      }
      let best = -1;
      for (let v = 0; v < innovationCount; v++) {
        innovations.users[v] += users[base + v];
        if (users[base + v] > (best < 0 ? 0 : users[base + best])) best = v;
      }
      let f = 0;
      let harm = 0;
      let depth = 0;
      let own = 0;
      if (best >= 0) {
        for (let e = first; e < end; e++) {
          if (using[e] !== best + 1) {
            if (supplements[e] & (1 << best)) f += fidelityOf(model, e, best);
            continue;
          }
          f += fidelity[e];
          own += ownership[e];
          if (productive[e]) depth += fidelity[e] * (1 + adaptation[e]);
          else {
            harm += adaptation[e];
            depth += fidelity[e];
          }
        }
      }
      const n = best >= 0 ? users[base + best] : 1;
      lead[s] = best + 1;
      schools.routine[s] = routine;
      schools.fidelity[s] = f / n;
      schools.harm[s] = harm / n;
      schools.depth[s] = depth / n;
      schools.ownership[s] = own / n;
      schools.implementing[s] = !schools.closed[s] && routine >= thresholds.implementing.default * (end - first) ? 1 : 0;
      if (schools.implementing[s] && schools.firstImplementing[s] < 0) schools.firstImplementing[s] = now;
      if (schools.firstImplementing[s] >= 0)
        schools.kept[s] = after(schools.kept[s], now - schools.firstImplementing[s], schools.implementing[s]);
      if (schools.supportEnded[s] < 0) schools.lasted[s] = 0;
      else if (schools.implementedAtEnd[s])
        schools.lasted[s] = after(schools.lasted[s], now - schools.supportEnded[s], schools.implementing[s]);
    }
    for (let d = 0; d < system.districtCount; d++) {
      let inUse = 0;
      for (let s = system.firstSchool[d]; s < system.firstSchool[d + 1]; s++) {
        const size = system.firstEducator[s + 1] - system.firstEducator[s];
        if (lead[s] > 0 && users[s * innovationCount + lead[s] - 1] >= thresholds.inUse.default * size) inUse++;
      }
      districts.share[d] = inUse / (system.firstSchool[d + 1] - system.firstSchool[d]);
    }
  },
});

/** After how many years it is asked whether a practice has lasted, and the bits of the answer: over, and still implementing then. */
const spans = [
  { years: 3, over: 4, lasted: 1 },
  { years: 5, over: 8, lasted: 2 },
] as const;

/** Sets the bits of each span when its time is first up. */
function after(bits: number, years: number, implementing: number): number {
  let now = bits;
  for (const span of spans)
    if (years >= span.years - 1e-6 && !(now & span.over)) now |= span.over | (implementing ? span.lasted : 0);
  return now;
}
