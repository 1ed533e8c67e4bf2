/** How many schools a rollout brings in over time, as a line drawing: steps, a jump, a curve, or what stands for it. */
const paths = {
  organic: 'M1 13c3 0 5-.3 7-1s3-2 5-2 3 .6 8-.4M4 5.5h.01M9.5 3.5h.01M15 5h.01',
  mandate: 'M1 13h3V3h17',
  cascade: 'M11 2v3M11 5 5 8.5M11 5l6 3.5M5 8.5 2 13M5 8.5 8 13M17 8.5 14 13M17 8.5 20 13',
  waves: 'M1 13h5V9.5h5V6h5V2.5h5',
  gated: 'M1 12.5h10c3 0 3.5-3 4.5-6S18 2.5 21 2.5',
  clusters: 'M1 13c5-.2 6-2.2 9-4.6S16 4 21 3',
  lab: 'M1 13c3 0 3-3.5 6-3.5s2 1.7 4.5 1.7S14 6.5 16.5 6.5 18 3 21 2.5M11 4.5A3 3 0 1 1 8.5 2M11 1.5v3H8',
  devices: 'M3 3h12v8H3zM1 13.5h16M19.5 6.5v5M17.5 9.5l2 2 2-2',
  vendor: 'M1 13h3V5h4M8 5h13M11 5V2h7v3M4 9h17',
} as const;

type Kind = keyof typeof paths;

const isKnown = (kind: string): kind is Kind => kind in paths;

/** A rollout without a drawing of its own is a straight line. */
export const RolloutIcon = ({ kind }: { readonly kind: string }) => (
  <svg class="rollout-icon" viewBox="0 0 22 15" aria-hidden="true">
    <path d={isKnown(kind) ? paths[kind] : 'M1 13 21 3'} />
  </svg>
);
