/** Everything in one zip: every measure of every future of the plans, what it means, pictures, and how to run and cite it. */
import { ensembleOf } from '../../sim/index.ts';
import { slug } from '../charts/chart.ts';
import { addressNow } from '../state/address.ts';
import { underAssumptions } from '../state/assuming.ts';
import { assumptionCount, assumptions } from '../state/assumptions.ts';
import { saveBlob } from '../state/download.ts';
import { askDesk, wholeFutures } from '../state/engine.ts';
import { language, text } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { own } from '../state/own.ts';
import { panelText } from '../state/paneltext.ts';
import type { PlanId } from '../state/plan.ts';
import { comparing, planIds, planOf, wanted } from '../state/store.ts';
import type { About, Packed } from './export/files.ts';
import type { Order } from './export/packing.ts';
import { settingsTable } from './trust/download.ts';

/** Runs everything, packs it and hands it over as a download. Rejects where the engine stands still. */
export async function exportAll(): Promise<void> {
  const packed = await Promise.all(planIds.value.map(packedOf));
  const pieces = await packedUp({ packed, about: await aboutNow() });
  saveBlob('taking-root.zip', new Blob(pieces, { type: 'application/zip' }));
}

async function packedOf(id: PlanId): Promise<Packed> {
  const plan = planOf(id);
  const numbers = Array.from({ length: wanted.value }, (_, k) => k);
  const { results, facts } = await wholeFutures(plan, numbers);
  return {
    name: slug(comparing.value ? `${id} ${planName(id)}` : planName(id)),
    plan,
    ensemble: ensembleOf(plan.title, results),
    measures: facts.columns,
    ...(assumptionCount.value > 0 && { assumed: underAssumptions(plan, assumptions.value) }),
  };
}

async function aboutNow(): Promise<About> {
  const catalogue = await askDesk((desk) => desk.catalogue());
  const file = own.value;
  return {
    model: catalogue.model,
    link: await addressNow(),
    settings: settingsTable(catalogue, planOf('a')),
    schools: file ? { [file.name]: file.sha256 } : {},
    messages: { ...text.value, ...panelText.value },
    language: language.value,
  };
}

/** The pieces of the zip, made by a worker of its own. Rejects when it fails. */
function packedUp(order: Order): Promise<BlobPart[]> {
  const worker = new Worker(new URL('./export/packing.ts', import.meta.url), { type: 'module' });
  const pieces = new Promise<BlobPart[]>((settle, fail) => {
    worker.onmessage = ({ data }) => settle(data);
    worker.onerror = ({ message }) => fail(new Error(message));
    worker.onmessageerror = () => fail(new Error('the packing worker sent what could not be read'));
  });
  worker.postMessage(order);
  return pieces.finally(() => worker.terminate());
}
