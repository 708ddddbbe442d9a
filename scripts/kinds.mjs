/**
 * The kinds of tests that run in Node, by the folders of out/test/ that hold them, and how long one test may
 * take, in milliseconds.
 */
export const NODE_KINDS = {
  unit: {
    folders: ['mapping', 'words', 'map', 'fixture', 'service', 'cli', 'schemas', 'snippets', 'l10n', 'house'],
    timeout: 20_000,
  },
  golden: { folders: ['golden'], timeout: 60_000 },
  fuzz: { folders: ['fuzz'], timeout: 120_000 },
  // With the grammars of the served VS Code, which has to be there.
  grammar: { folders: ['syntaxes'], timeout: 20_000 },
  // Twice at most: between VS Code and the pages in it a key can be lost on a slow machine.
  page: { folders: ['page'], timeout: 60_000, retries: 1, reporter: 'spec' },
};

/** What stands in front of the line with a kind's numbers. */
export const COUNTS = '@@counts';
