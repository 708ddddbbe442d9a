// biome-ignore-all lint/suspicious/noTemplateCurlyInString: other languages have them in strings, too
import { asCode, byLetter, eachLine, escapeText, type Literal, letterEscapes, ONE_LINE, U4 } from './literal';

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
  {
    name: 'Kotlin, raw with a margin',
    write(text, dice) {
      if (/\$|"""/.test(text)) return undefined;
      const indent = ' '.repeat(dice.below(9));
      const lines = eachLine(text, (line) => `${indent}|${line}`);
      return `"""\n${lines}\n${indent}""".trimMargin()`;
    },
    scan: {
      opens: /"""/y,
      closes: () => /"""\.trimMargin\(\)/y,
      layout: (letters) => eachLine(letters, (line) => line.replace(/^\s*\|/, '')).replace(/^\n/, ''),
    },
    holes: HOLES,
    interpolates: true,
  },
];
