/** What differs between the plans, where and when. */
import { DifferenceFan } from '../charts/differencefan.tsx';
import { DifferenceMap } from '../map/difference.tsx';
import { MapLegend } from '../map/legend.tsx';

export const Differing = () => (
  <>
    <DifferenceMap />
    <DifferenceFan />
    <MapLegend difference />
  </>
);
