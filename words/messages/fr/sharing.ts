/** French: sharing the page’s address. */
import type { PanelMessages } from '../../language.ts';

export const sharing: PanelMessages['sharing'] = {
  about:
    'Cette adresse contient les deux plans, l’année et le futur affichés. Rien n’est envoyé : la personne qui l’ouvre recalcule tout.',
  field: 'Adresse de cette page telle qu’elle est',
  copy: 'Copier',
  copied: 'Copié',
  digests:
    'Elle porte une courte preuve des 16 premiers futurs ({digests}) : la page qui l’ouvre peut dire si ses nombres sont les mêmes.',
  waiting: 'Les 16 premiers futurs sont en cours de calcul ; l’adresse portera ensuite une preuve de ses nombres.',
  own: 'Vos écoles n’y sont pas. La personne qui l’ouvre devra fournir {name}.',
  saveMore: 'dans un fichier que la ligne de commande lit aussi.',
  all: 'Tout télécharger',
  allMore: 'données, images, plans et manière de les citer, dans un fichier zip.',
  packing: 'Préparation …',
};
