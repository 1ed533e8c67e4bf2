/**
 * Every sentence that is filled with numbers, in English. `{name}` is filled in; `<uses>` and `<well>` mark the words that carry
 * the colours of the map, so that the sentence is the legend.
 */
export const en = {
  /** Under 64 futures an estimate is rough. */
  about: { enough: 'about', few: 'roughly' },
  range: '({low}–{high})',
  one: 'By year {year}, {about} {reach} in 100 schools <uses>use it</uses> {reachRange} and {well} <well>use it well</well> {wellRange}. {own} run it locally. {effect}',
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
  two: '{lead}. By year {year}, {about} {aReach} in 100 schools <uses>use it</uses> in {a} {aReachRange} and {bReach} in {b} {bReachRange}; {aWell} and {bWell} <well>use it well</well>. {cost}',
  costs: {
    fairness: '{worse} leaves the poorest schools further behind.',
    staying: 'Fewer schools keep it up in {worse}: {kept} in 100 after three years, against {keptOther}.',
    money: '{worse} costs more: {money} dollars a pupil, against {moneyOther}.',
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
  story: {
    invited: 'The programme came to {school} {when}.',
    began: 'At {school} it began {when}: {reason}.',
    never: 'Nobody at {school} decided to use it.',
    spread: '{began} decided to use it; what tipped most: {reason}.',
    losses: 'Since then {stopped} stopped, {left} left the school, and the leader {leaders}.',
    end: 'After {years}, {using} of {posts} educators use it.',
    when: { first: 'in the first year', later: 'about {years} in' },
    count: { none: 'nobody', one: 'one educator', some: '{n} educators' },
    leaders: { none: 'stayed', one: 'changed once', some: 'changed {n} times' },
    years: { one: 'one year', some: '{n} years' },
    events: {
      adopted: 'an educator begins: {detail}',
      stopped: 'an educator stops',
      left: 'an educator leaves',
      affiliation: 'the programme: {detail}',
      leaderLeft: 'the leader leaves',
      closed: 'the school is closed',
      created: 'an educator makes a local variant',
      cycle: 'the programme completes a learning cycle',
    },
    several: '{text} ({n} times)',
  },
} as const;
