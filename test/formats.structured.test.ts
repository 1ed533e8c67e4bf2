import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStructured } from '../formats/index.ts';
import { cpuTime } from './cpu.ts';

const value = (text: string) => {
  const read = parseStructured(text);
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return read.value;
};
const problems = (text: string) => {
  const read = parseStructured(text);
  if (read.ok) throw new Error(`expected problems, got ${JSON.stringify(read.value)}`);
  return read.problems;
};

describe('what is read', () => {
  test('JSON and YAML say the same', () => {
    const yaml = 'name: Baseline\nyears: 10\nrollout:\n  - year: 0\n    share: 0.5\n  - year: 2\non: true\nnote: null\n';
    const json = '{"name":"Baseline","years":10,"rollout":[{"year":0,"share":0.5},{"year":2}],"on":true,"note":null}';
    expect(value(yaml)).toEqual(JSON.parse(json));
    expect(value(json)).toEqual(JSON.parse(json));
  });

  test('what looks like a date, a Norwegian or an old octal number is not taken for one', () => {
    expect(value('a: 2020-01-01\nb: no\nc: 010')).toEqual({ a: '2020-01-01', b: 'no', c: 10 });
  });

  test('any JSON value comes back as JSON.parse has it', () => {
    const name = fc.string({ maxLength: 12 }).filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key));
    const leaf = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Number.isInteger(x) || Number.isSafeInteger(x)),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(name, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 2, '\t'), (any, indent) => {
        const text = JSON.stringify(any, null, indent);
        expect(JSON.stringify(value(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
      { numRuns: 300 },
    );
  });

  test('objects inherit nothing', () => {
    const read = value('{"a": {"b": 1}}') as { a: object };
    expect(Object.getPrototypeOf(read)).toBeNull();
    expect('toString' in read.a).toBe(false);
  });

  test('an alias is a copy of its anchor', () => {
    const read = value('a: &x {n: 1}\nb: *x') as { a: object; b: object };
    expect(read.b).toEqual(read.a);
    expect(read.b).not.toBe(read.a);
  });

  test('a path leads back to its line', () => {
    const read = parseStructured('name: B\nrollout:\n  - year: 0\n  - year: 2\n    share: 1\nsame: &s {a: 1}\nalso: *s\n');
    if (!read.ok) throw new Error('expected a value');
    expect(read.locate('')).toEqual({ line: 1, column: 1 });
    expect(read.locate('rollout[1].share')).toEqual({ line: 5, column: 5 });
    expect(read.locate('rollout.1')).toEqual({ line: 4, column: 5 });
    expect(read.locate('also.a')).toEqual({ line: 6, column: 11 });
    expect(read.locate('rollout[2].year')).toBeUndefined();
  });
});

