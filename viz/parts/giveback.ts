/**
 * Gives the focus back to what had it before something opened, once that is gone or going: only where nothing else has it, since a
 * hand may have moved on meanwhile.
 */
export function giveBack(before: Element | null, going?: Element): void {
  const now = document.activeElement;
  const isFree = now === null || now === document.body || going?.contains(now) === true;
  if (isFree && before instanceof HTMLElement) before.focus();
}
