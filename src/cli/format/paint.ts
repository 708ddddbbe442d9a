import { styleText } from 'node:util';

/** The colours of the severities. */
export const SEVERITY_STYLES = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
} as const;

type Style = Parameters<typeof styleText>[0];

/** Applies a terminal style to a text. */
export type Paint = (style: Style, text: string) => string;

/** Returns a function that styles texts, or returns them unchanged. */
export function painter(color: boolean): Paint {
  return (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
}
