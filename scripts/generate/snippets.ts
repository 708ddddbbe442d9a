import { RULES } from '../../src/service';
import { LANGUAGES, type Language, placeIn } from './languages';

/** A snippet in the format of VS Code's snippet files. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: string | readonly string[];
}

/** Returns the snippets of silencing comments by file: for JSON with comments and for YAML, in each language. */
export function snippetFiles(): Record<string, Record<string, Snippet>> {
  const files = LANGUAGES.flatMap((language) =>
    [
      ['silencing.json', silencing(language, '//')] as const,
      ['silencing.yaml.json', silencing(language, '#')] as const,
    ].map(([name, snippets]) => [placeIn('snippets', name, language), snippets] as const),
  );
  return Object.fromEntries(files);
}

/** Returns a snippet for each silencing comment, with a choice of rules. */
function silencing({ say }: Language, comment: '//' | '#'): Record<string, Snippet> {
  // The first rule is preselected. Findings about comments cannot be silenced by a comment.
  const usual = 'status-mismatch';
  const others = [...RULES.keys()].filter((rule) => rule !== usual && rule !== 'unused-directive');
  const rules = [usual, ...others].join(',');
  const verbs = [
    ['disable-next-line', say('Silence the next line')],
    ['disable-line', say('Silence this line')],
    ['disable', say('Silence everything from here on')],
    ['enable', say('End a silence')],
    ['disable-file', say('Silence the whole file')],
  ] as const;
  const entries = verbs.map(([verb, title]): [string, Snippet] => [
    title,
    {
      prefix: `server-status-${verb}`,
      description: say('{title} (Server Status).', { title }),
      body: `${comment} server-status-${verb} \${1|${rules}|}$0`,
    },
  ]);
  return Object.fromEntries(entries);
}
