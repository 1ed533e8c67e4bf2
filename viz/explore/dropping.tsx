/** A file may be dropped anywhere on the page: while one is held over it, the page says what it takes. */
import './dropping.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { panelText } from '../state/paneltext.ts';
import { takeFiles } from '../state/taking.ts';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

export function Dropping() {
  const held = useSignal(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault(); // without it the browser would leave the page for the file
      event.dataTransfer!.dropEffect = 'copy';
      held.value = true;
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) held.value = false; // it has left the window, not one part of it
    };
    const drop = (event: DragEvent): void => {
      held.value = false;
      if (!holdsFiles(event)) return;
      event.preventDefault();
      void takeFiles([...event.dataTransfer!.files]);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  if (!held.value) return null;
  const { title, more } = panelText.value.systems.dropped;
  return (
    <div class="dropping">
      <p>
        <strong>{title}</strong> {more}
      </p>
    </div>
  );
}
