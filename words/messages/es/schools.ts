/** Spanish: the table behind the map. */
import type { PanelMessages } from '../../language.ts';

export const schools: PanelMessages['schools'] = {
  title: '{plan}: escuelas en el año {year}',
  many: 'Las primeras {shown} escuelas de {all}; el archivo CSV las tiene todas.',
  regions: { title: 'Escuelas que lo usan en el año {year}, por región', columns: { region: 'Región', schools: 'Escuelas' } },
  columns: {
    school: 'Escuela',
    district: 'Distrito',
    pupils: 'Estudiantes',
    teachers: 'Docentes',
    state: 'Práctica',
    use: 'Docentes que la usan, de cada 100',
    well: 'Qué tan bien, de 100',
  },
};
