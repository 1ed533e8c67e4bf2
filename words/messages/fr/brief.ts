/** French: the one-page brief, and what is said in a download of everything. */
import type { PanelMessages } from '../../language.ts';

export const brief: PanelMessages['brief'] = {
  title: 'Note d’une page',
  print: 'Imprimer',
  printMore: 'Une page, A4 ou Letter.',
  working: 'Recherche en cours de ce qui changerait notre avis et des doutes à garder : {done} réglages essayés sur {all}.',
  headline: 'À l’année {year}, {well} {well|école sur 100 l’utilise|écoles sur 100 l’utilisent} bien',
  futures: '{n} futurs',
  map: '{plan}, année {year} : sur {all} écoles, {uses} {uses|l’utilise|l’utilisent}, {well} {well|l’utilise|l’utilisent} bien, dans le futur {future}.',
  mapKey: 'Cartes : futur {future} à l’année {year}. Anneau : l’utilise. Remplissage : à quel point bien. × : a arrêté.',
  chartKey:
    'Graphiques : écoles sur 100 ; <uses>l’utilisent</uses> (tirets), <well>l’utilisent bien</well> (trait plein) ; les bandes contiennent la moitié, et 9 sur 10, des futurs.',
  chart:
    '{plan} : à l’année {year}, sur 100 écoles, {uses} {uses|l’utilise|l’utilisent} ({usesLow} à {usesHigh}) et {well} {well|l’utilise|l’utilisent} bien ({wellLow} à {wellHigh}).',
  yearZero: 'Année 0',
  table: {
    at: 'À l’année {year}',
    plan: '{plan} : milieu, 9 futurs sur 10',
    one: 'Milieu, 9 futurs sur 10',
    luck: 'Même hasard',
    outcome: '{name}, {sub}',
    rough: 'trop peu de futurs pour le dire',
    nothing: 'rien à mesurer',
  },
  drove: {
    title: 'D’où vient la différence',
    step: '{label} : {change} sur 100 l’utilisent bien',
    order: 'Changés un par un de B à A, le plus important d’abord.',
    differ: 'En quoi les plans diffèrent',
    waiting: 'Les plans sont recalculés en changeant une partie à la fois.',
  },
  says: { nothing: 'rien d’autre que les valeurs de départ', curve: 'change au fil des ans' },
  minds: {
    title: 'Ce qui changerait notre avis',
    one: '{label} à {value} : {change} sur 100 l’utilisent bien',
    flip: '{label} à {value} : {leader} va plus loin en profondeur, {a} avec A contre {b} avec B',
    level: '{label} à {value} : impossible de trancher sur la profondeur, {a} avec A contre {b} avec B',
    none: 'Aucun des {n} réglages qui déplacent le plus A n’inverse l’ordre en profondeur.',
    futures: '{n} futurs chacun, approximatif.',
    waiting: 'En cours de calcul.',
  },
  doubts: {
    title: 'Doutes à garder',
    care: '« {label} » déplace la profondeur de jusqu’à {span} sur 100 et repose sur {grounds}',
    grounds: { A: 'plusieurs études', B: 'une étude', C: 'un avis', D: 'une supposition' },
    whole: 'Jamais comparé à un vrai déploiement national ; vitesses et tailles ne sont pas étalonnées',
    tried: '{tried} réglages essayés sur {all} pour l’instant',
  },
  plan: '<strong>{plan}</strong> : {said}.',
  both: 'Les deux plans',
  said: '{label} {value}',
  more: { one: 'et {n} de plus', other: 'et {n} de plus' },
  events: { one: '{n} événement', other: '{n} événements' },
  rules: { one: '{n} règle', other: '{n} règles' },
  chosen: { one: '{n} déploiement que d’autres choisissent', other: '{n} déploiements que d’autres choisissent' },
  dated: '{said} dès l’an {year}',
  foot: 'Un outil pour réfléchir, pas une prévision. {schools}, {districts} ; {futures} par plan ; graine {seed} ; modèle {model}. Fait dans le navigateur ; rien n’a été envoyé.',
  link: 'Tous les réglages sont dans le lien : <link>{link}</link>',
  readme: {
    head: 'Taking Root : des plans, des futurs et leur sens',
    about:
      'Tout ce qui se trouve derrière une page de Taking Root, qui montre comment des innovations éducatives pourraient se répandre et prendre racine.',
    plan: 'Plan « {title} », dans le dossier {name}\nGraine {seed}, {futures} futurs. Empreinte de tous les futurs : {digest}',
    model: 'Fait par le programme {program} avec le modèle {model}. Les nombres sont garantis pour une version du modèle.',
    files:
      'Dans chaque dossier : le plan (un scénario en JSON), runs.csv et runs.parquet (une ligne par futur et par date, une colonne par mesure), summary.csv (quantiles sur les futurs, type 7), recommendations.csv (ce que la boucle d’apprentissage de chaque futur a essayé et gardé, là où elle a tourné), summary.svg (une image), manifest.json (ce qui a été calculé, avec une empreinte de chaque futur). À côté : dictionary.csv (le sens de chaque colonne) et settings.csv (tous les nombres derrière le modèle, avec leur plage, leur niveau de preuve et leur source). Une case vide veut dire qu’il n’y avait rien à mesurer, jamais 0.',
    difference:
      'difference.csv : le premier plan moins le second dans le même futur ; aAhead est la part des futurs où le premier est devant.',
    again:
      'Pour tout recalculer, dans une copie de Taking Root après npm start :\n\n  npx taking-root run {name}/{name}.json --out out\n  npx taking-root run {name}/manifest.json --replicates 0..7\n\nLes empreintes y sont les mêmes qu’ici.',
    schools:
      'Les écoles viennent d’un fichier qui n’est pas dans ce téléchargement : {files}. Placez-le à côté du plan avant de recalculer.',
    link: 'Les mêmes plans dans la page :\n{link}',
    cite: 'Pour citer : {authors}. {title}. Version {version}, modèle {model}. Licence : {license}.',
    limits:
      'Ce n’est pas une prévision. L’ensemble ne peut être comparé à des données ; vitesses et tailles ne sont pas étalonnées. N’en tirez aucun classement d’écoles ou de lieux réels.\n',
  },
};
