// Measures a run over test sources without servers, and a process that only reads them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lines of each language to repeat. They mention states and servers, like such sources do. */
const LINES = {
  go: [
    'func TestState(t *testing.T) {',
    '\tgot := `{"volume": {"id": "v1", "status": "in-use"}}`',
    '\tif got == "" { t.Fatalf("no state of %s: %q", t.Name(), got) }',
    '}',
  ],
  py: [
    'def test_state(self):',
    "    volume = {'id': 'v1', 'status': 'in-use', 'server_id': None}",
    '    self.assertEqual("in-use", volume["status"])  # the state of the volume',
    '',
  ],
  ts: [
    "it('has a state', async () => {",
    "  const volume = { id: 'v1', status: 'in-use', server: undefined };",
    '  expect(volume.status).toBe("in-use"); // the state of the volume',
    '});',
  ],
  md: ['## Volumes', '', '```json', '{ "volume": { "id": "v1", "status": "in-use" } }', '```', ''],
};

const SIZE = 8000;

/** Reads all files of a folder as text, one after another, in one thread. */
const READER = `
  const { readdir, readFile } = require('node:fs/promises');
  const { join } = require('node:path');
  (async () => {
    let length = 0;
    for (const entry of await readdir(process.argv[1], { recursive: true, withFileTypes: true }))
      if (entry.isFile()) length += (await readFile(join(entry.parentPath, entry.name), 'utf8')).length;
    console.log(length);
  })();`;

/**
 * Writes a number of sources into a new folder.
 *
 * @returns the folder, which is deleted when the process exits.
 */
export function sourcesIn(count) {
  const folder = mkdtempSync(join(tmpdir(), 'server-status-sources-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const endings = Object.keys(LINES);
  for (let i = 0; i < count; i += 1) {
    const ending = endings[i % endings.length];
    const block = `${LINES[ending].join('\n')}\n`;
    const inFolder = join(folder, `p${i % 100}`);
    mkdirSync(inFolder, { recursive: true });
    writeFileSync(join(inFolder, `f${i}.${ending}`), block.repeat(Math.ceil(SIZE / block.length)));
  }
  return folder;
}

/** Returns a function that runs the command line over a folder. */
export const checkFolder = (cli, folder) => () => run([cli, 'check', folder, '--no-config']);

/** Returns a function that runs a process that only reads the files. */
export const readFolder = (folder) => () => run(['-e', READER, folder]);

function run(args) {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with code ${status}: ${stderr}`);
  return null;
}
