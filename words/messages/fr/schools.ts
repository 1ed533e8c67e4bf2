/** French: the table behind the map. */
import type { PanelMessages } from '../../language.ts';

export const schools: PanelMessages['schools'] = {
  title: '{plan} : les écoles à l’année {year}',
  many: 'Les {shown} premières écoles sur {all} ; le fichier CSV les contient toutes.',
  regions: { title: 'Écoles qui l’utilisent l’année {year}, par région', columns: { region: 'Région', schools: 'Écoles' } },
  columns: {
    school: 'École',
    district: 'District',
    pupils: 'Élèves',
    teachers: 'Enseignants',
    state: 'Pratique',
    use: 'Enseignants qui l’utilisent, sur 100',
    well: 'À quel point bien, sur 100',
  },
};
