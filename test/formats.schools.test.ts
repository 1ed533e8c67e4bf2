import { describe, expect, test } from 'vitest';
import { readSchools, type SchoolOptions, sizeQuantities } from '../formats/index.ts';
import { cosine } from '../formats/schools/ground.ts';
import { isolation } from '../formats/schools/remoteness.ts';
import { cpuTime } from './cpu.ts';

const read = (lines: readonly string[], options?: SchoolOptions) => readSchools(lines.join('\n'), options);
const table = (lines: readonly string[], options?: SchoolOptions) => {
  const result = read(lines, options);
  if (!result.table) throw new Error(result.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return { ...result, table: result.table };
};
const said = ({ problems }: ReturnType<typeof read>) => problems.map(({ path, message }) => `${path}: ${message}`);

describe('a file with everything in it', () => {
  const lines = [
    'School ID,Name,District,Learners,Educators,Quintile,Urban / Rural',
    'a,Aloe,North,300,10,1,RURAL',
    'b,"Bean, Upper",South,200,10,5,urban',
    'c,<b>Cane</b> & =1+1,North,100,5,3,Urban',
  ];

  test('is read without a problem', () => {
    const { table: schools, problems, columns, counts } = table(lines, { name: 'Three' });
    expect(problems).toEqual([]);
    expect(counts).toEqual({ rows: 3, schools: 3, districts: 2, regions: 0, leftOut: 0, pupils: 600, educators: 25 });
    expect(columns.pupils).toEqual(['Learners']);
    expect(schools).toMatchObject({ name: 'Three', ids: ['a', 'b', 'c'], districts: ['North', 'South'] });
    expect([...schools.district]).toEqual([0, 1, 0]);
    expect([...schools.pupils]).toEqual([300, 200, 100]);
    expect([...schools.educators]).toEqual([10, 10, 5]);
    expect([...schools.disadvantage]).toEqual([0.9, 0.1, 0.5]);
    expect(schools.remoteness[0]).toBeGreaterThan(schools.remoteness[1]);
  });

  test('markup and formulas in names stay the text they are', () => {
    expect(table(lines).table.names).toEqual(['Aloe', 'Bean, Upper', '<b>Cane</b> & =1+1']);
  });

  test.each([';', '\t', '|'])('also with %j between its cells, and with CRLF', (mark) => {
    const other = lines.map((line) => line.replace('Bean, Upper', 'Bean').replaceAll(',', mark)).join('\r\n');
    expect(readSchools(other).table?.pupils).toEqual(table(lines).table.pupils);
  });

  test('by a mapping that says otherwise', () => {
    const { table: schools, columns } = table(lines, {
      mapping: { district: 'Urban / Rural', quintile: null, settlement: null },
    });
    expect(schools.districts).toEqual(['RURAL', 'urban', 'Urban']);
    expect(columns.quintile).toBeUndefined();
    expect([...schools.disadvantage]).toEqual([0.5, 0.5, 0.5]);
  });
});

describe('what cannot be read is refused', () => {
  test('a mapping that names what is not there, with the nearest that is', () => {
    const mapping = { pupils: 'Lerners', distirct: 'x' } as SchoolOptions['mapping'] & object;
    const result = read(['id,Learners', 'a,1'], { mapping });
    expect(result.table).toBeNull();
    expect(said(result)).toEqual([
      'row 1: the mapping reads pupils from "Lerners", expected a column of the file; did you mean "Learners"?',
      expect.stringMatching(/^row 1: the mapping names "distirct", expected one of .*; did you mean "district"\?$/),
    ]);
  });

  test.each([
    ['nothing', ''],
    ['a header alone', 'school_id,pupils'],
    ['columns without a meaning', 'colour,taste\nred,sweet'],
    ['a column given twice', 'school_id,pupils,pupils\na,1,2'],
    ['a hundred thousand columns', `school_id${',x'.repeat(1e5)}\na`],
    ['two columns for an id', 'a,b\n1,2', { mapping: { id: ['a', 'b'] } }],
  ] as readonly [string, string, SchoolOptions?][])('%s', (_, text, options = {}) => {
    const result = readSchools(text, options);
    expect(result.table).toBeNull();
    expect(result.problems.length).toBeGreaterThan(0);
  });

  test('headers named after the machinery of objects are only names', () => {
    const result = table(['__proto__,constructor,school_id', '1,2,a']);
    expect(result.table.ids).toEqual(['a']);
    expect(read(['a', '1'], { mapping: JSON.parse('{"__proto__": "a"}') }).table).toBeNull();
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });
});

describe('row by row', () => {
  test('rows that cannot be used are left out, and said', () => {
    const result = table(['id,pupils,teachers', 'a,100,5', '', 'a,200,9', 'b,100', 'c,1,2,3', 'd,50,2', '', '']);
    expect(result.table.ids).toEqual(['a', 'd']);
    expect(result.counts).toMatchObject({ rows: 6, schools: 2, leftOut: 4 });
    expect(said(result)).toEqual([
      'row 3: the row is empty and was left out',
      'row 4, column "id": found "a", which row 2 has already; this row was left out',
      'row 5: found 2 cells, expected 3 as in the header; the row was left out',
      'row 6: found 4 cells, expected 3 as in the header; the row was left out',
    ]);
  });

  test('an open quotation mark does not swallow a file in silence', () => {
    const result = read(['id,name', 'a,"Aloe', 'b,Bean']);
    expect(result.tallies).toContainEqual({ fault: 'shape', column: null, rows: 1 });
  });

  test('an id that is missing is the row', () => {
    const result = table(['id,pupils', ',100', 'b,100']);
    expect(result.table.ids).toEqual(['row 2', 'b']);
    expect(result.problems[0]).toMatchObject({ row: 2, column: 'id', fault: 'missing' });
  });

  test('a size that is missing follows from the other by the ratio of the file', () => {
    // Known in both: 300 pupils, 10 teachers, so 30 for each.
    const result = table(['id,pupils,teachers', 'a,300,10', 'b,,4', 'c,90,', 'd,,']);
    expect([...result.table.pupils]).toEqual([300, 120, 90, 195]);
    expect([...result.table.educators]).toEqual([10, 4, 3, 7]);
    expect(result.counts).toMatchObject({ pupils: 390, educators: 14 });
    expect(said(result)).toContain(
      'row 3, column "pupils": the cell is empty, expected a number of pupils from 1 to 1000000; 120 are assumed',
    );
    expect(result.assumed).toContainEqual(
      expect.stringMatching(/^Schools with neither pupils nor teachers: 1\. They have 195 pupils \(the file's median\)/),
    );
  });

  test.each(['-5', 'many', '1,004', '0', '1e999', '0x10', '١٢', '2e9'])('%j is no number of pupils', (cell) => {
    const result = table(['id,pupils,teachers', 'a,300,10', `b,"${cell}",4`]);
    expect(result.table.pupils[1]).toBe(120);
    expect(said(result)).toEqual([
      `row 3, column "pupils": found "${cell}", expected a number of pupils from 1 to 1000000; 120 are assumed`,
    ]);
  });

  test('what is hard to believe is kept, and said', () => {
    const result = table(['id,pupils,teachers', 'a,201,1', 'b,200,1', 'c,2,1', 'd,3,2']);
    expect([...result.table.pupils]).toEqual([201, 200, 2, 3]);
    expect(result.problems.map(({ row, fault }) => [row, fault])).toEqual([
      [2, 'implausible'],
      [5, 'implausible'],
    ]);
  });

  test('a report is short, and its counts complete', () => {
    const lines = ['id,pupils,teachers', ...Array.from({ length: 1000 }, (_, i) => `s${i},,${i < 500 ? 5 : ''}`)];
    const result = table(lines);
    expect(result.tallies).toContainEqual({ fault: 'missing', column: 'pupils', rows: 1000 });
    expect(result.problems.length).toBe(42);
    expect(said(result)).toContain('row 22, column "pupils": 980 more like those above, from this row on (missing, 1000 in all)');
  });
});

describe('columns that a file lacks', () => {
  test('no sizes: the stated school, or the one that the caller states', () => {
    const { pupilsPerSchool, pupilsPerEducator } = sizeQuantities;
    const byDefault = table(['id', 'a']);
    expect(byDefault.table.pupils[0]).toBe(pupilsPerSchool.default);
    expect(byDefault.table.educators[0]).toBe(Math.round(pupilsPerSchool.default / pupilsPerEducator.default));
    expect(byDefault.assumed).toContainEqual(expect.stringContaining(pupilsPerSchool.source));
    const stated = table(['id', 'a'], { assume: { pupilsPerSchool: 400, pupilsPerEducator: 40 } });
    expect([stated.table.pupils[0], stated.table.educators[0]]).toEqual([400, 10]);
  });

  test('teachers in several columns are added up', () => {
    const result = table([
      'id,pupils,teachers_male,teachers_female,mean_teachers_salary',
      'a,100,2,3,500',
      'b,100,,4,500',
      'c,90,,,500',
    ]);
    expect([...result.table.educators]).toEqual([5, 4, 4]);
    expect(result.columns.educators).toEqual(['teachers_male', 'teachers_female']);
    expect(result.tallies).toEqual([{ fault: 'missing', column: 'teachers_male + teachers_female', rows: 1 }]);
  });

  test('rows that are districts count as schools of what contains them', () => {
    const result = table(['district_id,district_name,county,students,teachers', '7,Sunol,Alameda,195,10.9']);
    expect(result.table).toMatchObject({ ids: ['7'], names: ['Sunol'], districts: ['Alameda'] });
    expect(result.table.educators[0]).toBe(11);
    expect(result.counts.educators).toBe(10.9);
    expect(result.assumed).toContainEqual(expect.stringContaining('each row, a district, counts as one school'));
  });

  test('without coordinates districts stand apart on a grid', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `s${i},d${i % 4}`);
    const { x, y, district } = table(['id,district', ...lines]).table;
    expect(new Set(Array.from(x, (value, i) => `${value} ${y[i]}`)).size).toBe(40);
    const nearest = (i: number) =>
      Array.from(x, (_, k) => ({ k, away: (x[k] - x[i]) ** 2 + (y[k] - y[i]) ** 2 }))
        .filter(({ k }) => k !== i)
        .sort((a, b) => a.away - b.away)[0].k;
    // The corner of every square is nearer to its own square than to the next.
    expect(district[nearest(0)]).toBe(district[0]);
  });

  test('a header one slip away from a known word is pointed at', () => {
    expect(said(table(['school_id,pupiles', 'a,10']))).toContain(
      'row 1, column "pupiles": is not read; if it means "pupils", say so in the mapping',
    );
  });
});

describe('disadvantage', () => {
  test.each([
    ['a per cent', ['25', '75', ''], [0.25, 0.75, 0.5]],
    ['a share', ['0.25', '1', ''], [0.25, 1, 0.625]],
    ['a per cent above 100', ['25', '75', '130'], [0.25, 0.75, 0.5]],
  ])('%s', (_, cells, shares) => {
    const { table: schools } = table(['id,lunch', ...cells.map((cell, i) => `s${i},${cell}`)]);
    expect([...schools.disadvantage]).toEqual(shares);
  });

  test('a quintile is a whole number from 1 to 5', () => {
    const result = table(['id,quintile', 'a,1', 'b,5', 'c,0', 'd,2.5', 'e,6']);
    expect([...result.table.disadvantage]).toEqual([0.9, 0.1, 0.5, 0.5, 0.5]);
    expect(result.tallies).toEqual([{ fault: 'unusable', column: 'quintile', rows: 3 }]);
  });
});

describe('the ground', () => {
  test('the cosine is the cosine', () => {
    for (let degrees = -90; degrees <= 90; degrees += 0.5) {
      expect(Math.abs(cosine(degrees) - Math.cos((degrees * Math.PI) / 180))).toBeLessThan(1e-14);
    }
  });

  test('distances are those of the globe within 1 per cent, in whole metres', () => {
    // Bloemfontein, Welkom, Bethlehem: great circles by the haversine formula.
    const places = [
      [-29.1167, 26.2167],
      [-27.9833, 26.7333],
      [-28.2333, 28.3],
    ];
    const { x, y } = table(['id,lat,lon', ...places.map(([lat, lon], i) => `s${i},${lat},${lon}`)]).table;
    const radians = Math.PI / 180;
    for (const [i, k] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const [a, b] = [places[i], places[k]];
      const half = Math.sin(((b[0] - a[0]) * radians) / 2) ** 2;
      const side = Math.cos(a[0] * radians) * Math.cos(b[0] * radians) * Math.sin(((b[1] - a[1]) * radians) / 2) ** 2;
      const globe = 2 * 6371.0088 * Math.asin(Math.sqrt(half + side));
      expect(Math.abs(Math.hypot(x[i] - x[k], y[i] - y[k]) / globe - 1)).toBeLessThan(0.01);
    }
    for (const value of [...x, ...y]) expect(Math.round(value * 1000) / 1000).toBe(value);
    expect([Math.min(...x), Math.min(...y)]).toEqual([0, 0]);
    expect(y[0]).toBe(0);
  });

  const town = Array.from({ length: 30 }, (_, i) => `s${i},d,${-28 + (i % 6) / 100},${27 + Math.floor(i / 6) / 100}`);

  test('a place far from all others is moved to the middle of its district, and said', () => {
    const result = table([
      'id,district,latitude,longitude',
      ...town,
      'far,d,-28,98',
      'none,d,,',
      'half,d,-28,',
      'nowhere,d,0,0',
      'wrong,d,-280,27',
    ]);
    const { x, y } = result.table;
    expect(Math.max(...x)).toBeLessThan(10);
    expect(result.tallies).toEqual([
      { fault: 'missing', column: 'latitude', rows: 1 },
      { fault: 'unusable', column: 'latitude', rows: 3 },
      { fault: 'outlier', column: 'latitude, longitude', rows: 1 },
    ]);
    expect(new Set(Array.from({ length: 5 }, (_, i) => `${x[30 + i]} ${y[30 + i]}`)).size).toBe(1);
    expect(result.assumed).toContain(
      'Schools with no place, or one that cannot be right: 5. They stand in the middle of their district.',
    );
  });

  test('a district far away is no error', () => {
    const away = town.map((line) =>
      line
        .replace('s', 'a')
        .replace(',d,', ',e,')
        .replace(/27\.?\d*$/, (lon) => String(Number(lon) + 10)),
    );
    expect(table(['id,district,latitude,longitude', ...town, ...away]).problems).toEqual([]);
  });

  test('islands on both sides of the date line are neighbours', () => {
    const { x } = table(['id,lat,lon', 'a,-17,179.5', 'b,-17,-179.5']).table;
    expect(Math.max(...x)).toBeCloseTo(106.336, 1);
  });

  test('plane coordinates are kilometres, or metres where they span too much', () => {
    expect([...table(['id,x,y', 'a,10,5', 'b,13,9']).table.x]).toEqual([0, 3]);
    expect([...table(['id,easting,northing', 'a,500000,7000000', 'b,520000,7010000']).table.x]).toEqual([0, 20]);
  });
});

describe('remoteness by neighbours', () => {
  test('is 0 in a crowd, 1 alone, and an eighth more for each doubling', () => {
    const crowd = Array.from({ length: 6 }, (_, i) => i / 100);
    const x = Float64Array.of(...crowd, 1000, ...crowd.map((value) => 500 + value * 400));
    const remoteness = isolation(x, new Float64Array(x.length));
    expect([...remoteness.subarray(0, 6)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(remoteness[6]).toBe(1);
    // 20 km from end to end: all find five others within squares of 8 or 16 km and their neighbours.
    for (const value of remoteness.subarray(7)) expect([5 / 8, 6 / 8]).toContain(value);
  });

  test('words for kinds of place come first, and an unknown word is said', () => {
    const result = table(['id,urban_rural,lat,lon', 'a,URBAN,1,1', 'b,Peri-Urban,1,1', 'c,savanna,1,1']);
    expect([...result.table.remoteness]).toEqual([0.4, 0.5, 1]);
    expect(result.tallies).toEqual([{ fault: 'unusable', column: 'urban_rural', rows: 1 }]);
  });
});

test('a hundred thousand schools in one town, and two far away, take seconds', () => {
  const lines = Array.from({ length: 100_000 }, (_, i) => `s${i},d${i % 100},${i % 900},${i % 40},0.${i % 1000},0.${i % 777}`);
  const took = cpuTime(() => {
    const result = table(['id,district,pupils,teachers,lat,lon', ...lines, 'far,d0,100,5,1,1', 'other,d1,100,5,-1,-1']);
    expect(result.counts.schools).toBe(100_002);
  });
  expect(took).toBeLessThan(8000);
});
