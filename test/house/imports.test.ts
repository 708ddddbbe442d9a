import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What each room may import, of the other rooms and of the outside. */
const MAY_IMPORT: Readonly<Record<string, { rooms: readonly string[]; outside: RegExp }>> = {
  mapping: { rooms: [], outside: /^fastest-levenshtein$/ },
  words: { rooms: ['mapping'], outside: /^$/ },
  map: { rooms: ['words', 'mapping'], outside: /^$/ },
  fixture: { rooms: [], outside: /^(jsonc-parser|js-yaml|yaml)$/ },
  service: { rooms: ['fixture', 'words', 'mapping'], outside: /^(jsonc-parser|yaml|picomatch\/posix)$/ },
  webview: { rooms: ['map', 'words', 'mapping'], outside: /^$/ },
  editor: { rooms: ['service', 'map', 'words', 'mapping', 'webview'], outside: /^vscode$/ },
  cli: { rooms: ['service', 'map', 'words', 'mapping'], outside: /^(node:.*|diff|tinyglobby|ignore)$/ },
};

/** Every module that the files of a room name, with the file. */
function importsOf(room: string): { file: string; module: string }[] {
  return readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join('src', room, file), 'utf8');
      return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => ({
        file,
        module: match[1] ?? '',
      }));
    });
}

/** The room that a relative import of a file leads to; undefined for the outside. */
function roomOf(room: string, file: string, module: string): string | undefined {
  // The translations are everybody's.
  if (module.endsWith('/l10n/bundle.l10n.zh-cn.json')) return room;
  return module.startsWith('.') ? join(room, file, '..', module).split(/[\\/]/)[0] : undefined;
}

describe('The house', () => {
  it('has no other rooms than those with a rule here', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(rooms.map(({ name }) => name).sort(), Object.keys(MAY_IMPORT).sort());
  });

  for (const [room, { rooms, outside }] of Object.entries(MAY_IMPORT)) {
    it(`lets src/${room} import ${rooms.length > 0 ? rooms.join(' and ') : 'no other room'}`, () => {
      const imports = importsOf(room);
      assert.ok(imports.length > 0);
      const forbidden = imports.filter(({ file, module }) => {
        const target = roomOf(room, file, module);
        return target === undefined ? !outside.test(module) : target !== room && !rooms.includes(target);
      });
      assert.deepEqual(forbidden, []);
    });
  }

  it('has no file in src that nobody could read in one sitting', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const long = files.filter((file) => readFileSync(join('src', file), 'utf8').split('\n').length > 400);
    assert.deepEqual(long, []);
  });
});
