import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { anchorsIn, linksIn, PAGES, withoutBlocks } from './pages';

/** What is wrong with a link that a page has; undefined for one that leads somewhere. */
function deadEnd(page: string, link: string): string | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : posix.join(posix.dirname(page), path);
  if (!existsSync(target)) return 'no such file';
  if (anchor === undefined) return undefined;
  return anchorsIn(target).includes(decodeURIComponent(anchor)) ? undefined : 'no such heading';
}

describe('The links', () => {
  for (const page of PAGES) {
    it(`of ${page} lead to files and headings that exist`, () => {
      const dead = linksIn(withoutBlocks(page)).flatMap((link) => {
        const reason = deadEnd(page, link);
        return reason === undefined ? [] : [`${link}: ${reason}`];
      });
      assert.deepEqual(dead, []);
    });
  }

  it('have a definition if they are by name', () => {
    const undefinedNames = PAGES.flatMap((page) => {
      const prose = withoutBlocks(page).replace(/`[^`\n]*`/g, '');
      const defined = [...prose.matchAll(/^\[([^\]]+)\]:/gm)].map(([, name]) => name);
      return [...prose.matchAll(/\]\[([^\]]+)\]/g)]
        .filter(([, name]) => !defined.includes(name))
        .map(([, name]) => `${page}: ${name}`);
    });
    assert.deepEqual(undefinedNames, []);
  });

  it('are found to be dead if they are', () => {
    assert.equal(deadEnd('README.md', 'docs/nowhere.md'), 'no such file');
    assert.equal(deadEnd('README.md', 'docs/config.md#nothing-like-it'), 'no such heading');
    assert.equal(deadEnd('docs/config.md', '#globs'), undefined);
  });
});

describe('The pages in docs', () => {
  it('are all in the index', () => {
    const index = readFileSync('docs/README.md', 'utf8');
    const pages = PAGES.filter((page) => /^docs\/[^/]+\.md$/.test(page) && page !== 'docs/README.md');
    assert.deepEqual(
      pages.filter((page) => !index.includes(`](${posix.basename(page)})`)),
      [],
    );
  });
});
