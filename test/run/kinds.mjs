/** The kinds of tests that run in Node, by their folders in out/test/, with the timeout of a test in milliseconds. */
export const NODE_KINDS = {
  // Every folder that no other kind has, so a new folder is included.
  unit: { folders: null, timeout: 60_000 },
  golden: { folders: ['golden'], timeout: 60_000 },
  fuzz: { folders: ['fuzz'], timeout: 240_000 },
  // Needs the grammars of the served VS Code.
  grammar: { folders: ['syntaxes'], timeout: 20_000 },
  // In one process, since several open more windows and wait for each other. Retried once: on a slow machine, a key press
  // can be lost between VS Code and its pages.
  page: {
    folders: ['page'],
    timeout: 120_000,
    retries: 1,
    reporter: 'spec',
    hooks: 'page/hooks.mjs',
    jobs: 1,
  },
};

/** Folders next to them that do not run in Node directly. */
const NO_KIND = ['host', 'chunks'];

/**
 * Returns the folders of a kind.
 *
 * @param {string[]} built all folders of out/test/
 */
export function foldersOf(kind, built) {
  const { folders } = NODE_KINDS[kind];
  const others = Object.values(NODE_KINDS).flatMap((other) => other.folders ?? []);
  return folders ?? built.filter((name) => !others.includes(name) && !NO_KIND.includes(name));
}

/** Precedes the numbers of a kind in its output. */
export const COUNTS = '@@counts';
