/** What a person reads where rollouts are set that districts, or networks of schools, choose for themselves. */
export const choosing = {
  title: 'Rollouts that districts choose for themselves',
  about:
    'A district, or a network of schools wherever they lie, may have chosen another rollout than the plan’s. It has the settings of the plan and begins when the plan does; all other schools follow the plan.',
  one: '{n}. {rollout}',
  /** Of an event on the timeline. */
  events: { where: 'Where it happens', everywhere: 'Everywhere', regions: 'In a region', districts: 'In a district' },
  who: {
    regions: { all: 'Regions all of whose districts choose it', one: 'Region', add: 'Add this region' },
    districts: { all: 'Districts that choose it', one: 'District', add: 'Add this district' },
  },
  schools: 'Network of schools that chooses it',
  school: 'Name of a school',
  addSchool: 'Add this school',
  unknown: 'No school that is free to choose has this name.',
  leave: 'Take out {name}',
  place: 'place {n}, which is not on the map',
  more: { one: 'and {n} more', other: 'and {n} more' },
  remove: 'Remove rollout {n}: {rollout}',
  add: 'Add a rollout that a district chooses',
  none: 'Every district has chosen.',
  full: 'A plan has room for {n}.',
  staged: 'The plan changes its own rollout over the years: others can choose only where it stays the same.',
};
