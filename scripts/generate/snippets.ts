import { stringify } from 'yaml';
import { type Cloud, DEFAULT_CLOUD, type StatusChoice, statusChoices } from '../../src/mapping';
import { newServer, RULES } from '../../src/service';
import { LANGUAGES, type Language, placeIn } from './languages';

/** What a person fills in, in the order in which it is asked for. */
const NAME = placeholder(1, 'server-1');
const ID = placeholder(2, '00000000-0000-4000-8000-000000000001');

/** A snippet as VS Code's snippet files hold it. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: string | readonly string[];
}

/** The snippets by the files that they stand in: servers and silencing comments, for JSON and YAML, in each language. */
export function snippetFiles(): Record<string, Record<string, Snippet>> {
  const files = LANGUAGES.flatMap((language) =>
    [
      ['servers.json', servers(language, asJson)] as const,
      ['servers.yaml.json', servers(language, asYaml)] as const,
      ['silencing.json', silencing(language, '//')] as const,
      ['silencing.yaml.json', silencing(language, '#')] as const,
    ].map(([name, snippets]) => [placeIn('snippets', name, language), snippets] as const),
  );
  return Object.fromEntries(files);
}

const asJson = (server: object) => JSON.stringify(server, null, 2).replaceAll('  ', '\t');
const asYaml = (server: object) => stringify(server, { version: '1.1', lineWidth: 0 });

/** One snippet for each of OpenStack's statuses: a whole server in the simplest pair that gives it. */
function servers({ say, clouds }: Language, write: (server: object) => string): Record<string, Snippet> {
  const cloud = clouds.get(DEFAULT_CLOUD) as Cloud;
  const entry = ({ status, meaning, pairs }: StatusChoice): [string, Snippet] => {
    const server = { ...newServer(cloud, { status, pair: pairs[0] ?? null }, ID), name: NAME };
    return [
      say('OpenStack server: {status}', { status }),
      {
        prefix: `openstack-server-${status.toLowerCase().replaceAll('_', '-')}`,
        description: say('A server that is {status}. {meaning}', { status, meaning }),
        body: write(server).trimEnd().split('\n'),
      },
    ];
  };
  return Object.fromEntries(statusChoices(cloud).map(entry));
}

/** One snippet for each silencing comment, with the rules to choose from. */
function silencing({ say }: Language, comment: '//' | '#'): Record<string, Snippet> {
  // The first is filled in. A comment cannot silence what is said of comments.
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

function placeholder(order: number, text: string): string {
  return `\${${order}:${text}}`;
}
