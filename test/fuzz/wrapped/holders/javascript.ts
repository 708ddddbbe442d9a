// biome-ignore-all lint/suspicious/noTemplateCurlyInString: other languages have them in strings, too
import { anyOf, asByte, asCode, byLetter, escapeText, hex, type Literal, ONE_LINE, VERBS } from './literal';

const NEVER = { opens: /(?!)/y, closes: () => /(?!)/y };
const asBraces = (_: string, code: number) => [`\\u{${code.toString(16)}}`];
const MAY = anyOf(
  asByte((code) => `\\x${hex(code, 2)}`),
  asCode('\\u', 4),
  asBraces,
);

const quoted = (quote: string): Literal => ({
  name: `JavaScript, in ${quote}`,
  write(text, dice) {
    const escaped = escapeText(
      text,
      dice,
      byLetter({ ...ONE_LINE, [quote]: `\\${quote}`, '/': dice.pick(['/', '\\/']) }),
      MAY,
    );
    return quote + escaped + quote;
  },
  scan: NEVER,
  holes: VERBS,
});

/** ECMAScript 2025, 12.9.4 and 12.9.6. Node itself reads them back. */
export const JAVASCRIPT: readonly Literal[] = [
  quoted('"'),
  quoted("'"),
  {
    name: 'JavaScript, a template',
    write: (text, dice) =>
      `\`${escapeText(text, dice, byLetter({ '\\': '\\\\', '`': '\\`', '\r': '\\r' }), MAY).replaceAll('${', '\\${')}\``,
    scan: NEVER,
    holes: ['${id}', '${ids[0]}', '${f({ a: `${id}}` })}'],
    interpolates: true,
  },
];
