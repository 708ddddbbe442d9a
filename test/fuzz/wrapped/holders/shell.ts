// biome-ignore-all lint/suspicious/noTemplateCurlyInString: other languages have them in strings, too
import { eachLine, indented, type Literal, VERBS } from './literal';

const HOLES = ['$id', '${id}', '${id:-"}"}', '$(id -u "$(whoami)")'];

/** A document on the lines below its name. */
function here(dash: '' | '-', quote: '' | "'" | '"' | '\\'): Literal {
  const isPlain = quote !== '';
  const end = quote === '\\' ? '' : quote;
  return {
    name: `shell, <<${dash}${quote}EOF${end}`,
    write(text, dice) {
      if (/^\s*EOF$/m.test(text) || (dash === '-' && /^\t/m.test(text))) return undefined;
      const indent = dash === '-' ? '\t'.repeat(dice.below(3)) : '';
      const body = isPlain ? text : text.replace(/[\\$`]/g, '\\$&');
      const tabbed = indented(body, indent);
      const behind = dice.pick(['', ' > "$file"', ' | jq . # it’s']);
      return `<<${dash}${dice.pick(['', ' '])}${quote}EOF${end}${behind}\n${tabbed}\n${indent}EOF`;
    },
    scan: {
      opens: new RegExp(`<<${dash}[ \\t]*${quote === '\\' ? '\\\\' : quote}EOF[^\\n]*\\n`, 'y'),
      closes: () => (dash === '-' ? /\n\t*EOF(?=\n|$)/y : /\nEOF(?=\n|$)/y),
      ...(!isPlain && {
        pieces: [[/\\([\\$`])/y, ([, letter = '']) => letter] as const, [/\\\n/y, () => ''] as const],
      }),
      ...(dash === '-' && {
        layout: (letters: string) => eachLine(letters, (line) => line.replace(/^\t+/, '')),
      }),
    },
    holes: isPlain ? VERBS : HOLES,
    ...(!isPlain && { interpolates: true as const }),
  };
}

/** POSIX.1-2024, Shell Command Language, 2.2 and 2.7.4. */
export const SHELL: readonly Literal[] = [
  {
    name: "shell, in '",
    write: (text) => (text.includes("'") ? undefined : `'${text}'`),
    scan: { opens: /'/y, closes: () => /'/y },
    holes: VERBS,
  },
  {
    name: 'shell, in "',
    write: (text) => `"${text.replace(/[\\$`"]/g, '\\$&')}"`,
    scan: {
      opens: /"/y,
      closes: () => /"/y,
      pieces: [
        [/\\([\\$`"])/y, ([, letter = '']) => letter],
        [/\\\n/y, () => ''],
      ],
    },
    holes: HOLES,
    interpolates: true,
  },
  here('', ''),
  here('-', ''),
  here('', "'"),
  here('-', "'"),
  here('', '"'),
  here('', '\\'),
];
