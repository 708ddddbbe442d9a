import type { Summary } from '../src/service';

/** A file of a made-up workspace. */
export interface MadeFile {
  /** From the workspace's folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** A workspace made by rule, with what a check of it has to come to. */
export interface MadeWorkspace {
  readonly files: readonly MadeFile[];
  readonly expected: Summary;
}

/** A right server, one with a wrong status, one with a misspelt vm_state, as JSON. */
const RIGHT = server('active', 'rebooting', 'REBOOT');
const WRONG = server('active', 'rebooting', 'ACTIVE');
const MISSPELT = server('activ', null, 'ACTIVE');

/** How a server stands in each kind of file. */
const KINDS: readonly (readonly [ending: string, text: (json: string) => string])[] = [
  ['json', (json) => `{"servers": [${json}]}\n`],
  ['yaml', (json) => `server: ${json}\n`],
  ['go', (json) => `package f\n\nconst server = \`${json}\`\n`],
  ['md', (json) => `# A server\n\n\`\`\`json\n${json}\n\`\`\`\n`],
];

/**
 * Makes a workspace in folders of a hundred files, of four kinds in turn: of ten files seven are right, one has a wrong status, one a
 * misspelt vm_state and one no server. Beside them stand files that nobody checks: what .gitignore leaves out, what the config
 * leaves out, node_modules, and files of other kinds.
 */
export function manyFixtures(count: number): MadeWorkspace {
  const files: MadeFile[] = [
    { path: '.gitignore', text: 'generated/\n' },
    { path: 'generated/a.json', text: `{"servers": [${WRONG}]}` },
    { path: 'node_modules/m/a.json', text: `{"servers": [${WRONG}]}` },
    { path: '.serverstatus.json', text: '{ "ignore": ["negative/**"] }\n' },
    { path: 'negative/a.json', text: `{"servers": [${WRONG}]}` },
    { path: 'notes.txt', text: WRONG },
  ];
  for (let i = 0; i < count; i += 1) {
    const [ending, text] = KINDS[i % KINDS.length] as (typeof KINDS)[number];
    const json = ['{"id": 1}', WRONG, MISSPELT][i % 10] ?? RIGHT;
    files.push({ path: `folder-${Math.floor(i / 100)}/file-${i}.${ending}`, text: text(json) });
  }
  const tenth = count / 10;
  const expected = { files: count, servers: count - tenth, errors: tenth, warnings: tenth };
  return { files, expected: { ...expected, informations: 0, hints: 0, skipped: 0 } };
}

function server(vmState: string, taskState: string | null, status: string): string {
  return JSON.stringify({ status, 'OS-EXT-STS:vm_state': vmState, 'OS-EXT-STS:task_state': taskState });
}
