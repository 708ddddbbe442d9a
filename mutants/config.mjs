// The code that `npm run test:mutants` changes, and the tests that it runs for each change.

/** The folders that must reach the bar, each separately. */
export const FOLDERS = ['src/mapping', 'src/words', 'src/map', 'src/fixture', 'src/service'];

/** How many percent of the mutants the tests must notice. */
export const BAR = 90;

/**
 * Code that is not changed, and why. Code that runs only once, when a file is loaded, is also excluded: see
 * `ignoreStatic`.
 */
export const LEFT_OUT = [
  // The documents' tables. test/mapping/clouds.test.ts compares every value with the documents.
  '!src/mapping/clouds/**',
  // Only types and exports.
  '!src/**/types.ts',
];

/**
 * Folders of test/ that run for every folder of src/, after its own tests: they cover the whole product and are fast.
 */
const EVERYWHERE = ['golden', 'l10n'];

/** Tests in other folders that cover a folder. They run first, as they notice most mutants. */
const ALSO = {
  // The pictures in docs/clouds/, which were reviewed by hand.
  'house/cloud-pages': 'src/map',
};

/** Tests that run only for these folders, since they take a second or more and a surviving mutant runs all tests. */
const ONLY_FOR = {
  'l10n/bundle': [], // Reads the sources, which are changed here.
  'map/pixels': [],
  // Many texts each, which say little of where a mutant is: what matters of them, quicker tests look at as well.
  'fixture/half-typed': [],
  'fixture/json/broken-json': [],
  'fixture/yaml/readers': [],
  'service/schema/verdicts': [],
  'service/set-state': ['src/service/set-state.ts', 'src/service/judge'],
  'service/insert-server': ['src/service/insert-server.ts', 'src/service/write'],
  'service/write/remove-field': ['src/service/write'],
  'service/config/set-for': ['src/service/config'],
};

/**
 * Returns the built tests to run for the targets, nearest first: a mutant is done at the first test that notices it.
 *
 * @param {string[]} built files of out/test/, with forward slashes
 * @param {string[]} targets folders and files of src/
 */
export function testsFor(built, targets) {
  const rooms = targets.map((target) => target.split('/')[1]);
  const isNear = (file) =>
    targets.some((target) => file.startsWith(target.replace('src/', '').replace(/\.ts\b.*$/, '')));
  return built
    .filter((file) => {
      const also = ALSO[file.replace('.test.mjs', '')];
      if (also !== undefined) return targets.some((target) => meet(target, also));
      return [...rooms, ...EVERYWHERE].includes(file.split('/')[0]);
    })
    .filter((file) => {
      const only = ONLY_FOR[file.replace('.test.mjs', '')];
      return only === undefined || targets.some((target) => only.some((one) => meet(target, one)));
    })
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((file) => `out/test/${file}`);

  function rank(file) {
    if (file.replace('.test.mjs', '') in ALSO) return -1;
    if (isNear(file)) return 0;
    return rooms.includes(file.split('/')[0]) ? 1 : 2;
  }
}

/** Tells whether one of two paths contains the other. */
function meet(a, b) {
  return a.startsWith(b) || b.startsWith(`${a}/`);
}
