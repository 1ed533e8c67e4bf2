/** Spanish: sharing the page’s address. */
import type { PanelMessages } from '../../language.ts';

export const sharing: PanelMessages['sharing'] = {
  about:
    'Esta dirección contiene los dos planes, el año y el futuro que usted mira. No se envía nada: quien la abre lo calcula todo de nuevo.',
  field: 'Dirección de esta página tal como está',
  copy: 'Copiar',
  copied: 'Copiado',
  digests:
    'Lleva una breve prueba de los primeros 16 futuros ({digests}), para que la página que la abra pueda decir si sus números son los mismos.',
  waiting: 'Los primeros 16 futuros están en camino; después la dirección llevará una prueba de sus números.',
  own: 'Sus escuelas no van en ella. A quien la abra se le pedirá {name}.',
  saveMore: 'en un archivo que también lee la línea de comandos.',
  all: 'Descargar todo',
  allMore: 'datos, imágenes, planes y cómo citarlos, en un archivo zip.',
  packing: 'Preparando …',
};
