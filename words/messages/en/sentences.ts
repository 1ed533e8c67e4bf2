/**
 * Every sentence that is filled with numbers, in English. `{name}` is filled in; `<uses>` and `<well>` mark the words that carry
 * the colours of the map, so that the sentence is the legend.
 */
export const sentences = {
  /** The language, as numbers and plurals know it. */
  tag: 'en',
  /** Between members of a list that hold commas. */
  between: '; ',
  /** Under 64 futures an estimate is rough. */
  about: { enough: 'about', few: 'roughly' },
  range: '<range>({low}–{high})</range>',
  one: 'By <year>year {year}</year>, {about} <uses>{reach}</uses> in 100 schools <uses>use it</uses> {reachRange} and <well>{well}</well> <well>use it well</well> {wellRange}. {own} run it locally. {effect}',
  effects: {
    poorest: 'Where pupils are poorest {poor} in 100 schools use it, where they are least poor {rich}.',
    stopped: 'Of 100 schools that ran it, {stopped} had stopped three years on.',
    nameOnly: '{nameOnly} in 100 teachers count as users and do not use it.',
    money: 'It has cost {money} dollars a pupil.',
  },
  lead: {
    trade: '{reach} reaches more schools, {depth} takes deeper root',
    both: '{reach} reaches more schools and takes deeper root',
    reachOnly: '{reach} reaches more schools; which takes deeper root is too close to call',
    depthOnly: '{depth} takes deeper root; which reaches more schools is too close to call',
    neither: '{a} and {b} are too close to call',
  },
  /** Made of a part about reach and one about depth, each seen from the first plan. */
  two: 'By <year>year {year}</year>, {reach} ({about} <uses>{aReach}</uses> in 100 <uses>use it</uses>, against <uses>{bReach}</uses>), {joint} {depth} (<well>{aWell}</well> against <well>{bWell}</well>). {cost}',
  twoClose:
    'By <year>year {year}</year>, {a} and {b} are too close to call: {about} <uses>{aReach}</uses> and <uses>{bReach}</uses> in 100 schools <uses>use it</uses>, <well>{aWell}</well> and <well>{bWell}</well> <well>use it well</well>. {cost}',
  reachOfTwo: {
    more: '{a} reaches more schools than {b}',
    fewer: '{a} reaches fewer schools than {b}',
    same: '{a} and {b} reach about as many schools',
  },
  depthOfTwo: {
    more: 'more <well>use it well</well>',
    fewer: 'fewer <well>use it well</well>',
    same: 'about as many <well>use it well</well>',
  },
  joint: { and: 'and', but: 'but' },
  costs: {
    fairness: 'Poorer schools lag more in {worse}.',
    staying: 'Fewer keep it up in {worse}.',
    money: '{worse} costs more.',
    none: 'In fairness, staying power and money they hardly differ.',
  },
  wins: {
    nearlyEvery: '{leader} is ahead on {what} in nearly every future ({share} of 100).',
    most: '{leader} is ahead on {what} in most futures ({share} of 100).',
    more: '{leader} is ahead on {what} more often than not ({share} of 100 futures).',
    close: 'On {what}, too close to call ({leader} ahead in {share} of 100 futures).',
  },
  what: { reach: 'reach', depth: 'depth' },
  units: {
    share: '{n} in 100',
    money: '{n} USD',
    points: '{n} points',
    years: '{n} years',
    plain: '{n}',
    missing: 'nothing to measure',
  },
  summary: {
    header: { label: 'At the end', median: 'middle', middle: 'half of futures', wide: '9 in 10 futures' },
    to: 'to',
    fewer: '{n} of {all} futures',
  },
  chart: { title: 'Schools that use it, in 100', legend: '█ half of futures   ░ 9 in 10', axis: 'years' },
} as const;
