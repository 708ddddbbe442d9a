/**
 * The kinds of tests that run in Node, by the folders of out/test/ that hold them, and how long one test may
 * take, in milliseconds.
 */
export const NODE_KINDS = {
  // Every folder that no other kind has, so that a new one is not forgotten.
  unit: { folders: null, timeout: 60_000 },
  golden: { folders: ['golden'], timeout: 60_000 },
  fuzz: { folders: ['fuzz'], timeout: 240_000 },
  // With the grammars of the served VS Code, which has to be there.
  grammar: { folders: ['syntaxes'], timeout: 20_000 },
  // Twice at most: between VS Code and the pages in it a key can be lost on a slow machine.
  page: { folders: ['page'], timeout: 120_000, retries: 1, reporter: 'spec' },
};

/** What the build puts beside them and does not run in Node by itself. */
const NO_KIND = ['host', 'chunks'];

/**
 * The folders of a kind.
 *
 * @param {string[]} built all folders of out/test/
 */
export function foldersOf(kind, built) {
  const { folders } = NODE_KINDS[kind];
  const others = Object.values(NODE_KINDS).flatMap((other) => other.folders ?? []);
  return folders ?? built.filter((name) => !others.includes(name) && !NO_KIND.includes(name));
}

/** What stands in front of the line with a kind's numbers. */
export const COUNTS = '@@counts';
