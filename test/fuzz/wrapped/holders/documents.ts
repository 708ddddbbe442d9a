import type { Dice } from '../dice';
import { eachLine, indented } from './literal';
import type { Text } from './texts';

/** A way to put a text into a document as a block of code; undefined where it cannot be. */
export interface Block {
  readonly languageId: string;
  readonly name: string;
  write(text: Text, dice: Dice): string | undefined;
}

const PROSE = [
  'A server’s `status` and its `OS-EXT-STS:vm_state`.',
  'It\'s "ACTIVE" when all is well: see <https://example.org/{id}>.',
  '{"status": "ERROR"} is no server',
];

const TABLE = [
  '+---------------------+--------+',
  '| OS-EXT-STS:vm_state | active |',
  '| status              | ERROR  |',
  '+---------------------+--------+',
].join('\n');

const YAML_NAMES = ['', 'yaml', 'yml', ' yaml', 'yaml title="a.yaml"'];
const JSON_NAMES = ['', 'json', 'JSON', 'jsonc', ' json', 'json5', 'http', '{.json}', 'json {1,2}'];
/** Languages that JSON is not, and whose names stand above it: those of the program that it is for. */
const OTHER_NAMES = ['js', 'javascript title="x"', 'python', 'bash', 'go'];

/** What people write behind a fence. */
function infoOf({ holds, marked }: Text, dice: Dice): string {
  const isStrict = !/\/\/ it’s|\/\* "/.test(marked);
  return dice.pick(holds === 'yaml' ? YAML_NAMES : isStrict ? [...JSON_NAMES, ...OTHER_NAMES] : JSON_NAMES);
}

/** Puts a mark before every line, and none but its beginning before an empty one. */
function quoted(text: string, mark: string): string {
  return eachLine(text, (line) => (line === '' ? mark.trimEnd() : mark + line));
}

/** What stands before a list item's first line, and before its others. */
const LEADS: Readonly<Record<string, readonly [string, string]>> = {
  'on its own': ['', ''],
  'in a list': ['- ', '  '],
  'in a numbered list': ['1. ', '   '],
  'in a list in a list': ['- a\n  10) ', '      '],
  indented: ['', '  '],
};

const FENCES = ['```', '~~~', '````', '`````', '~~~~'];

function fenced(languageId: string, place: string, wrap: (block: string) => string): Block {
  const [lead, indent] = LEADS[place] ?? ['', ''];
  return {
    languageId,
    name: `a fence ${place}`,
    write(text, dice) {
      const fence = dice.pick(FENCES);
      if (text.marked.includes(fence)) return undefined;
      const block = `${fence}${infoOf(text, dice)}\n${text.marked}\n${fence}${dice.pick(['', '`'.repeat(fence.startsWith('`') ? 2 : 0)])}`;
      const own = lead === '' ? '' : dice.pick([`${lead.trimEnd()} Some text:\n\n${indent}`, lead]);
      return wrap(own === '' ? indented(block, indent) : own + indented(block, indent).slice(indent.length));
    },
  };
}

/** A text that begins with a letter, not with a blank: its first line says how far a block is indented. */
const startsFlush = ({ marked }: Text) => /^[^\s]/.test(marked);

function indentedBlock(languageId: string, name: string, before: string, indents: readonly string[]): Block {
  return {
    languageId,
    name,
    write: (text, dice) =>
      startsFlush(text) ? `${before}\n\n${indented(text.marked, dice.pick(indents))}` : undefined,
  };
}

/** CommonMark 0.31, 4.4, 4.5, 5.1 and 5.2; the reStructuredText and AsciiDoc specifications; Sphinx's directives. */
export const BLOCKS: readonly Block[] = [
  ...['markdown', 'mdx'].flatMap((languageId) => [
    ...Object.keys(LEADS).map((place) => fenced(languageId, place, (block) => block)),
    { ...fenced(languageId, 'on its own', (block) => quoted(block, '> ')), name: 'a fence in a quote' },
    {
      ...fenced(languageId, 'in a list', (block) => quoted(block, '> ')),
      name: 'a fence in a list in a quote',
    },
    {
      ...fenced(languageId, 'on its own', (block) => quoted(quoted(block, '> '), '> ')),
      name: 'a fence in a quote in a quote',
    },
  ]),
  indentedBlock('markdown', 'an indented block', 'Some text.', ['    ', '\t', '      ']),
  indentedBlock('restructuredtext', 'a literal block', 'Some text::', ['  ', '    ', '   ', '\t']),
  indentedBlock('restructuredtext', 'a literal block behind two colons alone', '::', ['    ']),
  indentedBlock('restructuredtext', 'a code block', '.. code-block:: json\n   :linenos:', ['   ', '     ']),
  indentedBlock('restructuredtext', 'a code block without a language', '.. code-block::', ['   ']),
  indentedBlock('restructuredtext', 'source code', '.. sourcecode:: http', ['   ']),
  {
    languageId: 'restructuredtext',
    name: 'a code block in a note',
    write: (text, dice) =>
      startsFlush(text)
        ? `.. note:: It’s "so".\n\n   .. code:: ${text.holds === 'json' ? dice.pick(JSON_NAMES) : 'yaml'}\n\n${indented(text.marked, '      ')}`
        : undefined,
  },
  {
    languageId: 'restructuredtext',
    name: 'a literal block in a list',
    write: (text) =>
      startsFlush(text) ? `* A response::\n\n${indented(text.marked, '    ')}\n\n* b` : undefined,
  },
  ...['----', '......', '-------', '```'].map((delimiter) => ({
    languageId: 'asciidoc',
    name: `a block between ${delimiter}`,
    write(text: Text, dice: Dice) {
      if (new RegExp(`^${delimiter.replaceAll('.', '\\.')}$`, 'm').test(text.marked)) return undefined;
      const { holds } = text;
      const attributes =
        delimiter === '```'
          ? ['']
          : [
              `[source,${holds}]\n`,
              `[,${holds}]\n`,
              '[source]\n',
              '',
              '.A title\n',
              `[source,${holds},subs="attributes"]\n`,
            ];
      const language = delimiter === '```' ? dice.pick(['', holds]) : '';
      return `${dice.pick(attributes)}${delimiter}${language}\n${text.marked}\n${delimiter}`;
    },
  })),
  {
    languageId: 'asciidoc',
    name: 'a paragraph of code',
    write: ({ marked, holds }) => (/\n\s*\n|^\n/.test(marked) ? undefined : `[source,${holds}]\n${marked}`),
  },
];

const COMMENTS: Readonly<Record<string, string>> = {
  markdown: '<!-- it’s ``` "status": "ERROR" -->',
  mdx: '{/* it’s "status": "ERROR" */}',
  restructuredtext: '.. it’s a comment with "status": "ERROR"',
  asciidoc: '// it’s a comment with ---- "status": "ERROR"',
};

/** A document around a block. */
export function documentAround({ languageId }: Block, block: string, dice: Dice): string {
  const title =
    languageId === 'restructuredtext'
      ? 'Servers\n======='
      : languageId === 'asciidoc'
        ? '= Servers'
        : '# Servers';
  const some = () => dice.shuffle([...PROSE, COMMENTS[languageId] ?? '']).slice(0, dice.below(3));
  return `${[title, ...some(), block, ...some(), dice.pick([TABLE, 'The end.'])].join('\n\n')}\n`;
}
