/** French: the sentences. A plan stands before a verb in the singular, which agrees with any name. */
import type { Messages } from '../../language.ts';

export const sentences: Omit<Messages, 'catalogue' | 'charts' | 'levers' | 'map' | 'shell'> = {
  tag: 'fr',
  between: ' ; ',
  about: { enough: 'environ', few: 'à peu près' },
  range: '<range>({low}–{high})</range>',
  one: 'À l’<year>année {year}</year>, sur 100 écoles, {about} <uses>{reach}</uses> <uses>{reach|l’utilise|l’utilisent}</uses> {reachRange} et <well>{well}</well> <well>{well|l’utilise|l’utilisent} bien</well> {wellRange}. {own} {own|la gère|la gèrent} localement. {effect}',
  effects: {
    poorest:
      'Là où les élèves sont les plus pauvres, {poor} {poor|école sur 100 l’utilise|écoles sur 100 l’utilisent} ; là où ils le sont le moins, {rich}.',
    stopped: 'Sur 100 écoles qui la pratiquaient, {stopped} avaient arrêté trois ans après.',
    nameOnly: '{nameOnly} enseignants sur 100 comptent comme utilisateurs sans l’utiliser.',
    money: 'Elle a coûté {money} dollars par élève.',
  },
  lead: {
    trade: '{reach} touche plus d’écoles, {depth} s’ancre plus profondément',
    both: '{reach} touche plus d’écoles et s’ancre plus profondément',
    reachOnly: '{reach} touche plus d’écoles ; pour l’ancrage, impossible de trancher',
    depthOnly: '{depth} s’ancre plus profondément ; pour le nombre d’écoles, impossible de trancher',
    neither: '{a} et {b} : impossible de trancher',
  },
  two: 'À l’<year>année {year}</year>, {reach} ({about} <uses>{aReach}</uses> sur 100 <uses>{aReach|l’utilise|l’utilisent}</uses>, contre <uses>{bReach}</uses>), {joint} {depth} (<well>{aWell}</well> contre <well>{bWell}</well>). {cost}',
  twoClose:
    'À l’<year>année {year}</year>, impossible de trancher entre {a} et {b} : {about} <uses>{aReach}</uses> et <uses>{bReach}</uses> écoles sur 100 <uses>l’utilisent</uses>, <well>{aWell}</well> et <well>{bWell}</well> <well>l’utilisent bien</well>. {cost}',
  reachOfTwo: {
    more: '{a} devance {b} en nombre d’écoles',
    fewer: '{a} reste derrière {b} en nombre d’écoles',
    same: '{a} et {b} ont presque la même portée',
  },
  depthOfTwo: {
    more: 'plus <well>l’utilisent bien</well>',
    fewer: 'moins <well>l’utilisent bien</well>',
    same: 'presque autant <well>l’utilisent bien</well>',
  },
  joint: { and: 'et', but: 'mais' },
  costs: {
    fairness: '{worse} laisse les écoles pauvres plus en retard.',
    staying: '{worse} tient moins dans la durée.',
    money: '{worse} coûte plus cher.',
    none: 'Pour l’équité, la durée et l’argent, la différence est minime.',
  },
  wins: {
    nearlyEvery: '{what} : {leader} est devant dans presque tous les futurs ({share} sur 100).',
    most: '{what} : {leader} est devant dans la plupart des futurs ({share} sur 100).',
    more: '{what} : {leader} est devant plus d’une fois sur deux ({share} futurs sur 100).',
    close: '{what} : impossible de trancher ({leader} est devant dans {share} futurs sur 100).',
  },
  what: { reach: 'Portée', depth: 'Profondeur' },
  units: {
    share: '{n} sur 100',
    money: '{n} USD',
    points: '{n} points',
    years: '{n} ans',
    plain: '{n}',
    missing: 'rien à mesurer',
  },
  summary: {
    header: { label: 'À la fin', median: 'milieu', middle: 'la moitié des futurs', wide: '9 futurs sur 10' },
    to: 'à',
    fewer: '{n} futurs sur {all}',
  },
  chart: { title: 'Écoles qui l’utilisent, sur 100', legend: '█ la moitié des futurs   ░ 9 sur 10', axis: 'ans' },
};
