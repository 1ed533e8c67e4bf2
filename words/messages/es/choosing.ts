/** Spanish: rollouts that districts, or networks of schools, choose for themselves. */
import type { PanelMessages } from '../../language.ts';

export const choosing: PanelMessages['choosing'] = {
  title: 'Despliegues que los distritos eligen por sí mismos',
  about:
    'Un distrito, o una red de escuelas dondequiera que estén, puede haber elegido otro despliegue que el del plan. Tiene los ajustes del plan y empieza cuando empieza el plan; todas las demás escuelas siguen el plan.',
  one: 'N.º {n}. {rollout}',
  /** Of an event on the timeline. */
  events: { where: 'Dónde ocurre', everywhere: 'En todas partes', regions: 'En una región', districts: 'En un distrito' },
  who: {
    regions: { all: 'Regiones cuyos distritos lo eligen todos', one: 'Región', add: 'Añadir esta región' },
    districts: { all: 'Distritos que lo eligen', one: 'Distrito', add: 'Añadir este distrito' },
  },
  schools: 'Red de escuelas que lo elige',
  school: 'Nombre de una escuela',
  addSchool: 'Añadir esta escuela',
  unknown: 'Ninguna escuela libre de elegir tiene este nombre.',
  leave: 'Quitar {name}',
  place: 'lugar {n}, que no está en el mapa',
  more: { one: 'y {n} más', other: 'y {n} más' },
  remove: 'Quitar el despliegue {n}: {rollout}',
  add: 'Añadir un despliegue que elige un distrito',
  none: 'Todos los distritos han elegido.',
  full: 'Un plan tiene sitio para {n}.',
  staged: 'El plan cambia su propio despliegue con los años: otros solo pueden elegir donde sigue siendo el mismo.',
};
