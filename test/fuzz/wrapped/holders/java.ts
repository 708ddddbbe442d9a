import {
  anyOf,
  asByte,
  asCode,
  byLetter,
  codeEscapes,
  dedented,
  eachLine,
  escapeText,
  indented,
  type Literal,
  letterEscapes,
  ONE_LINE,
  octal,
  U4,
  VERBS,
} from './literal';

/** A code with fewer digits: the next letter has to be no digit. */
const SHORT_OCTAL = codeEscapes(/\\([0-3]?[0-7]{1,2})/y, 8);

/** Unicode escapes are read before anything else, so that one of a quote or a backslash would end the string. */
const unicode = (letter: string, code: number) =>
  /["\\\r\n]/.test(letter) ? [] : anyOf(asCode('\\u', 4), asCode('\\uu', 4))(letter, code);

/** The last blank of a line is not seen, and not lost where it is an escape. */
const asOctal = (letter: string) => `\\${octal(letter.charCodeAt(0))}`;

/** The Java Language Specification 21, 3.10.5 to 3.10.7. */
export const JAVA: readonly Literal[] = [
  {
    name: 'Java',
    write: (text, dice) =>
      `"${escapeText(
        text,
        dice,
        byLetter({ ...ONE_LINE, '"': '\\"' }),
        anyOf(
          unicode,
          asByte((code) => `\\${octal(code)}`),
        ),
      )}"`,
    scan: {
      opens: /"(?!"")/y,
      closes: () => /"/y,
      pieces: [letterEscapes('bstnfr\\\\"\''), codeEscapes(/\\u+([\da-fA-F]{4})/y), SHORT_OCTAL],
    },
    holes: VERBS,
  },
  {
    name: 'Java, text block',
    write(text, dice) {
      const indent = ' '.repeat(4 * dice.below(4));
      const quoted = text.replaceAll('\\', '\\\\').replaceAll('"""', '""\\"').replace(/"$/, '\\"');
      // A backslash at the end of a line joins the lines; blanks there would be lost.
      const kept = eachLine(quoted, (line) => line.replace(/[ \t]$/, (blank) => asOctal(blank)));
      const escaped = escapeText(
        kept,
        dice,
        () => [],
        (letter) => (/[{}[\]:,]/.test(letter) ? [asOctal(letter)] : []),
      );
      const close = escaped.endsWith('\n') ? `${indent}"""` : dice.pick(['"""', `\\\n${indent}"""`]);
      return `"""\n${indented(escaped, indent)}${close}`;
    },
    scan: {
      opens: /"""[ \t]*\n/y,
      closes: () => /"""/y,
      pieces: [letterEscapes('bstnfr\\\\"\'\\n'), U4, SHORT_OCTAL],
      layout: (letters) => dedented(letters, 'counts'),
    },
    holes: VERBS,
  },
];
