/** What a learning loop leaves. Effects in SD a year. */
export const learned = {
  unnamed: 'the innovation',
  variant: 'a variant made by a school',
  title: 'What its learning loop recommends, in future {replicate}',
  tried: '{name}: {cycles} {cycles|change was|changes were} tried, {n} kept.',
  keep: 'Keep what was changed in {n|year|years} {years}.',
  nothing: 'No change was measured to be better: keep the design as it was.',
  gain: 'As measured these add {measured} SD a year; in truth they add {true}.',
  design:
    'Use the present edition: {elaboration} in 100 of design and procedure are worked out, at {cost} in 100 of the first year’s unit cost.',
  // Of what costs nothing to begin with: a variant that a school made.
  designFree: 'Use the present edition: {elaboration} in 100 of design and procedure are worked out.',
  passed: 'What was learned has gone to {names}.',
  depth: 'Put effort into depth: practice is shallow.',
  breadth: 'Put effort into breadth: practice is deep.',
  kept: 'Year {year}, {name}: a change measured at {measured} SD a year was kept; in truth it brings {true}.',
  dropped: 'Year {year}, {name}: a change measured at {measured} SD a year was dropped; in truth it would have brought {true}.',
  worth: 'Over {futures} {futures|future|futures} {each} changes are kept on average; {harmful} in 100 of them do harm.',
  /** What became of a change, in the table of all. */
  was: { kept: 'kept', dropped: 'dropped' },
  columns: {
    plan: 'Plan',
    year: 'Year',
    innovation: 'Innovation',
    measured: 'As measured, SD a year',
    true: 'In truth, SD a year',
    was: 'The change was',
    elaboration: 'Worked out, in 100',
    cost: 'Unit cost, first year 100',
    passed: 'Passed to',
  },
};
