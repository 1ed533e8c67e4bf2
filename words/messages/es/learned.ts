/** Spanish: what a learning loop leaves. */
import type { PanelMessages } from '../../language.ts';

export const learned: PanelMessages['learned'] = {
  unnamed: 'la innovación',
  variant: 'una variante hecha por una escuela',
  title: 'Lo que recomienda el ciclo de aprendizaje, en el futuro {replicate}',
  tried: '{name}: {cycles} {cycles|cambio probado|cambios probados}, {n} {n|conservado|conservados}.',
  keep: 'Conservar lo que se cambió en {n|el año|los años} {years}.',
  nothing: 'Ningún cambio se midió como mejor: conservar el diseño como estaba.',
  gain: 'Según las mediciones suman {measured} desviaciones típicas al año; en verdad suman {true}.',
  design:
    'Usar la edición actual: {elaboration} de cada 100 partes del diseño y del procedimiento están elaboradas, a {cost} de cada 100 del coste unitario del primer año.',
  // Of what costs nothing to begin with: a variant that a school made.
  designFree: 'Usar la edición actual: {elaboration} de cada 100 partes del diseño y del procedimiento están elaboradas.',
  passed: 'Lo aprendido ha pasado a {names}.',
  depth: 'Poner el esfuerzo en la profundidad: la práctica es superficial.',
  breadth: 'Poner el esfuerzo en la amplitud: la práctica es profunda.',
  kept: 'Año {year}, {name}: se conservó un cambio medido en {measured} desviaciones típicas al año; en verdad aporta {true}.',
  dropped:
    'Año {year}, {name}: se descartó un cambio medido en {measured} desviaciones típicas al año; en verdad habría aportado {true}.',
  worth: 'En {futures} {futures|futuro|futuros} se conservan {each} cambios de media; {harmful} de cada 100 hacen daño.',
  was: { kept: 'conservado', dropped: 'descartado' },
  columns: {
    plan: 'Plan',
    year: 'Año',
    innovation: 'Innovación',
    measured: 'Según las mediciones, desviaciones típicas al año',
    true: 'En verdad, desviaciones típicas al año',
    was: 'Cambio',
    elaboration: 'Elaborado, de cada 100',
    cost: 'Coste unitario, primer año 100',
    passed: 'Pasado a',
  },
};
