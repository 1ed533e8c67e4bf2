/** What a browser is asked to remember from one visit to the next: how the page looks and speaks, and nothing of what is done with it. */

export function kept(name: 'look' | 'language'): string {
  try {
    return localStorage.getItem(name) ?? '';
  } catch {
    return ''; // a browser may refuse to remember
  }
}

export function keep(name: 'look' | 'language', value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // It looks and speaks so until the page is left.
  }
}
