/** French: names of what the simulation lists. What the model assumes keeps its English names. */
import type { CatalogueWords } from '../../catalogue.ts';

const PULLS = 'À quel point la force tire dans le même sens qu’un bon enseignement.';
const BASE = 'Niveau auquel la base est apportée à toutes les écoles.';

export const catalogue: CatalogueWords = {
  cost: '{definition} Coûte {money} par élève et par an au niveau 1.',
  ingredients: {
    localNeeds: {
      label: 'Répond aux besoins',
      term: 'Besoins éducatifs locaux',
      about: 'L’approche répond à un problème d’apprentissage que familles, enseignants et autorités ressentent déjà.',
    },
    costEffective: {
      label: 'Coût abordable',
      term: 'Apprentissage à un bon rapport coût-efficacité',
      about: 'Les coûts sont pensés dès le départ pour tout le système, à soutien égal.',
    },
    flexibleAdaptation: {
      label: 'Marge d’adaptation',
      term: 'Adaptation souple',
      about: 'L’essentiel est nommé et conservé ; le reste peut s’ajuster au lieu.',
    },
    elevatingTeachers: {
      label: 'Enseignants soutenus',
      term: 'Valorisation des enseignants',
      about: 'Les enseignants sont reconnus et soutenus comme professionnels, et d’autres talents locaux les aident.',
    },
    alliances: {
      label: 'Partenaires unis',
      term: 'Alliances pour l’éducation',
      about: 'État, société civile et entreprises poursuivent un même but, chacun faisant ce qu’il fait le mieux.',
    },
    champions: {
      label: 'Porteurs et leaders',
      term: 'Champions et leaders de l’apprentissage',
      about:
        'Des personnes crédibles, au sein et en dehors de l’État et des classes, qui défendent l’apprentissage pendant des années.',
    },
    technology: {
      label: 'Technologie utile',
      term: 'Progrès technologiques',
      about: 'Une technologie adaptée au lieu accélère la mise en œuvre, le soutien et l’information. Seule, elle n’ajoute rien.',
    },
    windows: {
      label: 'Bon moment',
      term: 'Fenêtres d’opportunité',
      about: 'Les plans suivent les priorités du pays et avancent quand la politique s’ouvre.',
    },
    betterData: {
      label: 'Données utilisables',
      term: 'De meilleures données éducatives',
      about: 'L’apprentissage et d’autres résultats sont mesurés et servent à agir et à améliorer la conception.',
    },
    flexibleFinancing: {
      label: 'Argent souple',
      term: 'Financement souple de l’éducation',
      about: 'L’argent n’est pas lié à des lignes et à des années : il peut payer le travail de fond et les changements de cap.',
    },
    longTermFinancing: {
      label: 'Argent durable',
      term: 'Financement à long terme de l’éducation',
      about: 'Un argent stable sur lequel on peut compter pendant de nombreuses années.',
    },
    middlePhaseFinancing: {
      label: 'Relais après pilote',
      term: 'Financement de la phase intermédiaire',
      about: 'De l’argent pour les années entre un pilote qui marche et sa reprise par tout le système.',
    },
    supportivePolicy: {
      label: 'Politiques favorables',
      term: 'Environnement politique favorable',
      about: 'Règles, programmes, examens, postes et budgets permettent et récompensent l’approche.',
    },
    cultureOfResearch: {
      label: 'Essayer et apprendre',
      term: 'Culture de recherche et développement',
      about: 'Le système essaie, teste, arrête et améliore comme une routine.',
    },
  },
  settings: {
    'fragmentation.structural': {
      label: 'Fragmentation structurelle',
      about: 'Déplace des liens entre écoles vers l’intérieur des écoles, puis en supprime.',
    },
    'fragmentation.initiative': {
      label: 'Fragmentation des projets',
      about: 'Des projets non coordonnés qui se disputent la même attention.',
    },
    'fragmentation.policy': {
      label: 'Fragmentation des politiques',
      about: 'Des signaux aux écoles qui se contredisent et ne durent pas.',
    },
    'collaboration.intensity': {
      label: 'Intensité de la collaboration',
      about: 'À quel point les personnes se rencontrent et travaillent ensemble, entre écoles et dans les écoles.',
    },
    'collaboration.depth': {
      label: 'Profondeur de la collaboration',
      about: 'À quel point le travail commun touche l’enseignement lui-même.',
    },
    'collaboration.compelled': {
      label: 'Collaboration imposée',
      about: 'Augmente l’intensité, réduit la profondeur et la confiance : elle transmet l’obéissance, pas le savoir-faire.',
    },
    'forces.parents.level': { label: 'Parents et communauté : intensité' },
    'forces.parents.alignment': { label: 'Parents et communauté : alignement', about: PULLS },
    'forces.technology.level': { label: 'Technologie : intensité' },
    'forces.technology.alignment': { label: 'Technologie : alignement', about: PULLS },
    'forces.corporate.level': { label: 'Liens avec les entreprises : intensité' },
    'forces.corporate.alignment': { label: 'Liens avec les entreprises : alignement', about: PULLS },
    'forces.policy.level': { label: 'Politique publique : intensité' },
    'forces.policy.alignment': { label: 'Politique publique : alignement', about: PULLS },
    'forces.profession.level': { label: 'La profession dans son ensemble : intensité' },
    'forces.profession.alignment': { label: 'La profession dans son ensemble : alignement', about: PULLS },
    'foundations.designPrinciples': { label: 'Principes de conception', about: BASE },
    'foundations.assessment': { label: 'Évaluation fiable et mesure des progrès', about: BASE },
    'foundations.research': { label: 'Recherche et évaluation', about: BASE },
    'foundations.connectivity': { label: 'Connectivité', about: BASE },
    'foundations.deviceManagement': { label: 'Capacité à gérer les équipements', about: BASE },
    'foundations.policyFlexibility': { label: 'Souplesse des règles', about: BASE },
    'foundations.procurement': { label: 'Réforme des achats', about: BASE },
    'foundations.autonomy': { label: 'Autonomie et responsabilité claires', about: BASE },
    'foundations.software': { label: 'Logiciels qui facilitent', about: BASE },
    'foundations.rolloutYears': {
      label: 'Années pour apporter une base',
      about: 'Temps pendant lequel une école parcourt 63 pour cent du chemin vers un nouveau niveau.',
    },
    'foundations.lockIn': {
      label: 'Dépendance à un logiciel',
      about:
        'À quel point les logiciels imposent une seule façon d’enseigner ; réduit la marge d’adaptation et la création locale.',
    },
    'foundations.breadth': {
      label: 'Étendue de l’évaluation',
      about:
        '1 : tout ce à quoi sert l’école est évalué ; 0 : les seules compétences de base. D’une innovation, ce qui n’est pas évalué n’est pas vu.',
    },
    'finance.pilotPerLearner': { label: 'Argent du pilote' },
    'finance.pilotYears': { label: 'Années d’argent du pilote' },
    'finance.middlePerLearner': { label: 'Argent de la phase intermédiaire au plein niveau' },
    'finance.publicPerLearner': {
      label: 'Argent public par élève pour une pratique nouvelle',
      about: 'Ce que les finances publiques peuvent payer à long terme ; une innovation plus chère n’est pas reprise.',
    },
    'finance.publicPot': { label: 'Argent public à long terme au plein niveau' },
    'finance.publicLag': { label: 'Délai de l’argent public après la décision politique' },
    'finance.deadline': { label: 'Années avant de vivre de l’argent public' },
    'finance.chargeIngredients': { label: 'Les ingrédients sont payés sur l’enveloppe' },
    'finance.regime': {
      label: 'Comment les plans sont rendus comparables',
      about:
        'Budget égal : les enveloppes ci-dessus, quels que soient les besoins du plan ; dépense égale : l’argent est aussi reporté sans perte, si bien que tout est dépensé ; budget propre : le plan reçoit ce que coûtent ses écoles.',
    },
    'finance.stopYear': { label: 'Année où tout l’argent extérieur s’arrête' },
    'strategy.kind': { label: 'Stratégie de déploiement' },
    'strategy.start': { label: 'Début du déploiement' },
    'strategy.innovation': {
      label: 'Innovation déployée',
      about:
        'Les autres sont proposées dès le premier jour par ceux qui les ont conçues ; on en entend parler dans la mesure où elles sont visibles.',
    },
    'strategy.seedSchools': { label: 'Écoles où cela commence' },
    'strategy.seedShare': { label: 'Enseignants qui commencent dans une école de départ' },
    'strategy.seedFidelity': { label: 'Fidélité de ceux qui commencent dans une école de départ' },
    'strategy.seedOwnership': { label: 'Appropriation de ceux qui commencent dans une école de départ' },
    'strategy.fellowFidelity': { label: 'Fidélité des boursiers au départ' },
    'strategy.fellowOwnership': { label: 'Appropriation des boursiers au départ' },
    'strategy.ableLeast': {
      label:
        'Poids d’une direction volontaire sans savoir-faire, ou sans état d’esprit de progrès, quand les directions sont choisies',
    },
    'strategy.nearCluster': {
      label: 'Attrait des écoles des grappes qui l’utilisent, quand les voisines passent d’abord',
    },
    'strategy.nearDistrict': {
      label: 'Attrait des écoles des districts qui l’utilisent, quand les voisines passent d’abord',
    },
    'strategy.nearQueue': { label: 'Poids du rang de chacune dans la file, quand les voisines passent d’abord' },
    'strategy.fellowships': { label: 'Bourses pour enseignants' },
    'strategy.permission': { label: 'Permission d’essayer hors du programme' },
    'strategy.challengeGrants': {
      label: 'Appels à projets',
      about: 'Récompense les directions qui se proposent : renforce l’attrait d’une invitation.',
    },
    'strategy.partners': { label: 'Partenaires extérieurs ayant réussi ailleurs' },
    'strategy.targeting': {
      label: 'Offres et soutien selon les besoins',
      about: '0 : sans tenir compte du désavantage ; 1 : les écoles les plus désavantagées d’abord.',
    },
    'strategy.depthShare': {
      label: 'Part de l’effort consacrée à la profondeur',
      about: '0 : un soutien réparti sur le plus d’écoles possible ; 1 : un plein soutien pour quelques-unes.',
    },
    'strategy.procurement': { label: 'Achats' },
    'strategy.imitation': {
      label: 'Districts qui regardent autour d’eux et reprennent un déploiement qui marche mieux',
      about:
        'Agit quand un plan a d’autres déploiements à côté du sien : un district prend celui sous lequel les autres districts ont plus d’écoles utilisatrices.',
    },
    'strategy.outsideEntry': {
      label: 'Entrée par l’extérieur du système',
      about: 'Une partie des premiers utilisateurs commence hors des règles qui freinent les écoles.',
    },
    'strategy.coDesign': { label: 'Conçue avec les écoles et les chercheurs' },
    'strategy.goals': { label: 'Des buts clairs avant les outils' },
    'strategy.adultLearning': { label: 'Formation des adultes : enseignants, directions et administration' },
    'strategy.otherTraining': { label: 'Formation continue qui tire dans un autre sens' },
    'strategy.opposition': { label: 'Opposition politique' },
    'strategy.mandate.rate': { label: 'Enseignants obligés de commencer' },
    'strategy.mandate.years': { label: 'Années d’application de l’obligation' },
    'strategy.cascade.fanOut': { label: 'Écoles formées par une école' },
    'strategy.cascade.tierYears': { label: 'Années entre les échelons' },
    'strategy.waves.size': { label: 'Écoles par vague' },
    'strategy.waves.years': { label: 'Années entre les vagues' },
    'strategy.waves.menuWave': { label: 'Vague à partir de laquelle le choix est ouvert à toutes' },
    'strategy.waves.models': {
      label: 'Modèles offerts aux écoles',
      about:
        'un : l’innovation déployée. choix : les pilotes choisissent parmi toutes les innovations du plan, les vagues suivantes parmi celles qui ont fait leurs preuves ; tant qu’aucune ne l’a fait, il n’y a pas de choix.',
    },
    'strategy.waves.provenYears': { label: 'Années de résultats nettement positifs qui mettent un modèle au choix' },
    'strategy.waves.byFit': { label: 'Poids de l’adéquation dans le choix d’une école' },
    'strategy.waves.byEvidence': { label: 'Poids de l’effet mesuré dans le choix d’une école' },
    'strategy.gated.spreadEffect': { label: 'Effet mesuré qui ouvre la diffusion' },
    'strategy.gated.spreadSize': { label: 'Écoles ajoutées par an pendant la diffusion' },
    'strategy.gated.scaleYears': { label: 'Années de résultats durables qui ouvrent l’extension' },
    'strategy.gated.scaleDiversity': { label: 'Types d’écoles ayant des résultats qui ouvrent l’extension' },
    'strategy.gated.scaleReplications': { label: 'Écoles ayant des résultats qui ouvrent l’extension' },
    'strategy.gated.scaleSize': { label: 'Écoles ajoutées par an pendant l’extension' },
    'strategy.clusters.first': { label: 'Grappes à l’œuvre la première année' },
    'strategy.clusters.growth': { label: 'Croissance du nombre de grappes' },
    'strategy.clusters.hubs': { label: 'Croissance ajoutée là où les écoles centres l’ont fait marcher' },
    'strategy.clusters.joining': { label: 'Écoles des grappes à l’œuvre invitées par an' },
    'strategy.lab.size': { label: 'Écoles par an quand tout va bien' },
    'strategy.lab.fidelity': { label: 'Fidélité sous laquelle aucune école n’est ajoutée' },
    'strategy.lab.years': {
      label: 'Années jusqu’à la fin du laboratoire',
      about: 'Ensuite il n’ajoute plus d’école et n’essaie plus rien ; ce qu’il a gardé reste dans le dispositif.',
    },
    'strategy.lab.coverage': { label: 'Part du soutien payé sous laquelle aucune école n’est ajoutée' },
    'strategy.devices.size': { label: 'Écoles équipées par an' },
    'strategy.devices.vision': { label: 'Vision pédagogique qui reste' },
    'strategy.devices.support': { label: 'Soutien qui reste à côté du matériel' },
    'strategy.vendor.size': { label: 'Écoles obligées de la prendre par an' },
    'strategy.vendor.rate': { label: 'Enseignants obligés de commencer' },
    'innovations.effect': { label: 'Effet vrai moyen' },
    'innovations.effectSpread': { label: 'Dispersion de l’effet vrai entre les futurs' },
    'innovations.basics': { label: 'Part de son effet sur ce que voit l’épreuve la plus étroite' },
    'innovations.complexity': { label: 'Écart avec la pratique actuelle' },
    'innovations.elaboration': { label: 'Degré d’élaboration du dispositif et de sa démarche' },
    'innovations.conditionsEducators': { label: 'Conditions de réussite expliquées aux enseignants' },
    'innovations.conditionsPrincipals': { label: 'Conditions de réussite expliquées aux directions' },
    'innovations.needA': { label: 'Besoin auquel elle répond, première coordonnée' },
    'innovations.needB': { label: 'Besoin auquel elle répond, seconde coordonnée' },
    'innovations.technologyNeed': { label: 'Technologie nécessaire' },
    'innovations.visibility': { label: 'Visibilité et engouement' },
    'innovations.overPromise': { label: 'Promesses excessives du fournisseur' },
    'innovations.backing': { label: 'Appui politique' },
    'innovations.precision': { label: 'Précision de sa définition' },
    'innovations.outsideOrigin': { label: 'Origine extérieure aux écoles' },
    'innovations.supplement': { label: 'Pratique de classe ou complément' },
    'innovations.training': { label: 'Formation' },
    'innovations.coaching': { label: 'Dose d’accompagnement' },
    'innovations.materials': { label: 'Matériel' },
    'innovations.guides': { label: 'Guides structurés' },
    'innovations.supervision': { label: 'Encadrement et temps protégé' },
    'innovations.implementer': { label: 'Capacité de l’opérateur' },
    'innovations.coachesFromUsers': { label: 'Accompagnateurs issus des utilisateurs expérimentés' },
    'innovations.trainingCost': { label: 'Coût de la formation et du matériel' },
    'innovations.coachingCost': { label: 'Coût d’un plein accompagnement' },
    'innovations.technologyCost': { label: 'Coût de la technologie' },
    'innovations.viability': { label: 'Solidité du fournisseur' },
    'innovations.priorEvidence': { label: 'Preuves au départ' },
  },
  units: {
    level: 'niveau',
    share: 'part',
    years: 'ans',
    year: 'année',
    choice: 'choix',
    'USD per learner of the system and year': 'USD par élève du système et par an',
    'USD per learner reached and year': 'USD par élève touché et par an',
    'USD per learner and year': 'USD par élève et par an',
    'place in the list': 'rang dans la liste',
    'per 100 schools': 'pour 100 écoles',
    'educators per 1,000 and year': 'enseignants pour 1 000 et par an',
    'per year': 'par an',
    'schools per tier': 'écoles par échelon',
    wave: 'vague',
    'logit per unit of fit': 'logit par unité d’adéquation',
    'logit per 0.1 SD': 'logit par 0,1 écart-type',
    SD: 'écarts-types',
    'fifths of disadvantage': 'cinquièmes de désavantage',
    schools: 'écoles',
    'share of the growth': 'part de la croissance',
    'share of those still outside': 'part de celles encore dehors',
    'SD per school year at fidelity 0.75': 'écarts-types par année scolaire à une fidélité de 0,75',
    'SD beyond the truth': 'écarts-types au-delà du vrai',
    'years of trial in one school': 'ans d’essai dans une école',
  },
  choices: {
    reported: 'seulement signalés',
    charged: 'payés',
    'equal-budget': 'budget égal',
    'equal-spend': 'dépense égale',
    'own-budget': 'budget propre',
    none: 'rien',
    single: 'un fournisseur',
    multi: 'plusieurs fournisseurs',
    'whole-class': 'classe entière',
    supplement: 'complément',
    theory: 'théorie',
    practice: 'pratique',
    one: 'un',
    menu: 'au choix',
    centre: 'centre',
  },
  strategies: {
    organic: 'Diffusion spontanée : quelques enseignants commencent, sans programme, invitation ni soutien.',
    mandate:
      'Une obligation (d’un seul coup) : toutes les écoles sont inscrites au départ et leurs enseignants doivent s’y mettre, de gré ou de force.',
    cascade:
      'Une cascade : chaque année, chaque école touchée en forme d’autres ; chaque échelon ne transmet qu’une partie du contenu.',
    waves:
      'Vagues pilotes : sélection de directions volontaires et capables, une deuxième vague, puis un choix de modèles éprouvés ouvert à toutes, avec l’aide d’un bureau central.',
    gated:
      'Conditionné aux preuves, en trois paliers : quelques écoles maintenant, davantage à mesure des résultats, toutes seulement après des résultats durables dans des écoles variées.',
    clusters:
      'Par grappes : de plus en plus de grappes d’écoles, de chercheurs et d’entrepreneurs se mettent à l’œuvre ; chacune partage ce qu’elle apprend, et ses écoles rejoignent quand elles veulent.',
    lab: 'Laboratoire d’extension : chaque année, autant d’écoles sont invitées que les résultats de l’année et l’argent le permettent ; l’effort va vers la profondeur ou l’étendue selon que la pratique est superficielle ou profonde. Les pairs apprennent les uns des autres. Un laboratoire peut finir une année et laisser ce qu’il a gardé.',
    devices:
      'Équipement d’abord : les écoles sont équipées tout de suite et comptent comme touchées ; ni vision ni modèle n’accompagnent les cartons, et l’argent du soutien va au matériel.',
    vendor:
      'Fournisseur unique : le contenu d’un seul fournisseur est imposé à toutes les écoles ; moins cher à grande échelle, il enferme les écoles et laisse peu de place à l’appropriation.',
  },
  events: {
    leaderLeaves: {
      label: 'Départ de directions',
      about: 'Part des directions d’école (du district ou de l’école nommés) qui partent d’un coup.',
    },
    districtLeaderLeaves: {
      label: 'Départ à la tête des districts',
      about: 'Part des responsables de district qui partent d’un coup ; 1 pour un départ certain.',
    },
    election: { label: 'Élection', about: 'Chance que le ministre change, et avec lui les priorités.' },
    budgetCut: {
      label: 'Coupe budgétaire',
      about: 'Part de tout l’argent du programme perdue dès maintenant ; une coupe négative plus tard la rétablit.',
    },
    curriculumReform: {
      label: 'Réforme des programmes',
      about: 'Une demande concurrente : des projets ajoutés à chaque école.',
    },
    closure: { label: 'Fermeture', about: 'Les écoles nommées sont fermées (taille 1).' },
    windowOpens: {
      label: 'Fenêtre d’opportunité',
      about: 'De combien une fenêtre s’ouvre, pour les années que durent les fenêtres.',
    },
  },
  presets: {
    'made-up': {
      label: 'Une région fictive',
      about: 'Deux cent douze écoles fictives dans huit districts, avec 4 000 enseignants et 80 000 élèves.',
    },
    'south-africa': {
      label: 'Deux provinces d’Afrique du Sud',
      about:
        'Des écoles fictives aux statistiques d’un système réel : aucune de ces écoles n’existe. Les 1 756 écoles ordinaires de l’État-Libre et du Cap-Nord, 2017.',
    },
    usa: {
      label: 'États-Unis',
      about:
        'Des écoles fictives aux statistiques d’un système réel : aucune de ces écoles n’existe. Écoles publiques primaires et secondaires.',
    },
    kenya: {
      label: 'Kenya',
      about:
        'Des écoles fictives aux statistiques d’un système réel : aucune de ces écoles n’existe. Écoles primaires publiques.',
    },
    india: {
      label: 'Inde',
      about:
        'Des écoles fictives aux statistiques d’un système réel : aucune de ces écoles n’existe. Toutes les écoles reconnues, du préprimaire à la classe XII.',
    },
    'colombia-rural': {
      label: 'Colombie rurale',
      about:
        'Des écoles fictives aux statistiques d’un système réel : aucune de ces écoles n’existe. Sites scolaires ruraux, souvent avec un ou deux enseignants.',
    },
    jordan: {
      label: 'Jordanie',
      about:
        'Des écoles fictives aux statistiques d’un système réel : aucune de ces écoles n’existe. Écoles du ministère de l’Éducation.',
    },
    botswana: {
      label: 'Botswana (approximatif)',
      about:
        'Des écoles fictives aux statistiques d’un système réel : aucune de ces écoles n’existe. Écoles primaires ; chiffres anciens.',
    },
    finland: {
      label: 'Finlande',
      about: 'Des écoles fictives aux statistiques d’un système réel : aucune de ces écoles n’existe. Écoles fondamentales.',
    },
    singapore: {
      label: 'Singapour (approximatif)',
      about:
        'Des écoles fictives aux statistiques d’un système réel : aucune de ces écoles n’existe. Écoles primaires et secondaires d’un même ministère.',
    },
  },
  processes: {
    ties: 'Liens',
    environment: 'Environnement',
    policy: 'Politique et bases',
    programme: 'Programme',
    finance: 'Financement',
    delivery: 'Mise en œuvre',
    awareness: 'Connaissance',
    decision: 'Décision',
    confirmation: 'Confirmation',
    turnover: 'Renouvellement',
    implementation: 'Application',
    exchange: 'Apprendre le long des liens',
    culture: 'Culture de l’école',
    partners: 'Chercheurs et entrepreneurs',
    observe: 'Observation',
    outcomes: 'Résultats et preuves',
    learning: 'Boucle d’apprentissage',
    creation: 'Création',
  },
};
