// biome-ignore-all lint/suspicious/noTemplateCurlyInString: other languages have them in strings, too
import { asCode, byLetter, escapeText, type Literal, letterEscapes, ONE_LINE, U4 } from './literal';

const HOLES = ['$id', '${id}', '${ids.map { "<$it>" }.joinToString("}")}'];

/** Kotlin language specification, String interpolation expressions. */
export const KOTLIN: readonly Literal[] = [
  {
    name: 'Kotlin',
    write: (text, dice) =>
      `"${escapeText(text, dice, byLetter({ ...ONE_LINE, '"': '\\"', $: '\\$' }), asCode('\\u', 4))}"`,
    scan: { opens: /"(?!"")/y, closes: () => /"/y, pieces: [letterEscapes('tbnr\'\\\\"$'), U4] },
    holes: HOLES,
    interpolates: true,
  },
  {
    name: 'Kotlin, raw',
    write: (text) => (/\$|"""|"$/.test(text) ? undefined : `"""${text}"""`),
    scan: { opens: /"""/y, closes: () => /"""(?!")/y },
    holes: HOLES,
    interpolates: true,
  },
];
