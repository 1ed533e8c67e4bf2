/** French: all rollouts side by side. */
import type { PanelMessages } from '../../language.ts';

export const rollouts: PanelMessages['rollouts'] = {
  title: 'Tous les déploiements côte à côte',
  about: 'Chacun avec les autres réglages de {plan}, sur les mêmes axes. {n} {n|futur|futurs} chacun.',
  use: 'Choisir ce plan',
  compare: 'Comparer à celui-ci',
  current: 'C’est le plan actuel',
  useLabel: 'Choisir ce plan : {rollout}',
  compareLabel: 'Comparer à celui-ci : {rollout}',
  summary:
    '{rollout} : à l’année {year}, sur 100 écoles, {uses} {uses|l’utilise|l’utilisent} ({usesLow} à {usesHigh} dans 9 futurs sur 10) et {well} {well|l’utilise|l’utilisent} bien ({wellLow} à {wellHigh}).',
  end: 'Année {year} : <uses>{uses} {uses|l’utilise|l’utilisent}</uses>, <well>{well} bien</well>',
  waiting: 'en cours de calcul',
};
