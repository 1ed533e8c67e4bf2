/** Sentences that answer the questions of a study, in English, and what to bear in mind beside them. */
export const studies = {
  inHundred: '{n} in 100',
  and: 'and',
  between: ', ',
  range: '{low} to {high}',
  matters: {
    change:
      '“{outcome}” is moved most by {first}: {change} from its low to its high level, averaged over the others ({range} in nine of ten resamples){next}. {none}',
    nextChange: '; then {list}',
    oneChange: '{label} ({change})',
    variance:
      'Of what varies in “{outcome}”, {first} accounts for {total} in 100 together with other inputs and {alone} in 100 alone{next}. {none}',
    nextVariance: '; then come {list}',
    oneVariance: '{label} ({total} in 100)',
    elementary:
      '“{outcome}” is moved most by {first}: {change} on average over its whole range ({range} in nine of ten resamples){next}. {none}',
    idle: '{n} of the {all} inputs {n|does|do} nothing that stands out from luck.',
    nothing: 'No input moves “{outcome}” by more than luck does.',
  },
  together: {
    pairs: {
      stronger:
        'Together {a} and {b} add {effect} to “{outcome}” beyond what they add apart, the most of all pairs{against}. {enough}',
      against:
        '{a} and {b} get in each other’s way most: together they take {effect} off the “{outcome}” that they would add up to{stronger}. {enough}',
      alsoAgainst: '; {a} and {b} get in each other’s way most ({effect})',
      alsoStronger: '; {a} and {b} gain most from each other ({effect})',
      none: 'No pair of inputs does more or less to “{outcome}” together than apart, as far as luck lets one see (±{noise}). {enough}',
    },
    high: '{label} high',
    low: '{label} low',
    enough: {
      every:
        'With {held}, at least {reliability} in 100 futures come to {threshold} {side} whatever the others are; this covers {coverage} in 100 of all futures that do.',
      mixed:
        'With {held}, {consistency} in 100 futures come to {threshold} {side}, over all that the others were; this covers {coverage} in 100 of all futures that do.',
      none: 'No combination of up to {size} inputs brings {reliability} in 100 futures to {threshold} {side}.',
      always: 'Whatever the inputs, {reliability} in 100 futures come to {threshold} {side}.',
    },
    atLeast: 'or more',
    atMost: 'or less',
  },
  fails: {
    box: 'Where {limits}, “{outcome}” {side} {threshold} in {density} of 100 futures ({range}), against {base} of 100 overall; this covers {coverage} in 100 of all such futures. {further}',
    further: 'Of the rest, they gather where {boxes}: together this covers {covered} in 100 of them, at {density} of 100.',
    oneFurther: '{limits} ({n} of 100)',
    orWhere: ', or where ',
    below: 'stays below',
    above: 'stays above',
    at: 'stays no better than',
    none: 'No range of the inputs gathers the futures in which “{outcome}” {side} {threshold}: they are {base} of 100 everywhere.',
    limitBelow: '{label} is below {high}',
    limitAbove: '{label} is above {low}',
    limitBetween: '{label} is between {low} and {high}',
    limitKept: '{label} is {kept}',
    or: ' or ',
  },
  holds: {
    leader:
      '“{plan}” holds up best: over {n} {n|setting|settings} its “{outcome}” lies {regret} from that of the best plan of each future on average ({range}), and it comes to {threshold} {side} in {reached} of 100 futures.',
    tie: '“{plan}” and “{other}” hold up about equally: on average their “{outcome}” lies {regret} and {otherRegret} from that of the best plan of each future.',
    worst: 'In its worst setting it lies {worst} from the best; “{other}” in its own {otherWorst}.',
  },
  takes: {
    predicted:
      'By the runs so far, the cheapest mix that brings “{outcome}” to {target} {side} in {reliability} of 100 futures has {mix}, at {cost}; it has not been run yet.',
    over: 'Futures here differ by luck and by {n} {n|input|inputs} that no plan chooses: {list}.',
    real: 'Of {n} {n|mix|mixes} that {n|was|were} run, the cheapest that brought “{outcome}” to {target} {side} in {reliability} of 100 futures has {mix}, at {cost}; through futures of its own it did so in {share} of 100 ({range}).',
    short:
      'None of the {n} {n|mix|mixes} that were run brought “{outcome}” to {target} {side} in {reliability} of 100 futures; the nearest did so in {share} of 100, with {mix}.',
    none: 'No mix within these ranges brings “{outcome}” to {target} {side} in {reliability} of 100 futures, as far as the runs tell.',
    item: '{label} at {value}',
    lows: 'all else at its lowest',
    lowest: 'every input at its lowest',
    levels: '{n} of {all} full steps from lowest to highest',
  },
  cautions: {
    rules: 'This says how the model behaves, not how the world does.',
    order: 'The order is not settled: another sample puts the same three inputs on top in {n} of 100 cases.',
    first: 'Which input comes first is not settled: another sample agrees in {n} of 100 cases.',
    explained: 'The method foresees only {n} in 100 of what varies between points: take shares and places with care.',
    alone: 'Pairs of inputs are mixed up with each other in these points, so that nothing is said of an input alone.',
    single: 'Each point was run once: luck is only guessed at, from effects that are small.',
    filled: '{n} {n|point|points} had nothing to measure and {n|stands|stand} in with what the effects of the others foresee.',
    allGrades: 'Every input it speaks of rests on thin evidence (grade C or D).',
    luck: '{n} in 100 of all variation between futures is luck, whatever the inputs.',
    grades: '{n} of the {all} inputs it speaks of rest on thin evidence (grade C or D).',
    fraction:
      'Only some of the combinations were run: this holds over those, not for certain over the others, and what three or more inputs do together may show as a pair of others.',
    steady: 'The limit on {label} came back in only {n} of 100 resamples.',
    loose: 'No box has the density asked for: this is the largest that comes near the densest.',
    further: 'Each further box is sought among what those before it leave, and has not been sought anew in resamples.',
    ties: '{n} of 100 futures come to the very worst value that was met, so that failing here is coming to no more than that.',
    surface: 'The stand-in for the model foresees {n} in 100 of what varies between points; only real runs decide.',
    unconfirmed: 'These mixes are proposals: run them before relying on any.',
    few: 'Each cell rests on {n} futures.',
  },
} as const;
