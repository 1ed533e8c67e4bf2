/** Spanish: the sentences. A plan stands before a verb in the singular, which agrees with any name. */
import type { Messages } from '../../language.ts';

export const sentences: Omit<Messages, 'catalogue' | 'charts' | 'levers' | 'map' | 'shell'> = {
  tag: 'es',
  between: '; ',
  about: { enough: 'cerca de', few: 'más o menos' },
  range: '<range>({low}–{high})</range>',
  one: 'En el <year>año {year}</year>, {about} <uses>{reach}</uses> de cada 100 escuelas <uses>{reach|la usa|la usan}</uses> {reachRange} y <well>{well}</well> <well>{well|la usa|la usan} bien</well> {wellRange}. {own} {own|la gestiona|la gestionan} por su cuenta. {effect}',
  effects: {
    poorest:
      'Donde los estudiantes son más pobres, {poor} de cada 100 escuelas {poor|la usa|la usan}; donde lo son menos, {rich}.',
    stopped: 'De cada 100 escuelas que la aplicaban, {stopped} la habían dejado tres años después.',
    nameOnly: '{nameOnly} de cada 100 docentes cuentan como usuarios y no la usan.',
    money: 'Ha costado {money} dólares por estudiante.',
  },
  lead: {
    trade: '{reach} llega a más escuelas, {depth} arraiga más hondo',
    both: '{reach} llega a más escuelas y arraiga más hondo',
    reachOnly: '{reach} llega a más escuelas; en arraigo no hay diferencia clara',
    depthOnly: '{depth} arraiga más hondo; en escuelas alcanzadas no hay diferencia clara',
    neither: '{a} y {b}: sin diferencia clara',
  },
  two: 'En el <year>año {year}</year>, {reach} ({about} <uses>{aReach}</uses> de cada 100 <uses>{aReach|la usa|la usan}</uses>, frente a <uses>{bReach}</uses>), {joint} {depth} (<well>{aWell}</well> frente a <well>{bWell}</well>). {cost}',
  twoClose:
    'En el <year>año {year}</year>, entre {a} y {b} no hay diferencia clara: {about} <uses>{aReach}</uses> y <uses>{bReach}</uses> de cada 100 escuelas <uses>la usan</uses>, <well>{aWell}</well> y <well>{bWell}</well> <well>la usan bien</well>. {cost}',
  reachOfTwo: {
    more: '{a} llega a más escuelas que {b}',
    fewer: '{a} llega a menos escuelas que {b}',
    same: '{a} y {b} tienen un alcance parecido',
  },
  depthOfTwo: {
    more: 'más <well>la usan bien</well>',
    fewer: 'menos <well>la usan bien</well>',
    same: 'casi tantas <well>la usan bien</well>',
  },
  joint: { and: 'y', but: 'pero' },
  costs: {
    fairness: '{worse} deja más rezagadas a las escuelas pobres.',
    staying: '{worse} se mantiene menos.',
    money: '{worse} cuesta más.',
    none: 'En equidad, permanencia y dinero apenas se diferencian.',
  },
  wins: {
    nearlyEvery: 'En {what}, {leader} va por delante en casi todos los futuros ({share} de 100).',
    most: 'En {what}, {leader} va por delante en la mayoría de los futuros ({share} de 100).',
    more: 'En {what}, {leader} va por delante más veces que por detrás ({share} de 100 futuros).',
    close: 'En {what}, no hay diferencia clara ({leader} va por delante en {share} de 100 futuros).',
  },
  what: { reach: 'alcance', depth: 'profundidad' },
  units: {
    share: '{n} de cada 100',
    money: '{n} USD',
    points: '{n} puntos',
    years: '{n} años',
    plain: '{n}',
    missing: 'nada que medir',
  },
  summary: {
    header: { label: 'Al final', median: 'medio', middle: 'la mitad de los futuros', wide: '9 de cada 10 futuros' },
    to: 'a',
    fewer: '{n} de {all} futuros',
  },
  chart: {
    title: 'Escuelas que la usan, de cada 100',
    legend: '█ la mitad de los futuros   ░ 9 de cada 10',
    axis: 'años',
  },
};
