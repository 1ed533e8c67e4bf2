import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type Column, csvChunks, writeCsv, writeDictionary, writeParquet } from '../formats/index.ts';

const texts = (...values: (string | null)[]): Column[] => [
  { name: 'text', values: ['x', ...values] },
  { name: 'n', values: [0, ...values.map(() => 0)] },
];
const cell = (text: string) => (Papa.parse(writeCsv(texts(text))).data as string[][])[2][0];

describe('CSV', () => {
  test('tidy: a header, a line a row, what is missing is empty', () => {
    const columns = [
      { name: 'year', values: Int32Array.of(0, 1) },
      { name: 'reach', values: [0.1, Number.NaN] },
      { name: 'school', values: ['A', null] },
    ];
    expect(writeCsv(columns)).toBe('year,reach,school\n0,0.1,A\n1,,\n');
  });

  test.each(['=1+1', '+1', '-2.5', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x', '=HYPERLINK("http://x","y")'])(
    'the text %j is no formula any more',
    (text) => expect(cell(text)).toBe(`'${text}`),
  );

  test.each(['1=1', 'a@b.c', "'=1", ' =1', 'St. Mary-le-Bow', '<script>alert(1)</script>', '10-12'])(
    'the text %j is left alone',
    (text) => expect(cell(text)).toBe(text),
  );

  test('headers are texts too', () => expect(writeCsv([{ name: '=x', values: [1] }])).toBe("'=x\n1\n"));

  test('numbers are never touched', () => {
    const values = [-2.5, -0.1, 1e21, 5e-324, 0.1 + 0.2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    expect(writeCsv([{ name: 'n', values }])).toBe('n\n-2.5\n-0.1\n1e+21\n5e-324\n0.30000000000000004\nInf\n-Inf\n');
  });

  test('every number reads back as itself, in the fewest digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(Number(writeCsv([{ name: 'n', values: [x] }]).split('\n')[1]) + 0).toBe(x + 0);
      }),
    );
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(Math.fround(Number(writeCsv([{ name: 'n', values: Float32Array.of(x) }]).split('\n')[1])) + 0).toBe(x + 0);
      }),
    );
    expect(writeCsv([{ name: 'n', values: Float32Array.of(0.1, 1 / 3) }])).toBe('n\n0.1\n0.33333334\n');
  });

  test('any text comes back, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (values) => {
        const rows = Papa.parse<string[]>(writeCsv(texts(...values)), { newline: '\n', delimiter: ',' }).data.slice(2, -1);
        expect(rows.map(([text]) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))).toEqual(
          values.map((text) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')),
        );
      }),
    );
  });

  test('a lone empty cell is still a row', () => {
    expect(writeCsv([{ name: 'n', values: [1, Number.NaN, 2] }])).toBe('n\n1\n""\n2\n');
  });

  test('pieces make the same file', () => {
    const columns = [{ name: 'i', values: Float64Array.from({ length: 10_000 }, (_, i) => i / 7) }];
    expect([...csvChunks(columns, 33)].join('')).toBe(writeCsv(columns));
  });

  test('columns of two lengths are a mistake of ours', () => {
    expect(() =>
      writeCsv([
        { name: 'a', values: [1] },
        { name: 'b', values: [1, 2] },
      ]),
    ).toThrow('column b has 2 rows, expected 1');
  });

  test('the dictionary says what columns mean', () => {
    const rows = [{ column: 'reach', label: 'Reach', unit: 'share', meaning: 'Educators who use it, of all' }];
    expect(writeDictionary(rows)).toBe('column,label,unit,meaning\nreach,Reach,share,"Educators who use it, of all"\n');
  });
});

describe('Parquet', () => {
  const columns: Column[] = [
    { name: 'run', values: Uint32Array.of(0, 1, 4294967295) },
    { name: 'year', values: Int32Array.of(-1, 0, 1) },
    { name: 'reach', values: Float64Array.of(0.1, Number.NaN, -2.5) },
    { name: 'depth', values: Float32Array.of(0.5, 0.25, 1) },
    { name: 'strategy', values: ['=1+1', null, 'größe'] },
    { name: 'nothing', values: [Number.NaN, Number.NaN, Number.NaN] },
  ];
  const bytes = writeParquet(
    columns,
    new Map([
      ['scenario', '{"years": 10}'],
      ['seed', '42'],
    ]),
  );
  const file = bytes.buffer as ArrayBuffer;

  test('values come back as they were, what is missing as null', async () => {
    expect(await parquetReadObjects({ file })).toEqual([
      { run: 0n, year: -1, reach: 0.1, depth: 0.5, strategy: '=1+1', nothing: null },
      { run: 1n, year: 0, reach: null, depth: 0.25, strategy: null, nothing: null },
      { run: 4294967295n, year: 1, reach: -2.5, depth: 1, strategy: 'größe', nothing: null },
    ]);
  });

  test('the file says what it is about', () => {
    expect(parquetMetadata(file).key_value_metadata).toEqual([
      { key: 'scenario', value: '{"years": 10}' },
      { key: 'seed', value: '42' },
    ]);
  });

  test('the same columns give the same bytes', () => {
    expect(
      writeParquet(
        columns,
        new Map([
          ['scenario', '{"years": 10}'],
          ['seed', '42'],
        ]),
      ),
    ).toEqual(bytes);
  });

  test('no rows are a file too', async () => {
    const empty = writeParquet([{ name: 'reach', values: new Float64Array(0) }], new Map());
    expect(await parquetReadObjects({ file: empty.buffer as ArrayBuffer })).toEqual([]);
  });
});
