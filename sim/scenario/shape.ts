/** What zod finds wrong in the shape of a file, as plain sentences with the nearest known names. */
import type { z } from 'zod';
import { nearest, type Problem, pathText } from '../problem.ts';

/** Every problem of shape at once, in the order of the schema. */
export const problemsOfShape = (error: z.ZodError, schema: z.ZodType): Problem[] =>
  error.issues.flatMap((issue) => problemsOf(issue, schema));

/** A value as a sentence shows it: short, in JSON. */
export const show = (x: unknown): string => {
  if (x === undefined) return 'nothing';
  const text = typeof x === 'object' && x !== null ? (Array.isArray(x) ? 'a list' : 'an object') : JSON.stringify(x);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

/** A zod issue as sentences: one for each unknown key, one for the branch of a choice that the value most looks like. */
function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType): Problem[] {
  const path = pathText(issue.path);
  const problem = (message: string): Problem => ({ path, message });
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(schema, issue.path);
      return issue.keys.map((key) => {
        const close = nearest(key, known);
        return {
          path: pathText([...issue.path, key]),
          message: `unknown name; ${close ? `did you mean ${close}?` : known.length > 0 ? `expected one of ${known.join(', ')}.` : 'nothing of that name is expected here.'}`,
        };
      });
    }
    case 'invalid_type':
      return [
        problem(`found ${show(issue.input)}, expected ${issue.expected === 'int' ? 'a whole number' : article(issue.expected)}.`),
      ];
    case 'too_small':
      return [
        problem(
          `found ${show(issue.input)}, expected ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}${unitOf(issue.origin, issue.minimum)}.`,
        ),
      ];
    case 'too_big':
      return [problem(`found ${show(issue.input)}, expected at most ${issue.maximum}${unitOf(issue.origin, issue.maximum)}.`)];
    case 'invalid_value': {
      const values = issue.values.map(String);
      const close = typeof issue.input === 'string' ? nearest(issue.input, values) : undefined;
      return [
        problem(
          `found ${show(issue.input)}, expected ${values.length === 1 ? values[0] : `one of ${values.join(', ')}`}${close ? `; did you mean ${close}?` : '.'}`,
        ),
      ];
    }
    case 'invalid_union': {
      // The branch with the fewest complaints, deeper ones counting less, is what the author meant.
      const score = (branch: readonly z.core.$ZodIssue[]): number =>
        branch.reduce((sum, i) => sum + (i.path.length === 0 && i.code === 'invalid_type' ? 100 : 1), 0);
      const branches = [...issue.errors].sort((a, b) => score(a) - score(b));
      if (branches.length === 0 || score(branches[0]) >= 100) {
        const expected = issue.errors.flatMap((branch) =>
          branch.flatMap((i) => (i.code === 'invalid_type' ? [article(i.expected)] : [])),
        );
        return [problem(`found ${show(issue.input)}, expected ${[...new Set(expected)].join(' or ')}.`)];
      }
      return branches[0].flatMap((inner) =>
        problemsOf({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, schema),
      );
    }
    default:
      return [problem(`${issue.message}.`)];
  }
}

const article = (type: string): string =>
  type === 'object' || type === 'array'
    ? type === 'array'
      ? 'a list'
      : 'an object'
    : type === 'int'
      ? 'a whole number'
      : `a ${type}`;
function unitOf(origin: string, count: number | bigint): string {
  if (origin === 'string') return count === 1 ? ' character' : ' characters';
  if (origin === 'array') return count === 1 ? ' entry' : ' entries';
  return '';
}

/** The names that the schema knows at a path, through lists and choices. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let nodes: z.ZodType[] = [schema];
  for (const segment of path) nodes = nodes.flatMap(flatten).flatMap((node) => child(node, segment));
  return [...new Set(nodes.flatMap(flatten).flatMap((node) => Object.keys((node as unknown as { shape?: object }).shape ?? {})))];
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
}
const definition = (node: z.ZodType): Definition => (node as unknown as { _zod: { def: Definition } })._zod.def;

/** A node without its wrappings: what an optional or a choice may hold. */
function flatten(node: z.ZodType): z.ZodType[] {
  const { type, innerType, options } = definition(node);
  if (innerType) return flatten(innerType);
  return type === 'union' && options ? options.flatMap(flatten) : [node];
}

function child(node: z.ZodType, segment: PropertyKey): z.ZodType[] {
  const { element, shape } = definition(node);
  if (element) return [element];
  const next = shape?.[String(segment)];
  return next ? [next] : [];
}
