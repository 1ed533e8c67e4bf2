/**
 * Text -> syntax tree, with its depth and its size watched token by token. The library's later stages call themselves once a
 * level, so the depth has to be known before they see anything; its lexer and parser keep a list instead, and because they do
 * the watching, no quote, comment or indentation can be read in one way here and in another way there.
 */
import { type CST, Lexer, type LineCounter, Parser } from 'yaml';

/** Lists and mappings inside each other: a scenario has six. */
export const DEPTH = 64;

/** Words, marks and spaces of a file, about 2 MB of JSON: what is read within seconds and with some hundred MB. */
const LEXEMES = 500_000;

export type Tree =
  | { readonly ok: true; readonly tokens: readonly CST.Token[] }
  | { readonly ok: false; readonly offset: number; readonly message: string };

/**
 * The tree of a YAML (or JSON) text, or where it became deeper or larger than allowed; takes no longer than to get there.
 * Reading ends at the `patience`-th misplaced mark: the rest of such a file would only add complaints.
 */
export function treeOf(text: string, lines: LineCounter, patience: number): Tree {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  let misplaced = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') misplaced++;
    }
    if (misplaced >= patience) break;
    if (parser.stack.length > DEPTH && depth(parser) > DEPTH) {
      return { ok: false, offset, message: `lists and mappings lie more than ${DEPTH} deep, expected at most ${DEPTH} levels` };
    }
    if (++lexemes > LEXEMES) {
      return { ok: false, offset, message: `the file has more than ${LEXEMES} words and marks, expected at most that many` };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { ok: true, tokens };
}

const collections: ReadonlySet<string> = new Set(['block-map', 'block-seq', 'flow-collection']);

function depth({ stack }: Parser): number {
  return stack.filter(({ type }) => collections.has(type)).length;
}
