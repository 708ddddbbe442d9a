/** A theme of VS Code's own: what it calls it, and the class of the page that wears it. */
export interface Theme {
  readonly name: string;
  readonly id: string;
  readonly className: string;
}

/** The one that a workbench has if no other is asked for. */
export const LIGHT: Theme = { name: 'light', id: 'Default Light Modern', className: 'vs' };

/** One of each kind that there is. */
export const themes: readonly Theme[] = [
  LIGHT,
  { name: 'dark', id: 'Default Dark Modern', className: 'vs-dark' },
  { name: 'high-contrast', id: 'Default High Contrast', className: 'hc-black' },
  { name: 'high-contrast-light', id: 'Default High Contrast Light', className: 'hc-light' },
];
