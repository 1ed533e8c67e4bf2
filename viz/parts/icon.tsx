/** Line drawings of 16 by 16, in the colour of the text around them. */
const paths = {
  play: 'M5 3.2v9.6l8-4.8z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  step: 'M4 3.5v9l6-4.5zM12 3.5v9',
  again: 'M13 8a5 5 0 1 1-1.5-3.6M13 2v3.2H9.8',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 7.2v4M8 4.7v.3',
  page: 'M4 1.8h5.5L12.5 5v9.2H4zM9.2 1.8V5.2h3.3M6 8h4.5M6 10.8h4.5',
  share: 'M8 10V2.5M5 5l3-3 3 3M3 9v4.5h10V9',
  download: 'M8 2.5V10M5 7.2l3 3 3-3M3 11.5v2h10v-2',
  open: 'M2 12.5v-9h4l1.5 2H13v2M2 12.5 4 7.5h10.5l-2 5z',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  left: 'M10 4L6 8l4 4',
  table: 'M2 3h12v10H2zM2 6.4h12M2 9.8h12M6.5 3v10',
  undo: 'M3 6.5h7a3.5 3.5 0 0 1 0 7H6M3 6.5 6 3.5M3 6.5l3 3',
  redo: 'M13 6.5H6a3.5 3.5 0 0 0 0 7h4M13 6.5l-3-3M13 6.5l-3 3',
  fork: 'M4 2.5v11M4 9c5 0 7-1 7-5.5M8.8 5.4 11 3.2l2.2 2.2',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  map: 'M2 4l4-1.5 4 1.5 4-1.5v9.5L10 13.5 6 12l-4 1.5zM6 2.5V12M10 4v9.5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
