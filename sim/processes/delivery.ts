/** What of the package reaches a school: training, coaching, materials, technology, the help of peers. */

import { schoolFoundations } from '../agents/others.ts';
import { clamp, exp, power } from '../arithmetic.ts';
import { trainings } from '../innovation.ts';
import { defineProcess } from '../model.ts';
import { layers } from '../network.ts';
import { thresholds } from '../thresholds.ts';
import { shareOfLead } from '../use.ts';

const share = { unit: 'share', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;
const CONNECTIVITY = schoolFoundations.indexOf('connectivity');
const SCHOOL = layers.indexOf('school');
const OWNED = thresholds.owned.default;
const ENDED = thresholds.supportEnded.default;
/** Coaches are counted per 100 schools, or per 100 users. */
const HUNDRED = 100;
const DEVICES = schoolFoundations.indexOf('deviceManagement');

export const delivery = defineProcess({
  name: 'delivery',
  label: 'Delivery',
  about:
    'Coaches grow in number with a lag and up to a pool, or are drawn from experienced users; a coach with many schools achieves less, 1 over 1 plus the square of load over a reference load. A cascade passes on a share per tier. The parts of the package complement each other: coaching needs materials and guides. Technology carries support to remote schools where they are connected, and adds to teaching only through vision and a worked-out model: with either at zero it adds nothing. Deep, trusted collaboration is help among peers.',
  acts: 'step',
  parameters: {
    theory: {
      ...share,
      label: 'What training in theory leaves',
      range: [0, 0.05],
      default: 0.03,
      grade: 'C',
      source: "Joyce & Showers 1982, 2002 (authors' estimates); parameter transfer_theory_only",
    },
    practice: {
      ...share,
      label: 'What training with practice leaves',
      range: [0.05, 0.2],
      default: 0.15,
      grade: 'C',
      source: 'Joyce & Showers 1988 (10-25%), 2002 (5%)',
    },
    centre: {
      ...share,
      label: 'What centre-based residential training leaves',
      range: [0.1, 0.3],
      default: 0.16,
      grade: 'D',
      source: 'assumed between training with practice and half of coaching (Cilliers et al. 2020)',
    },
    coaching: {
      ...share,
      label: 'What full coaching with materials and guides leaves',
      range: [0.6, 0.95],
      default: 0.9,
      grade: 'C',
      source: 'Joyce & Showers give 0.75-0.95 as a ceiling; Kraft et al. 2018: 0.49 SD on instruction',
    },
    bare: {
      ...share,
      label: 'Share of coaching’s effect left without materials and guides',
      range: [0.4, 0.8],
      default: 0.6,
      grade: 'C',
      source: 'PRIMR: coaching alone against the full bundle (Piper et al. 2018)',
    },
    materials: {
      ...share,
      label: 'What materials and guides leave by themselves',
      range: [0.05, 0.2],
      default: 0.12,
      grade: 'D',
      source: 'assumed',
    },
    schoolsPerCoach: {
      label: 'Schools per coach when money is no limit',
      unit: 'schools',
      range: [8, 15],
      bounds: [1, 200],
      default: 10,
      grade: 'B',
      source: 'Piper & Zuilkowski 2015: 10 schools per coach beat 15',
    },
    loadHalf: {
      label: 'Load at which a coach achieves half',
      unit: 'schools',
      range: [15, 30],
      bounds: [1, 500],
      default: 28,
      grade: 'C',
      source: 'so that programmes of 100 teachers and more lose about half (Kraft et al. 2016/17)',
    },
    pool: {
      label: 'Coaches that can be found',
      unit: 'per 100 schools',
      range: [0.5, 4],
      bounds: [0, 100],
      default: 3,
      grade: 'D',
      source: 'assumed',
    },
    recruiting: {
      label: 'Coaches found among experienced users',
      unit: 'per 100 owning users',
      range: [1, 5],
      bounds: [0, 100],
      default: 2,
      grade: 'D',
      source: 'assumed; Success for All grew by trainers from strong schools (ERIC ED483812)',
    },
    lag: {
      label: 'Years to build delivery capacity',
      unit: 'years',
      range: [0.5, 3],
      bounds: [0.05, 20],
      default: 1,
      grade: 'D',
      source: 'assumed',
    },
    quality: { ...share, label: 'Quality of a coach with a light load', range: [0.7, 1], default: 0.95 },
    retention: {
      ...share,
      label: 'What a cascade passes on per tier',
      range: [0.5, 0.9],
      default: 0.7,
      grade: 'D',
      source: 'assumed; parameter cascade_retention_per_level',
    },
    pooling: { ...share, label: 'Delivery capacity pooled by partners', range: [0, 0.6], default: 0 },
    distance: { ...share, label: 'Support lost on the way to the remotest school', range: [0.2, 0.6], default: 0.3 },
    technology: { ...share, label: 'Technology in use for support and teaching', range: [0, 1], default: 0.1 },
    technologyGain: {
      ...share,
      label: 'What technology adds at full vision and elaboration',
      range: [0.1, 0.5],
      default: 0.25,
      grade: 'C',
      source: 'hardware alone adds nothing (Cristia et al. 2017), a model with it does (Banerjee et al. 2017)',
    },
    targeting: { ...share, label: 'Coaching aimed by data', range: [0, 0.5], default: 0 },
    implementer: {
      label: 'Package passed on where nobody is trained to implement it',
      unit: 'share',
      range: [0.2, 0.7],
      bounds: [0, 1],
      default: 0.25,
      grade: 'D',
      source: 'assumed; active implementers carry programmes (Fixsen et al. 2005)',
    },
    supervision: {
      label: 'Effect of coaching that hangs on supervision',
      unit: 'share',
      range: [0.1, 0.5],
      bounds: [0, 1],
      default: 0.3,
      grade: 'D',
      source: 'assumed; coaches who are supervised visit more',
    },
    most: {
      label: 'Most that coaching leaves',
      unit: 'share',
      range: [0.8, 1],
      bounds: [0, 1],
      default: 0.95,
      grade: 'C',
      source: 'the top of what Joyce & Showers give (0.75-0.95)',
    },
    materialsLoss: {
      label: 'Materials and guides that wear out without support',
      unit: 'per year',
      range: [0.2, 1],
      bounds: [0, 3],
      default: 0.5,
      grade: 'D',
      source: 'assumed: half-life of somewhat over a year',
    },
    peersStart: {
      label: 'Help from colleagues where nobody uses it yet',
      unit: 'share of that at full use',
      range: [0.1, 0.5],
      bounds: [0, 1],
      default: 0.3,
      grade: 'D',
      source: 'assumed; colleagues help with teaching in general',
    },
    peers: {
      ...share,
      label: 'Help from colleagues at full depth, trust and use',
      range: [0.3, 0.8],
      default: 0.65,
      grade: 'D',
      source: 'assumed; access to help matters as much as belief (Frank, Zhao & Borman 2004)',
    },
    clusterPeers: { ...share, label: 'Part of such help that a cluster can give', range: [0.3, 0.8], default: 0.6 },
  },
  writes: [
    'schools.training',
    'schools.coaching',
    'schools.materials',
    'schools.technology',
    'schools.peers',
    'schools.peakSupport',
    'schools.weakYears',
    'schools.supportEnded',
    'schools.implementedAtEnd',
    'state.coaches',
    'state.coachesFromUsers',
    'state.coachQuality',
  ],
  run(model, p) {
    const { schools, system, clusters, state, innovations, levers, time } = model;
    const { dt } = time;
    let coached = 0;
    let owning = 0;
    for (let s = 0; s < system.schoolCount; s++) {
      coached += schools.support[s];
      owning += schools.ownership[s] >= OWNED ? schools.routine[s] : 0;
    }
    const innovation = levers.innovations[levers.strategy.innovation];
    const fromUsers = (owning * p.recruiting * innovation.coachesFromUsers) / HUNDRED;
    const room = (p.pool * (1 + p.pooling) * system.schoolCount) / HUNDRED + fromUsers;
    const wanted = Math.min(room, (coached * innovation.coaching) / p.schoolsPerCoach);
    state.coaches[0] += (wanted - state.coaches[0]) * (1 - exp(-dt / p.lag));
    state.coachesFromUsers[0] = Math.min(fromUsers, state.coaches[0]);
    const load = state.coaches[0] > 0 ? (coached * innovation.coaching) / state.coaches[0] : 0;
    state.coachQuality[0] = coached > 0 && state.coaches[0] > 0 ? p.quality / (1 + power(load / p.loadHalf, 2)) : 0;
    const schoolDepth = state.layerDepth[SCHOOL];
    for (let s = 0; s < system.schoolCount; s++) {
      const v = schools.programme[s] - 1;
      const lead = schools.lead[s] - 1;
      const using = shareOfLead(model, s);
      const c = system.schoolCluster[s];
      const near = clusters.active[c] ? p.clusterPeers * clusters.share[c] * clusters.depth[c] * clusters.output[c] : 0;
      schools.peers[s] = p.peers * schools.trust[s] * Math.min(1, schoolDepth * (p.peersStart + using) + near);
      const connected = Math.min(
        schools.readiness[s * schoolFoundations.length + CONNECTIVITY],
        schools.readiness[s * schoolFoundations.length + DEVICES],
      );
      const worked = lead >= 0 ? innovations.elaboration[lead] : 0;
      schools.technology[s] = p.technologyGain * p.technology * connected * schools.vision[s] * worked;
      if (v < 0 || schools.support[s] <= 0) {
        fade(s);
        continue;
      }
      const scenario = levers.innovations[v];
      const reach = 1 - p.distance * system.remoteness[s] * (1 - p.technology * connected);
      const passed =
        schools.support[s] *
        reach *
        (p.implementer + (1 - p.implementer) * scenario.implementer) *
        power(p.retention, Math.round(schools.tier[s]));
      const kit = (scenario.materials + scenario.guides) / 2;
      schools.training[s] = clamp(
        passed * [0, p.theory, p.practice, p.centre][Math.min(trainings.length - 1, scenario.training)],
        0,
        1,
      );
      schools.materials[s] = clamp(passed * p.materials * kit, 0, 1);
      const aimed = 1 + p.targeting * (1 - schools.fidelity[s]);
      const held = 1 - p.supervision + p.supervision * scenario.supervision;
      schools.coaching[s] = clamp(
        passed * p.coaching * scenario.coaching * state.coachQuality[0] * held * aimed * (p.bare + (1 - p.bare) * kit),
        0,
        p.most,
      );
      track(s);
    }

    function fade(s: number): void {
      // What training has left stays with people and is lost with them; what a school gets now is nothing.
      schools.training[s] = 0;
      schools.coaching[s] = 0;
      schools.materials[s] *= 1 - p.materialsLoss * dt;
      track(s);
    }

    /** Support ends when it has been under a small share of its peak for a year. */
    function track(s: number): void {
      const support = schools.public[s] && schools.funding[s] ? Math.max(schools.support[s], ENDED) : schools.support[s];
      if (support > schools.peakSupport[s]) schools.peakSupport[s] = support;
      const weak = schools.peakSupport[s] > 0 && support < ENDED * schools.peakSupport[s];
      schools.weakYears[s] = weak ? schools.weakYears[s] + dt : 0;
      if (!weak) schools.supportEnded[s] = -1;
      else if (schools.supportEnded[s] < 0 && schools.weakYears[s] >= 1 - 1e-6) {
        schools.supportEnded[s] = time.year;
        schools.implementedAtEnd[s] = schools.implementing[s];
      }
    }
  },
});
