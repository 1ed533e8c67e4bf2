/** The table behind the map. */
export const schools = {
  title: '{plan}: schools in year {year}',
  many: 'The first {shown} of {all} schools; the CSV file has all of them.',
  regions: { title: 'Schools that use it in year {year}, by region', columns: { region: 'Region', schools: 'Schools' } },
  columns: {
    school: 'School',
    district: 'District',
    pupils: 'Pupils',
    teachers: 'Teachers',
    state: 'Practice',
    use: 'Teachers who use it, in 100',
    well: 'How well, of 100',
  },
} as const;
