/** French: what a learning loop leaves. */
import type { PanelMessages } from '../../language.ts';

export const learned: PanelMessages['learned'] = {
  unnamed: 'l’innovation',
  variant: 'une variante faite par une école',
  title: 'Ce que recommande la boucle d’apprentissage, dans le futur {replicate}',
  tried: '{name} : {cycles} {cycles|changement essayé|changements essayés}, {n} {n|gardé|gardés}.',
  keep: 'Garder ce qui a été changé {n|l’année|les années} {years}.',
  nothing: 'Aucun changement n’a été mesuré comme meilleur : garder le dispositif tel quel.',
  gain: 'D’après les mesures, cela ajoute {measured} écart-type par an ; en vérité, {true}.',
  design:
    'Utiliser l’édition actuelle : {elaboration} pour cent du dispositif et de sa démarche sont élaborés, à {cost} pour cent du coût unitaire de la première année.',
  // Of what costs nothing to begin with: a variant that a school made.
  designFree: 'Utiliser l’édition actuelle : {elaboration} pour cent du dispositif et de sa démarche sont élaborés.',
  passed: 'Ce qui a été appris est passé à {names}.',
  depth: 'Mettre l’effort sur la profondeur : la pratique est superficielle.',
  breadth: 'Mettre l’effort sur l’étendue : la pratique est profonde.',
  kept: 'Année {year}, {name} : un changement mesuré à {measured} écart-type par an a été gardé ; en vérité, il apporte {true}.',
  dropped:
    'Année {year}, {name} : un changement mesuré à {measured} écart-type par an a été écarté ; en vérité, il aurait apporté {true}.',
  worth:
    'Sur {futures} {futures|futur|futurs}, {each} changements sont gardés en moyenne ; {harmful} sur 100 d’entre eux nuisent.',
  was: { kept: 'gardé', dropped: 'écarté' },
  columns: {
    plan: 'Plan',
    year: 'Année',
    innovation: 'Innovation',
    measured: 'D’après les mesures, écart-type par an',
    true: 'En vérité, écart-type par an',
    was: 'Changement',
    elaboration: 'Élaboré, sur 100',
    cost: 'Coût unitaire, première année 100',
    passed: 'Passé à',
  },
};
