import type { Font } from './text-width';

/** The fonts of the map's texts. Sizes are in pixels. */
export const FONTS = {
  title: { size: 20, bold: true },
  heading: { size: 14, bold: true },
  value: { size: 12.5, bold: true },
  small: { size: 11.5 },
  note: { size: 11.5 },
} as const satisfies Record<string, Font>;

/** The line height of small text, in pixels. */
export const LINE = 15;
