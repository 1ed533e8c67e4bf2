/** Believes a study file once: unknown in, a study or every problem at once out. */
import { type Parsed, type Problem, problemsOfShape, show } from '../../sim/index.ts';
import { axisOf } from '../axis.ts';
import { designOf, refusal } from '../designs/index.ts';
import { outcomeProblems } from '../outcomes.ts';
import { readBase, readFactors } from './factors.ts';
import { heldAgainstScenarios } from './held.ts';
import { MOST_POINTS, STUDY_VERSION, type StudyFile, studySchema } from './schema.ts';
import type { Study } from './study.ts';

export function parseStudy(value: unknown): Parsed<Study> {
  const early = notAStudy(value);
  if (early) return { ok: false, problems: [early] };
  const checked = studySchema.safeParse(value, { reportInput: true });
  // Every problem at once: the parts whose shape is sound are read for their meaning too.
  const shape = checked.success ? [] : problemsOfShape(checked.error, studySchema);
  const file = (checked.success ? checked.data : soundParts(value as object)) as Partial<StudyFile>;
  const problems = [...shape];
  const factors = readFactors(file.factors ?? [], problems);
  const base = file.base === undefined ? '' : readBase(file.base, 'base', problems);
  outcomesSound(file.outcomes ?? [], factors, problems);
  const { title, description, lookFor, design, replicates, luck = 'same', seed = '1', outcomes } = file as StudyFile;
  if (problems.length > 0) return { ok: false, problems };
  const study: Study = {
    version: STUDY_VERSION,
    title,
    ...(description !== undefined && { description }),
    ...(lookFor !== undefined && { lookFor }),
    base,
    factors,
    design,
    replicates,
    luck,
    seed: String(seed),
    outcomes,
  };
  const wrong = [...designProblems(study), ...heldAgainstScenarios(study)];
  return wrong.length > 0 ? { ok: false, problems: wrong } : { ok: true, value: study };
}

function notAStudy(value: unknown): Problem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      path: '',
      message: `found ${show(value)}, expected a study: an object with version, title, base, factors, design, replicates and outcomes.`,
    };
  const { version } = value as { version?: unknown };
  if (typeof version === 'number' && version > STUDY_VERSION)
    return {
      path: 'version',
      message: `found ${version}, expected at most ${STUDY_VERSION}: this file was written for a newer Taking Root.`,
    };
  return undefined;
}

/** The parts and entries of a faulty file that are sound in shape, in their places. */
function soundParts(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      const schema = Object.hasOwn(studySchema.shape, name) && studySchema.shape[name as keyof typeof studySchema.shape];
      if (!schema) return [];
      if (schema.safeParse(part).success) return [[name, part]];
      if (!Array.isArray(part) || (name !== 'factors' && name !== 'outcomes')) return [];
      return [[name, part.map((entry) => (schema.safeParse([entry]).success ? entry : undefined))]];
    }),
  );
}

function outcomesSound(
  outcomes: readonly (StudyFile['outcomes'][number] | undefined)[],
  factors: Study['factors'],
  problems: Problem[],
): void {
  const taken = new Map(factors.map(({ name }) => [name, 'a factor']));
  outcomes.forEach((outcome, i) => {
    if (!outcome) return;
    const at = `outcomes[${i}]`;
    problems.push(...outcomeProblems(outcome, at));
    const other = taken.get(outcome.name);
    if (other)
      problems.push({ path: `${at}.name`, message: `${outcome.name} is also the name of ${other}; expected another name.` });
    taken.set(outcome.name, at);
  });
}

/** What only the design and its factors together can show to be wrong; of scenarios or points still to be read, once they are. */
function designProblems(study: Study): readonly Problem[] {
  const { design, factors } = study;
  if (factors.some((factor) => 'scenarios' in factor && factor.scenarios === 'all')) return [];
  if (design.kind === 'list' && typeof design.rows === 'string') return [];
  const refused = refusal(design, factors.map(axisOf));
  if (refused !== undefined) return [{ path: 'design', message: refused }];
  const { pointCount } = designOf(study);
  if (pointCount <= MOST_POINTS) return [];
  return [
    {
      path: 'design',
      message: `these factors make ${pointCount} points, expected at most ${MOST_POINTS}; take a fraction, fewer levels or a Latin hypercube.`,
    },
  ];
}
