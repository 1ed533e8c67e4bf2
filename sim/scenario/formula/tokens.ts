/**
 * The first reading of a formula's text, from left to right: which characters may stand where. All that a formula cannot say
 * is refused here, with the character at which it stands, before the parser sees it. That order matters: the parser itself takes
 * exponential time over nested `%`, and recurses some twenty frames for every parenthesis.
 */
import { Refusal } from './refusal.ts';

/** A number or a name of the text: the leaves of the tree, in the order in which they are read. */
export interface Leaf {
  /** Counted from 1. */
  readonly at: number;
  readonly text: string;
}

export const limits = { characters: 500, parts: 200, depth: 32 } as const;

const TOKEN =
  /(?<space>\s+)|(?<number>(?:\d+(?:\.(?![*/^])\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?<sign>[<>=!]=|[-+*/^(),?:<>])/y;

const VALUE = 'a number, a name or an opening parenthesis';

const refusedCharacters: Readonly<Record<string, string>> = {
  '"': 'quoted text has no place in a formula',
  "'": 'quoted text has no place in a formula',
  '[': 'a formula knows single numbers, not lists',
  ']': 'a formula knows single numbers, not lists',
  '{': 'a formula knows single numbers, not objects',
  '}': 'a formula knows single numbers, not objects',
  '=': 'a formula gives a value and sets nothing; to compare, write ==',
  ';': 'a formula is one expression',
  '!': 'there are no factorials; to turn a condition round, write not',
  '%': 'there are no per cent signs; write 0.1 for 10%',
  '&': 'write and',
  '|': 'write or',
  '~': 'write not',
  '#': 'a formula holds no comments',
  '.': 'a dot stands only inside a number or a name',
};

const refusedWords: Readonly<Record<string, string>> = {
  mod: 'there is no remainder in a formula',
  to: 'there are no units in a formula',
  in: 'there are no units in a formula',
  null: 'a formula knows only numbers',
  undefined: 'a formula knows only numbers',
  NaN: 'a formula knows only finite numbers',
  Infinity: 'a formula knows only finite numbers',
};

const joiningWords = ['and', 'or', 'xor'];
const truths = ['true', 'false'];

/** What stands before a token: a name is a value that a parenthesis may follow. */
type Before = 'nothing' | 'value' | 'name';

/** An opening parenthesis and what is under way inside it. The whole text is the outermost. */
interface Group {
  readonly at: number;
  readonly isCall: boolean;
  /** Where a `?` stands that still waits for its `:`, else 0. */
  choiceAt: number;
}

/** Reads the text once and returns its leaves; throws a Refusal at the first character that cannot stand where it does. */
export function scan(text: string): Leaf[] {
  if (text.length > limits.characters)
    throw new Refusal(limits.characters + 1, `a formula ends after at most ${limits.characters} characters`);
  const leaves: Leaf[] = [];
  const groups: Group[] = [{ at: 0, isCall: false, choiceAt: 0 }];
  let before: Before = 'nothing';
  for (const { kind, at, text: token } of tokens(text)) {
    if (kind === 'sign') {
      before = sign(token, at, before, groups);
    } else if (kind === 'name' && joiningWords.includes(token)) {
      if (before === 'nothing') throw new Refusal(at, `expected ${VALUE}, found ${token}`);
      before = 'nothing';
    } else {
      if (before !== 'nothing')
        throw new Refusal(at, `expected an operator before ${token}: a product needs its *, and units are not known`);
      if (kind === 'name' && token === 'not') continue;
      refuseWord(token, at);
      leaves.push({ at, text: token });
      before = kind === 'name' && !truths.includes(token) ? 'name' : 'value';
    }
  }
  if (before === 'nothing') throw new Refusal(text.length + 1, `expected ${VALUE}, found the end`);
  const { at, choiceAt } = groups.at(-1)!;
  if (choiceAt) throw new Refusal(choiceAt, 'the choice that begins with this ? lacks its :');
  if (at) throw new Refusal(at, 'this parenthesis is never closed');
  return leaves;
}

function* tokens(text: string): Generator<{ kind: string; at: number; text: string }> {
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex + 1;
    const match = pattern.exec(text);
    if (!match) {
      const character = String.fromCodePoint(text.codePointAt(at - 1)!);
      throw new Refusal(
        at,
        Object.hasOwn(refusedCharacters, character) ? refusedCharacters[character] : 'this character has no meaning in a formula',
      );
    }
    const [kind] = Object.entries(match.groups!).find(([, part]) => part !== undefined)!;
    if (kind !== 'space') yield { kind, at, text: match[0] };
  }
}

function refuseWord(word: string, at: number): void {
  const [first] = word.split('.');
  if (Object.hasOwn(refusedWords, first)) throw new Refusal(at, refusedWords[first]);
  if (first !== word && ['not', ...joiningWords, ...truths].includes(first)) throw new Refusal(at, `${first} has no parts`);
}

/** Takes in one sign, after a value, a name or nothing; says what now stands before the next token. */
function sign(token: string, at: number, before: Before, groups: Group[]): Before {
  const group = groups.at(-1)!;
  if (token === '(') return open(at, before, groups);
  if (before === 'nothing') {
    if (token === '+' || token === '-') return 'nothing';
    throw new Refusal(at, `expected ${VALUE}, found ${token}`);
  }
  if (token === ')' || token === ',') {
    if (group.choiceAt) throw new Refusal(group.choiceAt, 'the choice that begins with this ? lacks its :');
    if (token === ',' && !group.isCall) throw new Refusal(at, 'a comma stands only between the numbers handed to a function');
    if (token === ',') return 'nothing';
    if (groups.length === 1) throw new Refusal(at, 'no parenthesis is open here');
    groups.pop();
    return 'value';
  }
  if (token === '?') {
    if (group.choiceAt) throw new Refusal(at, 'a choice inside the first half of a choice needs parentheses');
    group.choiceAt = at;
  } else if (token === ':') {
    if (!group.choiceAt) throw new Refusal(at, 'there are no ranges; a colon stands only in a choice, condition ? this : that');
    group.choiceAt = 0;
  }
  return 'nothing';
}

function open(at: number, before: Before, groups: Group[]): Before {
  if (before === 'value') throw new Refusal(at, 'expected an operator before this parenthesis: a product needs its *');
  if (groups.length > limits.depth) throw new Refusal(at, `parentheses nest at most ${limits.depth} deep`);
  groups.push({ at, isCall: before === 'name', choiceAt: 0 });
  return 'nothing';
}
