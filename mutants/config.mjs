// What `npm run test:mutants` breaks, and which tests it runs for every break.

/** The folders that have to reach the bar, each for itself. */
export const FOLDERS = ['src/mapping', 'src/words', 'src/map', 'src/fixture', 'src/service'];

/** How many of a hundred mutants the tests have to notice. */
export const BAR = 90;

/** What is not broken, and why. What runs once, when a file is loaded, is left out as well: see `ignoreStatic`. */
export const LEFT_OUT = [
  // The documents' tables as data. test/mapping/clouds.test.ts compares them with the documents, value by value.
  '!src/mapping/clouds/**',
  // Types and exports alone.
  '!src/**/types.ts',
];

/** Folders of test/ that run for every folder of src/, behind its own: they look at all of the product, and are quick. */
const EVERYWHERE = ['golden', 'l10n'];

/** Tests of elsewhere that hold a folder to something. They run first: little gets past them. */
const ALSO = {
  // The pictures in docs/clouds/, which somebody has looked at.
  'house/cloud-pages': 'src/map',
};

/** Tests that run for nothing but this, since they take a second or more, and a survivor is one that all have run for. */
const ONLY_FOR = {
  'l10n/bundle': [], // Reads the sources, which are broken here.
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
 * The built tests to run for what is broken, those beside it first: a mutant is done at the first test that notices it.
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

/** Whether one of two paths holds the other. */
function meet(a, b) {
  return a.startsWith(b) || b.startsWith(`${a}/`);
}
