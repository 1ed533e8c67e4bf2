/** JSON or YAML text -> a plain value and the way back from a value's path to its line, or everything that is wrong with it. */
import { Composer, type CST, type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node } from 'yaml';
import { type Problem, pathText } from '../sim/index.ts';
import { treeOf } from './structured/nesting.ts';
import { aliasTargets, keyText, valueFrom } from './structured/values.ts';

/** Both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type PlacedProblem = Problem & Place;

export type Structured =
  | {
      readonly ok: true;
      /** Null, booleans, finite numbers, texts, arrays, and objects without a prototype. */
      readonly value: unknown;
      /** Where a value stands: its name in a mapping, itself in a list. Undefined where the file has nothing at that path. */
      locate(path: string): Place | undefined;
    }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** Enough to repair a file by; a damaged one has a problem on each line. */
const SHOWN = 50;

/**
 * Reads YAML 1.2 with the core schema, of which JSON is a part. Refused, each with its place: nesting beyond 64 levels, names
 * given twice, `__proto__` and its kin, numbers that are not finite or not exact, aliases that expand without end, tags that
 * mean nothing here, more than one document, an empty text, and whatever is not YAML.
 */
export function parseStructured(text: string): Structured {
  const lines = new LineCounter();
  const placed = (offset: number, path: string, message: string): PlacedProblem => {
    const place = placeOf(lines, offset);
    const where = `line ${place.line}, column ${place.column}`;
    return path === '' ? { path: where, message, ...place } : { path, message: `${message} (${where})`, ...place };
  };
  const tree = treeOf(text, lines, SHOWN);
  if (!tree.ok) return { ok: false, problems: [placed(tree.offset, '', tree.message)] };

  const documents = documentsOf(tree.tokens, text.length);
  const problems = documents.flatMap(({ errors, warnings }) =>
    [...errors, ...warnings].map(({ pos, message }) => placed(pos[0], '', plain(message))),
  );
  const [document, second] = documents;
  if (second) problems.push(placed(second.range[0], '', 'a second document begins here, expected one document in a file'));
  if (document.directives.yaml.explicit && document.directives.yaml.version !== '1.2') {
    problems.push(placed(0, '', `found YAML ${document.directives.yaml.version}, expected YAML 1.2`));
  }
  const { contents } = document;
  if (contents === null && problems.length === 0) problems.push(placed(0, '', 'the file is empty, expected a mapping'));
  if (problems.length > 0 || contents === null) return { ok: false, problems: capped(problems) };

  const targets = aliasTargets(document);
  const value = valueFrom(contents, targets, (offset, path, message) => problems.push(placed(offset, pathText(path), message)));
  if (problems.length > 0) return { ok: false, problems: capped(problems) };
  return { ok: true, value, locate: (path) => locate(contents, targets, segmentsOf(path), lines) };
}

/** Ends where the complaints outside documents are more than anybody reads, for each costs as much as a hundred words. */
function documentsOf(tokens: readonly CST.Token[], length: number): Document.Parsed[] {
  const composer = new Composer({ uniqueKeys: false, resolveKnownTags: false, prettyErrors: false });
  const documents: Document.Parsed[] = [];
  for (const token of tokens) {
    documents.push(...composer.next(token));
    if (documents.length > 1 || composer.streamInfo().warnings.length > SHOWN) break;
  }
  return [...documents, ...composer.end(true, length)];
}

function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** The library's sentences begin with a capital; ours follow a path and a colon. */
function plain(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** Each complaint once, as the library repeats some, and no more of them than help. */
function capped(problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
  const once = [...new Map(problems.map((problem) => [`${problem.path}: ${problem.message}`, problem])).values()];
  if (once.length <= SHOWN) return once;
  return [...once.slice(0, SHOWN), { ...once[SHOWN], message: `${once.length - SHOWN} more problems from here on` }];
}

/** `rollout[2].year` and `rollout.2.year` alike. */
function segmentsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((segment) => segment !== '');
}

function locate(
  contents: Node,
  targets: ReadonlyMap<Node, Node>,
  segments: readonly string[],
  lines: LineCounter,
): Place | undefined {
  let node: unknown = contents;
  let offset = contents.range?.[0] ?? 0;
  for (const segment of segments) {
    const step = child(isNode(node) && isAlias(node) ? targets.get(node) : node, segment);
    if (!step) return undefined;
    node = step.node;
    offset = step.at.range?.[0] ?? offset;
  }
  return placeOf(lines, offset);
}

/** The node under a name or a place in a list, and the node that shows where it stands. */
function child(parent: unknown, segment: string): { readonly node: unknown; readonly at: Node } | undefined {
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && keyText(key) === segment);
    return pair && { node: pair.value, at: pair.key as Node };
  }
  const item = isSeq(parent) ? parent.items[Number(segment)] : undefined;
  return isNode(item) ? { node: item, at: item } : undefined;
}
