/** The one-page brief, and what is said in a download of everything. */
export const brief = {
  title: 'One-page brief',
  print: 'Print',
  printMore: 'One page, A4 or Letter.',
  working: 'Still working out what would change our mind and which doubts to keep: {done} of {all} settings tried.',
  headline: 'By year {year}, {well} in 100 schools use it well',
  futures: '{n} futures',
  map: '{plan}, year {year}: {uses} of {all} schools use it, {well} use it well, in future {future}.',
  mapKey: 'Maps: future {future} at year {year}. Ring: uses it. Fill: how well. ×: stopped.',
  chartKey:
    'Charts: schools in 100; <uses>use it</uses> (dashed), <well>use it well</well> (solid); bands hold half, and 9 in 10, of futures.',
  chart:
    '{plan}: by year {year}, {uses} in 100 use it ({usesLow} to {usesHigh}) and {well} use it well ({wellLow} to {wellHigh}).',
  yearZero: 'Year 0',
  table: {
    at: 'At year {year}',
    plan: '{plan}: middle, 9 in 10 futures',
    one: 'Middle, 9 in 10 futures',
    luck: 'Same luck',
    outcome: '{name}, {sub}',
    rough: 'too few futures to say',
    nothing: 'nothing to measure',
  },
  drove: {
    title: 'What drove the difference',
    step: '{label}: {change} in 100 use it well',
    order: 'Switched one at a time from B to A, the largest first.',
    differ: 'Where the plans differ',
    waiting: 'The plans are being run with one part switched at a time.',
  },
  says: { nothing: 'nothing but the starting values', curve: 'changes over the years' },
  minds: {
    title: 'What would change our mind',
    one: '{label} at {value}: {change} in 100 use it well',
    flip: '{label} at {value}: {leader} goes deeper, {a} in A against {b} in B',
    level: '{label} at {value}: too close to call on depth, {a} in A against {b} in B',
    none: 'None of the {n} settings that move A most turns the order of depth round.',
    futures: '{n} futures each, roughly.',
    waiting: 'Being worked out.',
  },
  doubts: {
    title: 'Doubts to keep',
    care: '“{label}” moves depth by up to {span} in 100 and rests on {grounds}',
    grounds: { A: 'several studies', B: 'one study', C: 'judgement', D: 'a guess' },
    whole: 'Not tested against a real national rollout; speeds and sizes are not calibrated',
    tried: '{tried} of {all} settings tried so far',
  },
  plan: '<strong>{plan}</strong>: {said}.',
  both: 'Both plans',
  said: '{label} {value}',
  more: { one: 'and {n} more', other: 'and {n} more' },
  events: { one: '{n} event', other: '{n} events' },
  rules: { one: '{n} rule', other: '{n} rules' },
  chosen: { one: '{n} rollout that others choose', other: '{n} rollouts that others choose' },
  dated: '{said} from year {year}',
  foot: 'A thinking tool, not a forecast. {schools}, {districts}; {futures} per plan; seed {seed}; model {model}. Made in the browser; nothing was uploaded.',
  link: 'All settings are in the link: <link>{link}</link>',
  readme: {
    head: 'Taking Root: plans, futures and what they mean',
    about: 'Everything behind a page of Taking Root, a what-if simulator of how education innovations spread and take root.',
    plan: 'Plan "{title}", in the folder {name}\nSeed {seed}, {futures} futures. Digest of all futures: {digest}',
    model: 'Made by program {program} with model {model}. Numbers are promised within one version of the model.',
    files:
      'In each folder: the plan (a scenario in JSON), runs.csv and runs.parquet (a row a future and time, a column a measure), summary.csv (quantiles over futures, type 7), recommendations.csv (what each future’s learning loop tried and kept, where it turned), summary.svg (a picture), manifest.json (what was run, with a digest of every future). Beside them: dictionary.csv (what each column means) and settings.csv (every number behind the model, with its range, grade and source). An empty cell means that there was nothing to measure, never 0.',
    difference:
      'difference.csv: the first plan minus the second within the same future; aAhead is the share of futures in which the first is ahead.',
    again:
      'To run it again, in a checkout of Taking Root after npm start:\n\n  npx taking-root run {name}/{name}.json --out out\n  npx taking-root run {name}/manifest.json --replicates 0..7\n\nThe digests there are the digests here.',
    schools:
      'The schools come from a file that is not in this download: {files}. Put it beside the plan before running it again.',
    link: 'The same plans in the page:\n{link}',
    cite: 'To cite: {authors}. {title}. Version {version}, model {model}. Licence: {license}.',
    limits:
      'Not a forecast. The whole cannot be tested against data; speeds and sizes are not calibrated. Do not rank real schools or places by it.\n',
  },
} as const;
