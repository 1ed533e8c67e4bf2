/** French: rollouts that districts, or networks of schools, choose for themselves. */
import type { PanelMessages } from '../../language.ts';

export const choosing: PanelMessages['choosing'] = {
  title: 'Déploiements que les districts choisissent eux-mêmes',
  about:
    'Un district, ou un réseau d’écoles où qu’elles soient, peut avoir choisi un autre déploiement que celui du plan. Il en garde les réglages et commence en même temps que lui ; toutes les autres écoles suivent le plan.',
  one: 'N° {n}. {rollout}',
  /** Of an event on the timeline. */
  events: { where: 'Où cela se passe', everywhere: 'Partout', regions: 'Dans une région', districts: 'Dans un district' },
  who: {
    regions: { all: 'Régions dont tous les districts le choisissent', one: 'Région à ajouter', add: 'Ajouter cette région' },
    districts: { all: 'Districts qui le choisissent', one: 'District à ajouter', add: 'Ajouter ce district' },
  },
  schools: 'Réseau d’écoles qui le choisit',
  school: 'Nom d’une école',
  addSchool: 'Ajouter cette école',
  unknown: 'Aucune école libre de choisir ne porte ce nom.',
  leave: 'Retirer {name}',
  place: 'place {n}, absente de la carte',
  more: { one: 'et {n} autre', other: 'et {n} autres' },
  remove: 'Retirer le déploiement {n} : {rollout}',
  add: 'Ajouter un déploiement choisi par un district',
  none: 'Tous les districts ont choisi.',
  full: 'Un plan a de la place pour {n}.',
  staged: 'Le plan change son propre déploiement au fil des ans : d’autres ne peuvent choisir que là où il reste le même.',
};