describe('what is refused, with its place', () => {
  test.each([
    [
      'a name given twice',
      'a: 1\nb: {c: 1, c: 2}\na: 3',
      'b.c',
      'the name "c" occurs twice in one mapping, expected once (line 2, column 11)',
    ],
    ['1e999', '{"a": [1, 1e999]}', 'a[1]', 'found 1e999, expected a finite number (line 1, column 11)'],
    ['infinity', 'a: -.inf', 'a', 'found -.inf, expected a finite number (line 1, column 4)'],
    ['not a number', 'a: .nan', 'a', 'found .nan, expected a finite number (line 1, column 4)'],
    [
      '__proto__',
      '{"a": {"__proto__": {"polluted": 1}}}',
      'a.__proto__',
      'the name "__proto__" is not allowed, expected any other (line 1, column 8)',
    ],
    [
      'constructor',
      'constructor: 1',
      'constructor',
      'the name "constructor" is not allowed, expected any other (line 1, column 1)',
    ],
    ['prototype', '{"prototype": 1}', 'prototype', 'the name "prototype" is not allowed, expected any other (line 1, column 2)'],
    [
      'an escaped __proto__',
      '{"\\u005f_proto__": 1}',
      '__proto__',
      'the name "__proto__" is not allowed, expected any other (line 1, column 2)',
    ],
    ['a list as a name', '? [a]\n: 1', 'line 1, column 3', 'found a list or a mapping as a name, expected a text'],
    ['an alias without an anchor', 'a: *b', 'a', 'found the alias *b, expected an anchor &b before it (line 1, column 4)'],
    [
      'a second document',
      'a: 1\n---\nb: 2',
      'line 2, column 1',
      'a second document begins here, expected one document in a file',
    ],
    ['nothing', '', 'line 1, column 1', 'the file is empty, expected a mapping'],
    ['only a comment', '# to do', 'line 1, column 1', 'the file is empty, expected a mapping'],
    ['another version', '%YAML 1.1\n---\na: yes', 'line 1, column 1', 'found YAML 1.1, expected YAML 1.2'],
  ])('%s', (_, text, path, message) => {
    expect(problems(text).map((problem) => [problem.path, problem.message])).toContainEqual([path, message]);
  });

  test('a whole number that a double cannot hold', () => {
    expect(problems('seed: 9007199254740993')[0].message).toContain('expected a whole number below 2^53');
    expect(value('seed: "9007199254740993"')).toEqual({ seed: '9007199254740993' });
    expect(value('seed: 9007199254740991')).toEqual({ seed: 9007199254740991 });
  });

  test('tags, even those that YAML knows', () => {
    expect(problems('a: !!js/function "x"\nb: !!binary aGk=\nc: !!set {d}').map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  test('broken text, with line and column', () => {
    expect(problems('{\n  "a": 1,,\n  "b": 2\n}')[0]).toMatchObject({ line: 2, column: 10, path: 'line 2, column 10' });
  });

  test('all problems of a file at once, and not thousands of them', () => {
    expect(problems('a: .inf\nb: .nan\na: 1').map(({ line }) => line)).toEqual([1, 2, 3]);
    const many = problems(Array.from({ length: 500 }, (_, i) => `k${i}: .inf`).join('\n'));
    expect(many).toHaveLength(51);
    expect(many[50].message).toBe('450 more problems from here on');
  });

  test('nothing is polluted on the way', () => {
    problems('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('hostile files cost little', () => {
  const deep = /more than 64 deep/;

  test('64 levels are read, 65 refused, in every notation', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
      ['- ', ''],
    ]) {
      const nested = (levels: number) => `${open.repeat(levels)}1${close.repeat(levels)}`;
      expect(parseStructured(nested(64)).ok).toBe(true);
      expect(problems(nested(65))[0].message).toMatch(deep);
    }
  });

  test.each([1e3, 1e4, 1e5, 1e6])('%i levels are refused at the sixty-fifth', (levels) => {
    for (const open of ['[', '{"a":', '- ', '? ', '[{"a": ', '["]",', "['[', ", '[ # ]\n', '- - ']) {
      const text = open.repeat(levels);
      expect(cpuTime(() => expect(problems(text)[0].message).toMatch(deep))).toBeLessThan(500);
    }
  });

  test('block mappings count too', () => {
    const text = Array.from({ length: 70 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    expect(problems(text)[0].message).toMatch(deep);
  });

  test('aliases that double and double again are refused', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`);
    const text = `a0: &a0 [x, x]\n${rows.join('\n')}`;
    expect(cpuTime(() => expect(problems(text)[0].message).toContain('aliases stand for more than 10000 values'))).toBeLessThan(
      500,
    );
  });

  test('an alias of itself is refused', () =>
    expect(problems('&a [*a]')[0].message).toContain('aliases lead more than 64 levels deep'));

  test.each([']', '"', '%Y\n', '&a ', '[],'])('a million times %j', (mark) => {
    expect(cpuTime(() => expect(parseStructured(mark.repeat(1e6)).ok).toBe(false))).toBeLessThan(5000);
  });
});
