/** What a person reads where all rollouts stand side by side. */
export const rollouts = {
  title: 'All rollouts side by side',
  about: 'Each with the other settings of {plan}, on shared axes. {n} futures each.',
  use: 'Use this plan',
  compare: 'Compare with this',
  current: 'This is the plan now',
  useLabel: 'Use this plan: {rollout}',
  compareLabel: 'Compare with this: {rollout}',
  summary:
    '{rollout}: by year {year}, {uses} in 100 schools use it ({usesLow} to {usesHigh} in 9 of 10 futures) and {well} use it well ({wellLow} to {wellHigh}).',
  end: 'Year {year}: <uses>{uses} use it</uses>, <well>{well} well</well>',
  waiting: 'on its way',
};
