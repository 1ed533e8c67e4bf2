/** Spanish: all rollouts side by side. */
import type { PanelMessages } from '../../language.ts';

export const rollouts: PanelMessages['rollouts'] = {
  title: 'Todos los despliegues lado a lado',
  about: 'Cada uno con los demás ajustes de {plan}, en los mismos ejes. {n} {n|futuro|futuros} cada uno.',
  use: 'Usar este plan',
  compare: 'Comparar con este',
  current: 'Es el plan actual',
  useLabel: 'Usar este plan: {rollout}',
  compareLabel: 'Comparar con este: {rollout}',
  summary:
    '{rollout}: en el año {year}, {uses} de cada 100 escuelas {uses|la usa|la usan} ({usesLow} a {usesHigh} en 9 de cada 10 futuros) y {well} {well|la usa|la usan} bien ({wellLow} a {wellHigh}).',
  end: 'Año {year}: <uses>{uses} {uses|la usa|la usan}</uses>, <well>{well} bien</well>',
  waiting: 'en camino',
};
