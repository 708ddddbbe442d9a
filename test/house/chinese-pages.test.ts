import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import translations from '../../l10n/bundle.l10n.zh-cn.json';
import { englishIn } from '../l10n/chinese';
import { pagesIn } from './pages';

/** The pages that have a Chinese twin. */
const PAGES = [
  'README.md',
  ...[
    'architecture',
    'ci',
    'cli',
    'config',
    'editor',
    'npm',
    'other-editors',
    'recognition',
    'reliability',
    'rules',
    'settings',
  ].map((name) => `docs/${name}.md`),
  ...readdirSync('docs/rules').map((name) => `docs/rules/${name}`),
];

/** The titles of fixes that the pages quote. */
const FIXES = [
  'Disable {rule} for this file',
  'Disable {rule} for this line',
  'Remove the comment',
  'Remove {field}',
  'Remove {word} from the comment',
  'Replace {word} with {name}',
  'Set {field} to {value}',
  'Turn off {rule} for {path} in .serverstatus.json',
] as const;

const twinOf = (page: string) => posix.join('docs/zh-cn', page.replace(/^docs\//, ''));

/** The page that a Chinese one links to where the English one links to a page: its twin, if it has one. The READMEs link to each other. */
function counterpart(page: string): string {
  if (page === twinOf('README.md')) return 'README.md';
  return PAGES.includes(page) ? twinOf(page) : page;
}

const BLOCK = /^```.*?^```$/gms;

/** A page without what is prose inside code: a `//` comment, one behind a command, and the reason behind `--`. */
function read(page: string): string {
  return readFileSync(page, 'utf8')
    .replace(/^( *\/\/).*$/gm, '$1')
    .replace(/(?<=\S) {2,}# .*$/gm, ' #')
    .replace(/ -- [^`\n]+/g, ' --');
}

const proseOf = (page: string) => read(page).replace(BLOCK, '');

const found = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];

const distinct = (words: string[]) => [...new Set(words)].sort();

/**
 * Where a page's links lead, and the definitions of those with a name. A relative one is told from the root, and without the
 * heading's name, which is in the page's language.
 */
function linksOf(page: string): string[] {
  const links = proseOf(page).matchAll(/\]\(([^)]+)\)|\]\[\w+\]|^\[\w+\]: .+$/gm);
  return [...links].map(([link, target]) => (target === undefined ? link : fileOf(page, target)));
}

function fileOf(page: string, target: string): string {
  if (/^[a-z]+:/.test(target)) return target;
  const [path = '', heading] = target.split('#');
  const file = path === '' ? page : posix.join(posix.dirname(page), path);
  return heading === undefined ? file : `${file}#`;
}

/** Whether a page quotes the title of a fix, whatever fills its gaps. */
function quotes(page: string, title: string): boolean {
  const pattern = title.replaceAll('.', '\\.').replace(/\{\w+\}/g, '\\S+');
  return new RegExp(`["“]${pattern}["”]`).test(proseOf(page).replaceAll('\n', ' '));
}

describe('The Chinese pages', () => {
  it('are twins of the English ones, and there are no others', () => {
    assert.deepEqual(pagesIn('docs/zh-cn'), PAGES.map(twinOf).sort());
  });
});

for (const page of PAGES) {
  const twin = twinOf(page);

  describe(`The page ${twin}`, () => {
    it('has the headings of the English one', () => {
      const levels = (text: string) => found(text, /^#+(?= )/gm);
      assert.deepEqual(levels(proseOf(twin)), levels(proseOf(page)));
    });

    it('has the same examples', () => {
      assert.deepEqual(found(read(twin), BLOCK), found(read(page), BLOCK));
    });

    it('has the same links, to Chinese pages where there are any', () => {
      const links = linksOf(page).map((link) => link.replace(/^[^#]+/, counterpart));
      assert.deepEqual(linksOf(twin), links);
    });

    it('names the same values, and every number', () => {
      const codes = (text: string) => distinct(found(text, /`[^`]+`/g));
      const numbers = (text: string) => distinct(found(text, /\d+/g));
      assert.deepEqual(codes(proseOf(twin)), codes(proseOf(page)));
      const said = numbers(proseOf(twin));
      assert.deepEqual(
        numbers(proseOf(page)).filter((number) => !said.includes(number)),
        [],
      );
    });

    it('calls the fixes what the light bulb calls them', () => {
      assert.deepEqual(
        FIXES.filter((title) => quotes(twin, translations[title])),
        FIXES.filter((title) => quotes(page, title)),
      );
    });

    it('is in Chinese', () => {
      // Without names that are the same, the lines under the heads of tables and the definitions of links.
      const lines = found(
        proseOf(twin),
        /^(?!#+ (?:[a-z-]+|GitHub Actions|GitLab CI|JUnit)$|[|-]+$|\[[\w-]+\]: | *<(?!img)\S+$| *<source ).+$/gm,
      );
      assert.ok(lines.length > 5);
      assert.deepEqual(
        lines.filter((line) => !/\p{Script=Han}/u.test(line)),
        [],
      );
      assert.deepEqual(
        lines.flatMap((line) => englishIn(line.replace(/\]\([^)]*\)/g, ']')) ?? []),
        [],
      );
    });

    it('has a paragraph in one line, whose end would show as a blank', () => {
      assert.doesNotMatch(proseOf(twin), /.\n(?!\n| *[<|[-]|\d+\. )./);
    });
  });
}
