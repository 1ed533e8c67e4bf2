/** Spanish: names of what the simulation lists. What the model assumes keeps its English names. */
import type { CatalogueWords } from '../../catalogue.ts';

const PULLS = 'Hasta qué punto la fuerza tira en la misma dirección que una buena enseñanza.';
const BASE = 'Nivel al que la base se lleva a todas las escuelas.';

export const catalogue: CatalogueWords = {
  cost: '{definition} Cuesta {money} por estudiante y año en el nivel 1.',
  ingredients: {
    localNeeds: {
      label: 'Atiende necesidades',
      term: 'Necesidades educativas locales',
      about: 'El enfoque responde a un problema de aprendizaje que familias, docentes y autoridades ya sienten.',
    },
    costEffective: {
      label: 'Costo asequible',
      term: 'Aprendizaje costo-efectivo',
      about: 'Los costos se diseñan desde el principio para todo el sistema, con la misma dosis de apoyo.',
    },
    flexibleAdaptation: {
      label: 'Margen para adaptar',
      term: 'Adaptación flexible',
      about: 'Lo esencial se nombra y se conserva; lo demás puede ajustarse al lugar.',
    },
    elevatingTeachers: {
      label: 'Docentes con apoyo',
      term: 'Valorización de los docentes',
      about: 'Se confía en los docentes y se los apoya como profesionales, y otros talentos locales los ayudan.',
    },
    alliances: {
      label: 'Socios unidos',
      term: 'Alianzas por la educación',
      about: 'Gobierno, sociedad civil y empresas persiguen un mismo fin, cada cual con lo que hace mejor.',
    },
    champions: {
      label: 'Promotores y líderes',
      term: 'Defensores y líderes del aprendizaje',
      about: 'Personas creíbles, dentro y fuera del gobierno y de las aulas, que impulsan el aprendizaje durante años.',
    },
    technology: {
      label: 'Tecnología que ayuda',
      term: 'Avances tecnológicos',
      about: 'La tecnología adecuada al lugar agiliza la ejecución, el apoyo y la información. Por sí sola no añade nada.',
    },
    windows: {
      label: 'Buen momento',
      term: 'Ventanas de oportunidad',
      about: 'Los planes siguen las prioridades del país y avanzan cuando la política se abre.',
    },
    betterData: {
      label: 'Datos que sirven',
      term: 'Mejores datos educativos',
      about: 'El aprendizaje y otros resultados se miden y se usan para actuar y mejorar el diseño.',
    },
    flexibleFinancing: {
      label: 'Dinero flexible',
      term: 'Financiamiento flexible de la educación',
      about: 'El dinero no está atado a partidas y años: puede pagar lo esencial y los cambios de rumbo.',
    },
    longTermFinancing: {
      label: 'Dinero que dura',
      term: 'Financiamiento de largo plazo de la educación',
      about: 'Dinero estable con el que se puede contar durante muchos años.',
    },
    middlePhaseFinancing: {
      label: 'Puente tras el piloto',
      term: 'Financiamiento de la fase intermedia',
      about: 'Dinero para los años entre un piloto que funciona y su adopción por todo el sistema.',
    },
    supportivePolicy: {
      label: 'Políticas que ayudan',
      term: 'Entorno de políticas favorable',
      about: 'Normas, currículos, exámenes, plantas docentes y presupuestos permiten y premian el enfoque.',
    },
    cultureOfResearch: {
      label: 'Probar y aprender',
      term: 'Cultura de investigación y desarrollo',
      about: 'El sistema ensaya, prueba, deja y mejora cosas como algo rutinario.',
    },
  },
  settings: {
    'fragmentation.structural': {
      label: 'Fragmentación estructural',
      about: 'Lleva vínculos entre escuelas al interior de las escuelas, y luego quita vínculos.',
    },
    'fragmentation.initiative': {
      label: 'Fragmentación de proyectos',
      about: 'Proyectos sin coordinar que compiten por la misma atención.',
    },
    'fragmentation.policy': {
      label: 'Fragmentación de políticas',
      about: 'Señales a las escuelas que se contradicen y no duran.',
    },
    'collaboration.intensity': {
      label: 'Intensidad de la colaboración',
      about: 'Cuánto se reúnen y trabajan juntas las personas, entre escuelas y dentro de ellas.',
    },
    'collaboration.depth': {
      label: 'Profundidad de la colaboración',
      about: 'Hasta dónde llega el trabajo conjunto en la enseñanza misma.',
    },
    'collaboration.compelled': {
      label: 'Colaboración obligada',
      about: 'Sube la intensidad, baja la profundidad y la confianza: transmite cumplimiento, no destreza.',
    },
    'forces.parents.level': { label: 'Familias y comunidad: fuerza' },
    'forces.parents.alignment': { label: 'Familias y comunidad: alineación', about: PULLS },
    'forces.technology.level': { label: 'Tecnología: fuerza' },
    'forces.technology.alignment': { label: 'Tecnología: alineación', about: PULLS },
    'forces.corporate.level': { label: 'Vínculos con empresas: fuerza' },
    'forces.corporate.alignment': { label: 'Vínculos con empresas: alineación', about: PULLS },
    'forces.policy.level': { label: 'Política pública: fuerza' },
    'forces.policy.alignment': { label: 'Política pública: alineación', about: PULLS },
    'forces.profession.level': { label: 'La profesión docente en general: fuerza' },
    'forces.profession.alignment': { label: 'La profesión docente en general: alineación', about: PULLS },
    'foundations.designPrinciples': { label: 'Principios de diseño', about: BASE },
    'foundations.assessment': { label: 'Evaluación confiable y medición del progreso', about: BASE },
    'foundations.research': { label: 'Investigación y evaluación', about: BASE },
    'foundations.connectivity': { label: 'Conectividad', about: BASE },
    'foundations.deviceManagement': { label: 'Capacidad para gestionar equipos', about: BASE },
    'foundations.policyFlexibility': { label: 'Flexibilidad de las normas', about: BASE },
    'foundations.procurement': { label: 'Reforma de las compras', about: BASE },
    'foundations.autonomy': { label: 'Autonomía y responsabilidad claras', about: BASE },
    'foundations.software': { label: 'Programas informáticos que facilitan', about: BASE },
    'foundations.rolloutYears': {
      label: 'Años para llevar una base',
      about: 'Tiempo en que una escuela recorre el 63 por ciento del camino hacia un nuevo nivel.',
    },
    'foundations.lockIn': {
      label: 'Dependencia de un programa informático',
      about:
        'Hasta qué punto los programas imponen una sola forma de enseñar; reduce el margen para adaptar y la creación local.',
    },
    'foundations.breadth': {
      label: 'Amplitud de la evaluación',
      about:
        '1: se evalúa todo aquello para lo que es la escuela; 0: solo las destrezas básicas. De una innovación, lo que no se evalúa no se ve.',
    },
    'finance.pilotPerLearner': { label: 'Dinero piloto' },
    'finance.pilotYears': { label: 'Años de dinero piloto' },
    'finance.middlePerLearner': { label: 'Dinero de la fase intermedia en el nivel pleno' },
    'finance.publicPerLearner': {
      label: 'Dinero público por estudiante para una práctica nueva',
      about: 'Lo que el presupuesto público puede pagar a la larga; una innovación más cara no se asume.',
    },
    'finance.publicPot': { label: 'Dinero público de largo plazo en el nivel pleno' },
    'finance.publicLag': { label: 'Demora del dinero público tras adoptar la política' },
    'finance.deadline': { label: 'Años hasta funcionar con dinero público' },
    'finance.chargeIngredients': { label: 'Los ingredientes se pagan del fondo' },
    'finance.regime': {
      label: 'Cómo se hacen comparables los planes',
      about:
        'Igual presupuesto: los fondos anteriores, necesite lo que necesite el plan; igual gasto: además el dinero se traspasa sin pérdida, de modo que se gasta todo; presupuesto propio: el plan recibe lo que cuestan sus escuelas.',
    },
    'finance.stopYear': { label: 'Año en que cesa todo el dinero externo' },
    'strategy.kind': { label: 'Estrategia de despliegue' },
    'strategy.start': { label: 'Comienzo del despliegue' },
    'strategy.innovation': {
      label: 'Innovación que se despliega',
      about:
        'Las demás se ofrecen desde el primer día por quienes las crearon, y se oye hablar de ellas en la medida en que son visibles.',
    },
    'strategy.seedSchools': { label: 'Escuelas en que empieza' },
    'strategy.seedShare': { label: 'Docentes que empiezan en una escuela inicial' },
    'strategy.seedFidelity': { label: 'Fidelidad de quienes empiezan en una escuela inicial' },
    'strategy.seedOwnership': { label: 'Apropiación de quienes empiezan en una escuela inicial' },
    'strategy.fellowFidelity': { label: 'Fidelidad inicial de los becarios' },
    'strategy.fellowOwnership': { label: 'Apropiación inicial de los becarios' },
    'strategy.ableLeast': {
      label:
        'Lo que cuenta una dirección dispuesta pero sin destreza, o sin mentalidad de crecimiento, donde se eligen direcciones',
    },
    'strategy.nearCluster': { label: 'Atracción hacia escuelas de núcleos que la usan, si las vecinas van primero' },
    'strategy.nearDistrict': { label: 'Atracción hacia escuelas de distritos que la usan, si las vecinas van primero' },
    'strategy.nearQueue': { label: 'Peso del lugar de cada una en la fila, si las vecinas van primero' },
    'strategy.fellowships': { label: 'Becas para docentes' },
    'strategy.permission': { label: 'Permiso para probar fuera del programa' },
    'strategy.challengeGrants': {
      label: 'Fondos concursables',
      about: 'Premia a las direcciones que se ofrecen: aumenta la atracción de una invitación.',
    },
    'strategy.partners': { label: 'Socios externos con éxito en otro lugar' },
    'strategy.targeting': {
      label: 'Ofertas y apoyo según la necesidad',
      about: '0: sin atender a la desventaja; 1: primero las escuelas más desfavorecidas.',
    },
    'strategy.depthShare': {
      label: 'Parte del esfuerzo dedicada a la profundidad',
      about: '0: apoyo repartido entre tantas escuelas como se pueda; 1: apoyo pleno para pocas.',
    },
    'strategy.procurement': { label: 'Compras' },
    'strategy.imitation': {
      label: 'Distritos que miran alrededor y adoptan un despliegue que funciona mejor',
      about:
        'Actúa cuando un plan tiene otros despliegues junto al suyo: un distrito toma aquel bajo el cual otros distritos tienen más escuelas que la usan.',
    },
    'strategy.outsideEntry': {
      label: 'Entrada desde fuera del sistema',
      about: 'Parte de los primeros usuarios empieza fuera de las normas que frenan a las escuelas.',
    },
    'strategy.coDesign': { label: 'Diseñada con escuelas e investigadores' },
    'strategy.goals': { label: 'Metas claras antes que herramientas' },
    'strategy.adultLearning': { label: 'Aprendizaje de los adultos: docentes, direcciones y oficina central' },
    'strategy.otherTraining': { label: 'Formación docente que tira hacia otro lado' },
    'strategy.opposition': { label: 'Oposición política' },
    'strategy.mandate.rate': { label: 'Docentes obligados a empezar' },
    'strategy.mandate.years': { label: 'Años en que se exige' },
    'strategy.cascade.fanOut': { label: 'Escuelas que forma una escuela' },
    'strategy.cascade.tierYears': { label: 'Años entre niveles de la cascada' },
    'strategy.waves.size': { label: 'Escuelas por oleada' },
    'strategy.waves.years': { label: 'Años entre oleadas' },
    'strategy.waves.menuWave': { label: 'Oleada desde la que el menú se abre a todas' },
    'strategy.waves.models': {
      label: 'Modelos que se ofrecen a las escuelas',
      about:
        'uno: la innovación desplegada. menú: los pilotos eligen entre todas las innovaciones del plan, las oleadas siguientes entre las que han demostrado su valor; mientras ninguna lo haya hecho, el menú está vacío.',
    },
    'strategy.waves.provenYears': { label: 'Años de resultados claramente positivos que ponen un modelo en el menú' },
    'strategy.waves.byFit': { label: 'Peso de la adecuación en la elección de una escuela' },
    'strategy.waves.byEvidence': { label: 'Peso del efecto medido en la elección de una escuela' },
    'strategy.gated.spreadEffect': { label: 'Efecto medido que abre la difusión' },
    'strategy.gated.spreadSize': { label: 'Escuelas añadidas al año durante la difusión' },
    'strategy.gated.scaleYears': { label: 'Años de resultados sostenidos que abren la ampliación' },
    'strategy.gated.scaleDiversity': { label: 'Tipos de escuelas con resultados que abren la ampliación' },
    'strategy.gated.scaleReplications': { label: 'Escuelas con resultados que abren la ampliación' },
    'strategy.gated.scaleSize': { label: 'Escuelas añadidas al año durante la ampliación' },
    'strategy.clusters.first': { label: 'Núcleos en marcha el primer año' },
    'strategy.clusters.growth': { label: 'Crecimiento del número de núcleos' },
    'strategy.clusters.hubs': { label: 'Crecimiento añadido donde las escuelas centro la hacen funcionar' },
    'strategy.clusters.joining': { label: 'Escuelas de núcleos en marcha que se invitan al año' },
    'strategy.lab.size': { label: 'Escuelas al año cuando todo va bien' },
    'strategy.lab.fidelity': { label: 'Fidelidad por debajo de la cual no se añaden escuelas' },
    'strategy.lab.years': {
      label: 'Años hasta que acaba el laboratorio',
      about: 'Después no añade escuelas ni prueba nada más; lo que ha conservado queda en el diseño.',
    },
    'strategy.lab.coverage': { label: 'Parte del apoyo pagado por debajo de la cual no se añaden escuelas' },
    'strategy.devices.size': { label: 'Escuelas equipadas al año' },
    'strategy.devices.vision': { label: 'Visión pedagógica que queda' },
    'strategy.devices.support': { label: 'Apoyo que queda junto a los equipos' },
    'strategy.vendor.size': { label: 'Escuelas obligadas a tomarla al año' },
    'strategy.vendor.rate': { label: 'Docentes obligados a empezar' },
    'innovations.effect': { label: 'Efecto real medio' },
    'innovations.effectSpread': { label: 'Dispersión del efecto real entre futuros' },
    'innovations.basics': { label: 'Parte de su efecto sobre lo que ve la prueba más estrecha' },
    'innovations.complexity': { label: 'Distancia de la práctica actual' },
    'innovations.elaboration': { label: 'Grado de elaboración del diseño y del procedimiento' },
    'innovations.conditionsEducators': { label: 'Condiciones de éxito explicadas a docentes' },
    'innovations.conditionsPrincipals': { label: 'Condiciones de éxito explicadas a direcciones' },
    'innovations.needA': { label: 'Necesidad a la que responde, primera coordenada' },
    'innovations.needB': { label: 'Necesidad a la que responde, segunda coordenada' },
    'innovations.technologyNeed': { label: 'Tecnología que necesita' },
    'innovations.visibility': { label: 'Visibilidad y entusiasmo' },
    'innovations.overPromise': { label: 'Promesas excesivas del proveedor' },
    'innovations.backing': { label: 'Respaldo político' },
    'innovations.precision': { label: 'Precisión de su definición' },
    'innovations.outsideOrigin': { label: 'Origen ajeno a las escuelas' },
    'innovations.supplement': { label: 'Práctica de aula o complemento' },
    'innovations.training': { label: 'Formación' },
    'innovations.coaching': { label: 'Dosis de acompañamiento' },
    'innovations.materials': { label: 'Materiales' },
    'innovations.guides': { label: 'Guías estructuradas' },
    'innovations.supervision': { label: 'Supervisión y tiempo protegido' },
    'innovations.implementer': { label: 'Capacidad de quien la ejecuta' },
    'innovations.coachesFromUsers': { label: 'Acompañantes surgidos de usuarios con experiencia' },
    'innovations.trainingCost': { label: 'Costo de formación y materiales' },
    'innovations.coachingCost': { label: 'Costo del acompañamiento pleno' },
    'innovations.technologyCost': { label: 'Costo de la tecnología' },
    'innovations.viability': { label: 'Viabilidad del proveedor' },
    'innovations.priorEvidence': { label: 'Evidencia al comienzo' },
  },
  units: {
    level: 'nivel',
    share: 'proporción',
    years: 'años',
    year: 'año',
    choice: 'elección',
    'USD per learner of the system and year': 'USD por estudiante del sistema y año',
    'USD per learner reached and year': 'USD por estudiante alcanzado y año',
    'USD per learner and year': 'USD por estudiante y año',
    'place in the list': 'lugar en la lista',
    'per 100 schools': 'por cada 100 escuelas',
    'educators per 1,000 and year': 'docentes por cada 1000 y año',
    'per year': 'al año',
    'schools per tier': 'escuelas por nivel',
    wave: 'oleada',
    'logit per unit of fit': 'logit por unidad de adecuación',
    'logit per 0.1 SD': 'logit por 0,1 desviaciones típicas',
    SD: 'desviaciones estándar',
    'fifths of disadvantage': 'quintos de desventaja',
    schools: 'escuelas',
    'share of the growth': 'proporción del crecimiento',
    'share of those still outside': 'proporción de las que siguen fuera',
    'SD per school year at fidelity 0.75': 'desviaciones estándar por año escolar con fidelidad de 0,75',
    'SD beyond the truth': 'desviaciones estándar más allá de lo real',
    'years of trial in one school': 'años de ensayo en una escuela',
  },
  choices: {
    reported: 'solo informados',
    charged: 'pagados',
    'equal-budget': 'igual presupuesto',
    'equal-spend': 'igual gasto',
    'own-budget': 'presupuesto propio',
    none: 'nada',
    single: 'un proveedor',
    multi: 'varios proveedores',
    'whole-class': 'toda la clase',
    supplement: 'complemento',
    theory: 'teoría',
    practice: 'práctica',
    one: 'uno',
    menu: 'menú',
    centre: 'centro',
  },
  strategies: {
    organic: 'Difusión espontánea: algunos docentes empiezan, sin programa, invitación ni apoyo.',
    mandate:
      'Una obligación (de golpe): todas las escuelas se inscriben al comienzo y sus docentes deben adoptarla, quieran o no.',
    cascade: 'Una cascada: cada año, cada escuela alcanzada forma a otras; cada nivel transmite solo una parte del contenido.',
    waves:
      'Oleadas piloto: selección de direcciones dispuestas y capaces, una segunda oleada y luego un menú de modelos probados abierto a todas, con ayuda de una oficina central.',
    gated:
      'Condicionada a la evidencia, en tres niveles: unas pocas escuelas ahora, más según lleguen resultados, todas solo tras resultados sostenidos durante años en escuelas diversas.',
    clusters:
      'Por núcleos: cada vez más núcleos de escuelas, investigadores y emprendedores se ponen en marcha; cada uno comparte lo que aprende, y sus escuelas se suman cuando quieren.',
    lab: 'Laboratorio de escala: cada año se invita a tantas escuelas como permitan los resultados del año anterior y el dinero; el esfuerzo pasa de profundidad a amplitud según la práctica sea superficial o profunda. Los pares aprenden unos de otros. Un laboratorio puede acabar un año y dejar lo que ha conservado.',
    devices:
      'Primero los equipos: las escuelas se equipan de inmediato y cuentan como alcanzadas; con las cajas no viene ni visión ni modelo, y el dinero del apoyo va a equipos.',
    vendor:
      'Proveedor único: el contenido de un solo proveedor se exige a todas las escuelas; más barato por la escala, ata a las escuelas y deja poco lugar para hacerlo suyo.',
  },
  events: {
    leaderLeaves: {
      label: 'Cambio de direcciones',
      about: 'Proporción de direcciones escolares (del distrito o la escuela que se nombre) que se van de golpe.',
    },
    districtLeaderLeaves: {
      label: 'Cambio de jefaturas de distrito',
      about: 'Proporción de jefaturas de distrito que se van de golpe; 1 para una segura.',
    },
    election: { label: 'Elecciones', about: 'Probabilidad de que cambie el ministro, y con él las prioridades.' },
    budgetCut: {
      label: 'Recorte presupuestario',
      about: 'Proporción de todo el dinero del programa que se pierde desde ahora; un recorte negativo posterior la repone.',
    },
    curriculumReform: {
      label: 'Reforma curricular',
      about: 'Una exigencia que compite: proyectos que se suman en cada escuela.',
    },
    closure: { label: 'Cierre', about: 'Las escuelas nombradas se cierran (tamaño 1).' },
    windowOpens: {
      label: 'Ventana de oportunidad',
      about: 'Cuánto se abre una ventana, por los años que duran las ventanas.',
    },
  },
  presets: {
    'made-up': {
      label: 'Una región ficticia',
      about: 'Doscientas doce escuelas ficticias en ocho distritos, con 4000 docentes y 80 000 estudiantes.',
    },
    'south-africa': {
      label: 'Dos provincias de Sudáfrica',
      about:
        'Escuelas ficticias con las estadísticas de un sistema real: ninguna de estas escuelas existe. Las 1756 escuelas ordinarias del Estado Libre y el Cabo del Norte, 2017.',
    },
    usa: {
      label: 'Estados Unidos',
      about:
        'Escuelas ficticias con las estadísticas de un sistema real: ninguna de estas escuelas existe. Escuelas públicas primarias y secundarias.',
    },
    kenya: {
      label: 'Kenia',
      about:
        'Escuelas ficticias con las estadísticas de un sistema real: ninguna de estas escuelas existe. Escuelas primarias públicas.',
    },
    india: {
      label: 'La India',
      about:
        'Escuelas ficticias con las estadísticas de un sistema real: ninguna de estas escuelas existe. Todas las escuelas reconocidas, del preescolar al grado XII.',
    },
    'colombia-rural': {
      label: 'Colombia rural',
      about:
        'Escuelas ficticias con las estadísticas de un sistema real: ninguna de estas escuelas existe. Sedes rurales, muchas con uno o dos docentes.',
    },
    jordan: {
      label: 'Jordania',
      about:
        'Escuelas ficticias con las estadísticas de un sistema real: ninguna de estas escuelas existe. Escuelas del Ministerio de Educación.',
    },
    botswana: {
      label: 'Botsuana (aproximado)',
      about:
        'Escuelas ficticias con las estadísticas de un sistema real: ninguna de estas escuelas existe. Escuelas primarias; datos antiguos.',
    },
    finland: {
      label: 'Finlandia',
      about:
        'Escuelas ficticias con las estadísticas de un sistema real: ninguna de estas escuelas existe. Escuelas de enseñanza básica.',
    },
    singapore: {
      label: 'Singapur (aproximado)',
      about:
        'Escuelas ficticias con las estadísticas de un sistema real: ninguna de estas escuelas existe. Escuelas primarias y secundarias de un mismo ministerio.',
    },
  },
  processes: {
    ties: 'Vínculos',
    environment: 'Entorno',
    policy: 'Política y bases',
    programme: 'Programa',
    finance: 'Financiamiento',
    delivery: 'Ejecución',
    awareness: 'Conocimiento',
    decision: 'Decisión',
    confirmation: 'Confirmación',
    turnover: 'Rotación',
    implementation: 'Aplicación',
    exchange: 'Aprender a lo largo de los vínculos',
    culture: 'Cultura escolar',
    partners: 'Investigadores y emprendedores',
    observe: 'Observación',
    outcomes: 'Resultados y evidencia',
    learning: 'Ciclo de aprendizaje',
    creation: 'Creación',
  },
};
