/** Spanish: the one-page brief, and what is said in a download of everything. */
import type { PanelMessages } from '../../language.ts';

export const brief: PanelMessages['brief'] = {
  title: 'Informe de una página',
  print: 'Imprimir',
  printMore: 'Una página, A4 o carta.',
  working: 'Aún se busca qué nos haría cambiar de opinión y qué dudas conservar: {done} de {all} ajustes probados.',
  headline: 'En el año {year}, {well} de cada 100 escuelas {well|la usa|la usan} bien',
  futures: '{n} futuros',
  map: '{plan}, año {year}: de {all} escuelas, {uses} {uses|la usa|la usan}, {well} {well|la usa|la usan} bien, en el futuro {future}.',
  mapKey: 'Mapas: futuro {future} en el año {year}. Anillo: la usa. Relleno: qué tan bien. ×: la dejó.',
  chartKey:
    'Gráficos: escuelas de cada 100; <uses>la usan</uses> (trazos), <well>la usan bien</well> (línea continua); bandas: la mitad y 9 de cada 10 futuros.',
  chart:
    '{plan}: en el año {year}, {uses} de cada 100 {uses|la usa|la usan} ({usesLow} a {usesHigh}) y {well} {well|la usa|la usan} bien ({wellLow} a {wellHigh}).',
  yearZero: 'Año 0',
  table: {
    at: 'En el año {year}',
    plan: '{plan}: medio, 9 de 10 futuros',
    one: 'Medio, 9 de 10 futuros',
    luck: 'Misma suerte',
    outcome: '{name}, {sub}',
    rough: 'muy pocos futuros para decirlo',
    nothing: 'nada que medir',
  },
  drove: {
    title: 'De dónde viene la diferencia',
    step: '{label}: {change} de cada 100 la usan bien',
    order: 'Cambiados uno por uno de B a A, el mayor primero.',
    differ: 'En qué difieren los planes',
    waiting: 'Los planes se recalculan cambiando una parte cada vez.',
  },
  says: { nothing: 'solo los valores iniciales', curve: 'cambia con los años' },
  minds: {
    title: 'Qué nos haría cambiar de opinión',
    one: '{label} en {value}: {change} de cada 100 la usan bien',
    flip: '{label} en {value}: {leader} llega más hondo, {a} en A frente a {b} en B',
    level: '{label} en {value}: sin diferencia clara en profundidad, {a} en A frente a {b} en B',
    none: 'Ninguno de los {n} ajustes que más mueven A invierte el orden en profundidad.',
    futures: '{n} futuros cada uno, aproximado.',
    waiting: 'Se está calculando.',
  },
  doubts: {
    title: 'Dudas que conservar',
    care: '«{label}» mueve la profundidad hasta {span} de cada 100 y se basa en {grounds}',
    grounds: { A: 'varios estudios', B: 'un estudio', C: 'opiniones', D: 'una suposición' },
    whole: 'No se ha contrastado con un despliegue nacional real; velocidades y tamaños no están calibrados',
    tried: '{tried} de {all} ajustes probados hasta ahora',
  },
  plan: '<strong>{plan}</strong>: {said}.',
  both: 'Los dos planes',
  said: '{label} {value}',
  more: { one: 'y {n} más', other: 'y {n} más' },
  events: { one: '{n} suceso', other: '{n} sucesos' },
  rules: { one: '{n} regla', other: '{n} reglas' },
  chosen: { one: '{n} despliegue que eligen otros', other: '{n} despliegues que eligen otros' },
  dated: '{said} desde el año {year}',
  foot: 'Una herramienta para pensar, no un pronóstico. {schools}, {districts}; {futures} por plan; semilla {seed}; modelo {model}. Hecho en el navegador; no se envió nada.',
  link: 'Todos los ajustes están en el enlace: <link>{link}</link>',
  readme: {
    head: 'Taking Root: planes, futuros y lo que significan',
    about:
      'Todo lo que hay detrás de una página de Taking Root, que muestra cómo podrían extenderse y echar raíces las innovaciones educativas.',
    plan: 'Plan «{title}», en la carpeta {name}\nSemilla {seed}, {futures} futuros. Huella de todos los futuros: {digest}',
    model: 'Hecho con el programa {program} y el modelo {model}. Los números se garantizan dentro de una versión del modelo.',
    files:
      'En cada carpeta: el plan (un escenario en JSON), runs.csv y runs.parquet (una fila por futuro y momento, una columna por medida), summary.csv (cuantiles sobre los futuros, tipo 7), recommendations.csv (lo que el ciclo de aprendizaje de cada futuro probó y conservó, donde giró), summary.svg (una imagen), manifest.json (lo que se calculó, con una huella de cada futuro). Junto a ellas: dictionary.csv (qué significa cada columna) y settings.csv (cada número detrás del modelo, con su rango, grado y fuente). Una celda vacía significa que no había nada que medir, nunca 0.',
    difference:
      'difference.csv: el primer plan menos el segundo dentro del mismo futuro; aAhead es la parte de los futuros en que el primero va por delante.',
    again:
      'Para calcularlo de nuevo, en una copia de Taking Root tras npm start:\n\n  npx taking-root run {name}/{name}.json --out out\n  npx taking-root run {name}/manifest.json --replicates 0..7\n\nLas huellas de allí son las de aquí.',
    schools:
      'Las escuelas vienen de un archivo que no está en esta descarga: {files}. Póngalo junto al plan antes de calcularlo de nuevo.',
    link: 'Los mismos planes en la página:\n{link}',
    cite: 'Para citar: {authors}. {title}. Versión {version}, modelo {model}. Licencia: {license}.',
    limits:
      'No es un pronóstico. El conjunto no puede contrastarse con datos; velocidades y tamaños no están calibrados. No clasifique con esto escuelas ni lugares reales.\n',
  },
};
