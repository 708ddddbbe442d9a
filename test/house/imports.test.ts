import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** What each room may import, of the other rooms and of the outside. Nobody imports upwards. */
const MAY_IMPORT: Readonly<Record<string, { rooms: readonly string[]; outside: RegExp }>> = {
  mapping: { rooms: [], outside: /^fastest-levenshtein$/ },
  words: { rooms: ['mapping'], outside: /^$/ },
  map: { rooms: ['words', 'mapping'], outside: /^$/ },
  fixture: { rooms: [], outside: /^(jsonc-parser|js-yaml|yaml)$/ },
  service: {
    rooms: ['fixture', 'words', 'mapping'],
    outside: /^(jsonc-parser|yaml|picomatch\/posix|ignore)$/,
  },
  library: { rooms: ['service', 'mapping'], outside: /^$/ },
  webview: { rooms: ['map', 'words', 'mapping'], outside: /^$/ },
  editor: { rooms: ['service', 'map', 'words', 'mapping', 'webview'], outside: /^vscode$/ },
  lsp: { rooms: ['service', 'words'], outside: /^vscode-languageserver(-types|-textdocument)?$/ },
  cli: {
    rooms: ['service', 'map', 'words', 'mapping', 'lsp'],
    outside: /^(node:.*|diff|picomatch\/posix|vscode-languageserver\/node)$/,
  },
};

/** The rooms of src/service, from the ground up: each may import those before it, and its verbs all of them. */
const FLOORS = ['recognise', 'judge', 'schema', 'write', 'places', 'comments', 'rules', 'config', 'files'];

/** The translations are everybody's, and no room. */
const TRANSLATIONS = 'l10n/bundle.l10n.zh-cn.json';

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts'))
  .sort();

interface Import {
  readonly from: string;
  /** A file of src/, or the name of a package. */
  readonly to: string;
}

/** Every import and re-export, those of types too. */
const IMPORTS: readonly Import[] = FILES.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, module = '']) => ({
    from,
    to: module.startsWith('.') ? fileOf(posix.join(posix.dirname(from), module)) : module,
  })),
).filter(({ to }) => to !== TRANSLATIONS);

function fileOf(path: string): string {
  return [path, `${path}.ts`, `${path}/index.ts`].find((file) => FILES.includes(file)) ?? path;
}

/** `service` for src/service/rules/index.ts. */
const roomOf = (file: string) => (file.startsWith('src/') ? (file.split('/')[1] ?? '') : undefined);

/** `rules` for src/service/rules/index.ts; nothing for a verb. */
const floorOf = (file: string) => {
  const [, room, folder, ...rest] = file.split('/');
  return room === 'service' && rest.length > 0 ? folder : undefined;
};

/** The circles among these arrows, each as the nodes that can reach one another. */
function circlesIn(arrows: readonly Import[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of arrows) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reach = (start: string) => {
    const seen = new Set<string>();
    for (const waiting = [start]; waiting.length > 0; ) {
      for (const node of next.get(waiting.pop() ?? '') ?? []) {
        if (seen.has(node)) continue;
        seen.add(node);
        waiting.push(node);
      }
    }
    return seen;
  };
  const reached = new Map([...next.keys()].map((node) => [node, reach(node)]));
  const circles = [...reached].flatMap(([node, others]) =>
    others.has(node) ? [[...others].filter((other) => reached.get(other)?.has(node)).sort()] : [],
  );
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
}

describe('The house', () => {
  it('has no other rooms than those with a rule here', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(rooms.map(({ name }) => name).sort(), Object.keys(MAY_IMPORT).sort());
  });

  for (const [room, { rooms, outside }] of Object.entries(MAY_IMPORT)) {
    it(`lets src/${room} import ${rooms.length > 0 ? rooms.join(' and ') : 'no other room'}`, () => {
      const imports = IMPORTS.filter(({ from }) => roomOf(from) === room);
      assert.ok(imports.length > 0);
      const forbidden = imports.filter(({ to }) => {
        const target = roomOf(to);
        return target === undefined ? !outside.test(to) : target !== room && !rooms.includes(target);
      });
      assert.deepEqual(forbidden, []);
    });
  }

  it('has 0 circles of imports, types included', () => {
    assert.deepEqual(circlesIn(IMPORTS.filter(({ to }) => FILES.includes(to))), []);
  });

  it('finds a circle where there is one', () => {
    const arrows = ['a b', 'b c', 'c a', 'c d', 'e e'].map((arrow) => {
      const [from = '', to = ''] = arrow.split(' ');
      return { from, to };
    });
    assert.deepEqual(circlesIn(arrows), [['a', 'b', 'c'], ['e']]);
  });

  it('has no rooms in src/service than those with a floor', () => {
    const rooms = readdirSync('src/service', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(rooms.map(({ name }) => name).sort(), [...FLOORS].sort());
  });

  it('lets no room of src/service import one above it', () => {
    const upwards = IMPORTS.filter(({ from, to }) => {
      const [here, there] = [floorOf(from), floorOf(to)];
      return here !== undefined && there !== undefined && FLOORS.indexOf(there) > FLOORS.indexOf(here);
    });
    assert.deepEqual(upwards, []);
  });

  it('lets no room of src/service import a verb', () => {
    const shared = ['src/service/options.ts', 'src/service/types.ts'];
    const verbs = IMPORTS.filter(
      ({ from, to }) =>
        floorOf(from) !== undefined && roomOf(to) === 'service' && !floorOf(to) && !shared.includes(to),
    );
    assert.deepEqual(verbs, []);
  });

  it('is described in docs/architecture.md as it is', () => {
    const page = readFileSync('docs/architecture.md', 'utf8');
    const described = [...page.matchAll(/^\| `src\/(\w+)\/` \|.*\| ([^|]+) \|$/gm)].map(
      ([, room, imports = '']) => [room, [...imports.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()],
    );
    const permitted = Object.entries(MAY_IMPORT).map(([room, { rooms }]) => [room, [...rooms].sort()]);
    assert.deepEqual(described.sort(), permitted.sort());
    const service = page.slice(page.indexOf('### The service'), page.indexOf('### The editor'));
    assert.deepEqual(
      [...service.matchAll(/^\| `(\w+)\/` \|/gm)].map(([, room]) => room),
      FLOORS,
    );
  });

  it('has no file in src that nobody could read in one sitting', () => {
    const long = FILES.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400);
    assert.deepEqual(long, []);
  });
});
