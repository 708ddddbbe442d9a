import { styleText } from 'node:util';

/** The colours of the severities. */
export const SEVERITY_STYLES = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
} as const;

type Style = Parameters<typeof styleText>[0];

/** Gives a text a terminal's style. */
export type Paint = (style: Style, text: string) => string;

/** Prepares to give texts their style, or to leave all of them as they are. */
export function painter(color: boolean): Paint {
  return (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
}
