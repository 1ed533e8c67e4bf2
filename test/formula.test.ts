import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, log, logistic, pow, power } from '../sim/arithmetic.ts';
import { functions, operator } from '../sim/scenario/formula/operations.ts';
import { compileFormula } from '../sim/scenario/formula.ts';
import { cpuTime } from './cpu.ts';

const known = ['reach', 'year', 'spread.schools', 'ingredients.betterData', 'a', 'b', 'c'];
const values = [0.25, 4, 12, 0.7, -2, 3, 0.5];

function value(text: string): number {
  const compiled = compileFormula(text, known);
  if (!compiled.ok) throw new Error(`${text}: ${compiled.problem}`);
  return compiled.formula.evaluate((slot) => values[slot]);
}

function problemOf(text: string): string {
  const compiled = compileFormula(text, known);
  if (compiled.ok) throw new Error(`expected a refusal of ${text}`);
  return compiled.problem;
}

describe('what a formula says', () => {
  test.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 3', 2],
    ['2 ^ 3 ^ 2', 512],
    ['-b ^ 2', -9],
    ['2 ^ -3', 0.125],
    ['+.5e1', 5],
    ['b\n  + 1', 4],
    ['a < b', 1],
    ['a < b < c', 0],
    ['a < c < b == 3', 1],
    ['b >= 3 and b <= 3 and b == 3 and b != 4', 1],
    ['true xor true or not false', 1],
    ['not (year > 5)', 1],
    ['year > 5 ? 1 : year > 3 ? 2 : 3', 2],
    ['year > 3 ? (reach > 0.5 ? 1 : 2) : 3', 2],
    ['year>3?.5:.25', 0.5],
    ['spread.schools * ingredients.betterData', 12 * 0.7],
    ['min(b, a, c) + max(a)', -4],
    ['abs(a) + sqrt(year) + floor(-0.5) + ceil(0.5) + round(2.5)', 7],
    ['clamp(year, 0, 1) + clamp(a, 0, 1)', 1],
    ['ramp(year, 3, 7)', 0.25],
    ['ramp(year, 7, 3)', 0.75],
    ['ramp(year, 4, 4) - ramp(year, 5, 5)', 1],
    ['smoothstep(year, 3, 7)', 0.15625],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected));

  test('powers, exp, log and the logistic curve are those of sim/arithmetic, bit for bit', () => {
    expect(value('spread.schools ^ 0.1')).toBe(pow(12, 0.1));
    expect(value('reach ^ 7')).toBe(power(0.25, 7));
    expect(value('ingredients.betterData ^ -7')).toBe(1 / power(0.7, 7));
    expect(value('ingredients.betterData ^ 2000')).toBe(pow(0.7, 2000));
    expect(value('exp(ingredients.betterData)')).toBe(exp(0.7));
    expect(value('log(ingredients.betterData)')).toBe(log(0.7));
    expect(value('logistic(a)')).toBe(logistic(-2));
  });

  test('it names what it reads once, in order of first use, and asks for those slots only', () => {
    const compiled = compileFormula('year + spread.schools * year', known);
    if (!compiled.ok) throw new Error(compiled.problem);
    const asked: number[] = [];
    compiled.formula.evaluate((slot) => asked.push(slot));
    expect(compiled.formula.names).toEqual(['year', 'spread.schools']);
    expect(asked).toEqual([1, 2, 1]);
  });

  test('names may come from a function', () => {
    const compiled = compileFormula('x.y', (name) => (name === 'x.y' ? 41 : -1));
    expect(compiled.ok && compiled.formula.evaluate((slot) => slot + 1)).toBe(42);
    expect(compileFormula('x.z', () => -1)).toEqual({ ok: false, problem: 'character 1: unknown name x.z' });
  });

  test('what the numbers make of it is the caller’s to judge', () => {
    expect(value('log(a)')).toBeNaN();
    expect(value('1 / (b - 3)')).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('what it says of a mistake', () => {
  test.each([
    ['', 'character 1: expected a number, a name or an opening parenthesis, found the end'],
    ['2 +', 'character 4: expected a number, a name or an opening parenthesis, found the end'],
    ['2 + * 3', 'character 5: expected a number, a name or an opening parenthesis, found *'],
    ['and b', 'character 1: expected a number, a name or an opening parenthesis, found and'],
    ['f()', 'character 3: expected a number, a name or an opening parenthesis, found )'],
    ['2 * (a + b', 'character 5: this parenthesis is never closed'],
    ['a + b)', 'character 6: no parenthesis is open here'],
    ['(a, b)', 'character 3: a comma stands only between the numbers handed to a function'],
    ['2 a', 'character 3: expected an operator before a: a product needs its *, and units are not known'],
    ['5 cm', 'character 3: expected an operator before cm: a product needs its *, and units are not known'],
    ['2a', 'character 2: expected an operator before a: a product needs its *, and units are not known'],
    ['0x1F', 'character 2: expected an operator before x1F: a product needs its *, and units are not known'],
    ['2(a)', 'character 2: expected an operator before this parenthesis: a product needs its *'],
    ['true(1, 2)', 'character 5: expected an operator before this parenthesis: a product needs its *'],
    ['year(1 - reach)', 'character 1: unknown function year; a product needs its *'],
    ['spread.scools + 1', 'character 1: unknown name spread.scools; did you mean spread.schools?'],
    ['1 + flor(2.5)', 'character 5: unknown function flor; did you mean floor?'],
    ['1 + floor', 'character 5: floor is a function: write floor(x)'],
    ['clamp(a, b)', 'character 1: expected clamp(x, low, high), found 2 in parentheses'],
    ['a ? b : c : a', 'character 11: there are no ranges; a colon stands only in a choice, condition ? this : that'],
    ['a ? b', 'character 3: the choice that begins with this ? lacks its :'],
    ['(a ? b) + 1', 'character 4: the choice that begins with this ? lacks its :'],
    ['a ? b ? 1 : 2 : 3', 'character 7: a choice inside the first half of a choice needs parentheses'],
    ['not year > 5', 'character 5: put what follows not in parentheses, as in not (a > b)'],
    ['0 < not year < 5', 'character 1: put what follows not in parentheses, as in not (a > b)'],
    ['true.a', 'character 1: true has no parts'],
    ['a + 1e999', 'character 5: 1e999 is too large a number'],
    ['9^9^9^9', 'character 3: what begins here holds no name and is not a finite number'],
    ['a + log(-1)', 'character 5: what begins here holds no name and is not a finite number'],
    ['a + 0 / 0', 'character 5: what begins here holds no name and is not a finite number'],
  ])('%s', (text, problem) => expect(problemOf(text)).toBe(problem));
});

describe('limits', () => {
  const sum = (terms: number) => Array(terms).fill('a').join('+');
  const chain = (terms: number) => `min(${Array(terms).fill('a').join(',')})`;

  test('500 characters', () => {
    expect(value('1'.padEnd(500))).toBe(1);
    expect(problemOf('1'.padEnd(501))).toMatch(/^character 501: .*500 characters/);
  });
  test('200 parts', () => {
    expect(value(chain(199))).toBe(-2);
    expect(problemOf(chain(200))).toMatch(/200 numbers, names and operators/);
  });
  test('a depth of 32', () => {
    expect(value(sum(32))).toBe(-64);
    expect(problemOf(sum(33))).toMatch(/32 deep/);
    expect(value(`${'('.repeat(32)}a${')'.repeat(32)}`)).toBe(-2);
    expect(problemOf(`${'('.repeat(33)}a${')'.repeat(33)}`)).toMatch(/^character 33: .*32 deep/);
  });
});

describe('hostile text is refused in less than 50 ms', () => {
  const hostile: readonly string[] = [
    // what mathjs would do with them: abort the process, run for minutes, be a different number every time, or change itself
    '1:1e8',
    ':',
    'range(0,1e8)',
    'setPowerset(1:22)',
    'rationalize("(x+y+z+w)^30")',
    'inv(random([900,900]))',
    'format(pi,1e8)',
    'random()',
    'createUnit("furlong")',
    'config({})',
    'import({a: 1})',
    'evaluate("1")',
    'parse("1")',
    'simplify("a")',
    'derivative("a", "a")',
    'zeros(1e9)',
    'ones(9999, 9999)',
    '170!',
    '5!!',
    // ways out of the parser's language
    'constructor',
    'constructor.constructor("return 1")()',
    'a.constructor.constructor("return 1")()',
    '__proto__',
    'a.__proto__.polluted',
    'a.toString()',
    'toString(a)',
    'hasOwnProperty(a)',
    '({}).polluted = 1',
    'cos.constructor',
    'min.constructor(1)',
    'f(x) = x',
    'a = 3',
    'reach.x = 1',
    // other things than numbers
    '"text"',
    "'text'",
    "a'",
    '[1, 2; 3, 4]',
    'a[1]',
    '{a: 1}',
    '5 cm',
    '5 cm to inch',
    '5 in',
    '10%',
    '7 % 3',
    '7 mod 3',
    '2i',
    '0b11',
    '0x10',
    '1 & 2',
    '1 | 2',
    '~1',
    '1 << 2',
    '1 >>> 2',
    'a ?? b',
    'a?.b',
    'a .* b',
    '1./b',
    '1.^b',
    "a.^b'",
    'null',
    'undefined',
    'NaN',
    '-Infinity',
    // no more than one expression
    'a; b',
    '1 # 2',
    'p q',
    '2e',
    '1..5',
    '\u0000',
    'а', // a Cyrillic letter
    '𝐚',
    '１',
    // depth and length, which cost a recursive parser its stack or exponential time
    '('.repeat(500),
    `${'('.repeat(249)}a${')'.repeat(249)}`,
    '1%('.repeat(166),
    '-'.repeat(499) + 'a',
    `${'not '.repeat(124)}a`,
    `${'a^'.repeat(249)}a`,
    `${'a?'.repeat(166)}a`,
    `${'a?1:'.repeat(124)}a`,
    `${'min('.repeat(124)}a`,
    `${'min('.repeat(99)}a${')'.repeat(99)}`,
    `${'a<'.repeat(249)}a`,
    `${'1/1'.repeat(166)} a`,
    '1e'.repeat(250),
    '9'.repeat(500),
    'a'.repeat(500),
    `a${'.a'.repeat(249)}`,
    'a'.repeat(5_000_000),
  ];

  test.each(hostile.map((text) => [text.slice(0, 60), text]))('%s', (_start, text) => {
    compileFormula('1', known); // the engine's first use of the code is not the text's doing
    let compiled: unknown;
    const took = cpuTime(() => {
      compiled = compileFormula(text, known);
    });
    expect(compiled).toMatchObject({ ok: false, problem: expect.stringMatching(/^character \d+: \S/) });
    expect(took).toBeLessThan(50);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('the tables of operators and functions hold only their own entries', () => {
    expect(() => operator('constructor')).toThrow('expected an operator of the list, got constructor');
    expect(() => operator('factorial')).toThrow('expected an operator of the list, got factorial');
    expect(operator('add')(1, 2)).toBe(3);
  });
});

/** A formula as data, written and worked out here without the compiler. */
type Tree = number | string | { readonly sign: string; readonly parts: readonly Tree[] };

const bare = new Set(['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=', 'and', 'or', 'xor']);

function write(tree: Tree): string {
  if (typeof tree === 'number') return String(tree);
  if (typeof tree === 'string') return tree;
  const parts = tree.parts.map(write);
  if (tree.sign === '?') return `(${parts[0]}?${parts[1]}:${parts[2]})`;
  if (tree.sign === 'minus') return `(-${parts[0]})`;
  if (tree.sign === 'not') return `(not ${parts[0]})`;
  return bare.has(tree.sign) ? `(${parts[0]} ${tree.sign} ${parts[1]})` : `${tree.sign}(${parts.join(' , ')})`;
}

function interpret(tree: Tree): number {
  if (typeof tree === 'number') return tree;
  if (typeof tree === 'string') return values[known.indexOf(tree)];
  const [a, b, c] = tree.parts.map(interpret);
  switch (tree.sign) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '^':
      return Number.isInteger(b) && b >= 0 && b <= 1024
        ? power(a, b)
        : Number.isInteger(b) && b < 0 && b >= -1024
          ? 1 / power(a, -b)
          : pow(a, b);
    case '<':
      return a < b ? 1 : 0;
    case '<=':
      return a <= b ? 1 : 0;
    case '>':
      return a > b ? 1 : 0;
    case '>=':
      return a >= b ? 1 : 0;
    case '==':
      return a === b ? 1 : 0;
    case '!=':
      return a === b ? 0 : 1;
    case 'and':
      return a && b ? 1 : 0;
    case 'or':
      return a || b ? 1 : 0;
    case 'xor':
      return !a === !b ? 0 : 1;
    case 'not':
      return a ? 0 : 1;
    case 'minus':
      return -a;
    case '?':
      return a ? b : c;
    default:
      return functions[tree.sign].compute(...[a, b, c].slice(0, tree.parts.length));
  }
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 5 },
    fc.oneof(fc.constantFrom<Tree>(...known), fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 1e6, noNaN: true })),
    fc.record({ sign: fc.constantFrom(...bare), parts: fc.tuple(tie('tree'), tie('tree')) }),
    fc.record({
      sign: fc.constantFrom('minus', 'not', 'abs', 'sqrt', 'exp', 'log', 'floor', 'ceil', 'round', 'logistic'),
      parts: fc.tuple(tie('tree')),
    }),
    fc.record({
      sign: fc.constantFrom('?', 'clamp', 'ramp', 'smoothstep', 'min', 'max'),
      parts: fc.tuple(tie('tree'), tie('tree'), tie('tree')),
    }),
  ),
}));

