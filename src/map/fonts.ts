import type { Font } from './text-width';

/** The sizes of the map's texts. */
export const FONTS = {
  title: { size: 20, bold: true },
  heading: { size: 14, bold: true },
  value: { size: 12.5, bold: true },
  small: { size: 11.5 },
  note: { size: 11.5 },
} as const satisfies Record<string, Font>;

/** The distance of two lines of small text. */
export const LINE = 15;