/** Whether some part without names is not finite, which is refused. */
function hasBadConstant(tree: Tree): boolean {
  if (typeof tree !== 'object') return false;
  return tree.parts.some(hasBadConstant) || (!/[a-z]/.test(names(tree)) && !Number.isFinite(interpret(tree)));
}

function names(tree: Tree): string {
  if (typeof tree !== 'object') return typeof tree === 'string' ? tree : '';
  return tree.parts.map(names).join('');
}

describe('for any formula', () => {
  test('a tree, written out and compiled, gives the bits of the tree worked out directly', () => {
    let compared = 0;
    fc.assert(
      fc.property(tree, (tree) => {
        const text = write(tree);
        const compiled = compileFormula(text, known);
        if (!compiled.ok) {
          const isLimit = /at most/.test(compiled.problem);
          expect(isLimit || hasBadConstant(tree), `${text}: ${compiled.problem}`).toBe(true);
          return;
        }
        compared += 1;
        expect(hasBadConstant(tree)).toBe(false);
        expect(compiled.formula.evaluate((slot) => values[slot])).toBe(interpret(tree));
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test('any text at all is a formula or a problem: never an exception, never slow', () => {
    const words = [
      'a',
      'b',
      'year',
      '1',
      '.5',
      '2e3',
      '(',
      ')',
      ',',
      '?',
      ':',
      '+',
      '-',
      '*',
      '/',
      '^',
      '<',
      '==',
      '!=',
      'not',
      'and',
      'xor',
      'min',
      'exp',
      ' ',
      '.',
      '!',
      '=',
      '%',
      '[',
      '"',
      'in',
      'to',
      'mod',
      'true',
      'null',
      '\n',
      '#',
      "'",
    ];
    const soup = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(''));
    const spaced = fc.array(fc.constantFrom(...words.slice(0, 24)), { maxLength: 12 }).map((parts) => parts.join(' '));
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 600 }), soup, spaced), (text) => {
        const compiled = compileFormula(text, known);
        if (compiled.ok) {
          accepted += 1;
          expect(compiled.formula.evaluate((slot) => values[slot])).toBeTypeOf('number');
        } else {
          expect(compiled.problem).toMatch(/^character \d+: \S/);
        }
      }),
      { numRuns: 20_000, seed: 2 },
    );
    expect(accepted).toBeGreaterThan(100);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
