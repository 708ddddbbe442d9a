import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { packedName, packedReadme } from '../../scripts/packed-readme';
import { stageExtension } from '../../scripts/stage.mjs';
import { RULES } from '../../src/service';
import { steps } from '../walkthrough';
import { linksIn, PAGES } from './pages';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

const allowList = readFileSync('.vscodeignore', 'utf8');

describe('The packed extension', () => {
  let shipped: string[];

  before(async () => {
    const cwd = posix.join(process.cwd(), 'out/shipped');
    await stageExtension(process.cwd(), cwd);
    shipped = await listFiles({ cwd, packageManager: PackageManager.None });
  });

  it('has its icon, of the size that is asked for', () => {
    assert.ok(shipped.includes(manifest.icon));
    const png = readFileSync(manifest.icon);
    // A PNG's width and height stand behind its signature and the head of its first chunk.
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
  });

  it("has the rules' pages and that of the config file, in English and Chinese", () => {
    const names = ['config.md', ...[...RULES.keys()].map((code) => `rules/${code}.md`)];
    const pages = ['docs', 'docs/zh-cn'].flatMap((folder) => names.map((name) => `${folder}/${name}`));
    assert.deepEqual(shipped.filter((file) => file.startsWith('docs/')).sort(), pages.sort());
  });

  const parts = readdirSync('dist/cli').map((name) => `dist/cli/${name}`);
  for (const [what, files] of [
    ['the extension', ['dist/extension.cjs']],
    ['the command line', ['dist/cli.js', ...parts]],
  ] as const) {
    it(`holds in ${what} the licences of the packages inside it`, () => {
      const text = files.map((file) => readFileSync(file, 'utf8')).join('');
      const notices = text.matchAll(/^\/\*! Contains (\S+) [\d.]+:\n(.*?)^\*\/$/gms);
      const byName = new Map([...notices].map(([, name, license = '']) => [name, license]));
      for (const name of ['jsonc-parser', 'js-yaml', 'picomatch', 'yaml'])
        assert.match(byName.get(name) ?? '', /Copyright/, name);
    });
  }

  it('holds nothing but ASCII in its code, which loads faster', () => {
    const code = shipped.filter((file) => /\.(?:js|cjs|mjs)$/.test(file));
    const own = (file: string) => readFileSync(file, 'utf8').replaceAll(/^\/\*! Contains .*?^\*\/$/gms, '');
    assert.deepEqual(
      code.filter((file) => /[\u0080-\uffff]/.test(own(file))),
      [],
    );
  });

  it('has the code that VS Code loads, and not the command line, which is a package of its own', () => {
    const code = shipped.filter((file) => file.startsWith('dist/'));
    assert.deepEqual(code.sort(), ['dist/extension.cjs', 'dist/state-map.css', 'dist/state-map.js']);
  });

  it('has the pictures of the walkthrough, and no others beside them', () => {
    const pictures = shipped.filter((file) => file.startsWith('media/walkthrough/'));
    assert.deepEqual(pictures.sort(), steps.map(({ media }) => media.svg).sort());
  });

  it('has pages whose links lead to packed files, or into the web', () => {
    const packed = shipped.map(packedName);
    const pages = shipped.filter((file) => file.endsWith('.md'));
    assert.ok(pages.includes('README.md') && pages.includes('docs/zh-cn/config.md'));
    const dead = pages.flatMap((page) => {
      const text = readFileSync(page, 'utf8');
      const targets = linksIn(page === 'README.md' ? packedReadme(text, allowList) : text);
      return filesAmong(targets)
        .filter((target) => !packed.includes(posix.join(posix.dirname(page), target)))
        .map((target) => `${page}: ${target}`);
    });
    assert.deepEqual(dead, []);
  });

  it('has a README with the words alone of the links that would lead elsewhere', () => {
    const text = '[a](b.md), [`c`](docs/d.md#e), [f](CHANGELOG.md), [g](#h), [i](https://j), [k][l]';
    assert.equal(
      packedReadme(text, '**\n!docs/**\n!CHANGELOG.md\n'),
      'a, [`c`](docs/d.md#e), [f](changelog.md), [g](#h), [i](https://j), [k][l]',
    );
  });

  it('has a README without the items of lists that are nothing but links to what is not packed', () => {
    const text = 'More:\n\n- [a](b.md), [c](CHANGELOG.md)\n- [c](CHANGELOG.md), [a](b.md)\n- A [d](e.md)\n';
    assert.equal(packedReadme(text, '**\n!CHANGELOG.md\n'), 'More:\n\n- [c](changelog.md), a\n- A d\n');
  });
});

/** The files among links. */
function filesAmong(links: readonly string[]): string[] {
  return links.filter((link) => !/^(#|[a-z]+:)/.test(link)).map((link) => link.replace(/#.*/, ''));
}

describe('The pictures of the editor', () => {
  const readme = readFileSync('README.md', 'utf8');
  const texts = PAGES.map((page) => [page, readFileSync(page, 'utf8')] as const);
  const shown = texts.flatMap(([page, text]) =>
    [...text.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, file = '']) =>
      posix.join(posix.dirname(page), file),
    ),
  );

  it('are there, dark and light, and there are no others', () => {
    assert.deepEqual(
      shown.filter((file) => !existsSync(file)),
      [],
    );
    const taken = readdirSync('docs/images').map((name) => `docs/images/${name}`);
    assert.deepEqual(taken.sort(), [...new Set(shown)].sort());
  });

  it('are no more than five in the README', () => {
    const pictures = readme.match(/<picture>/g) ?? [];
    assert.ok(pictures.length >= 3 && pictures.length <= 5);
  });

  it('stand in paragraphs of their own, which the packed README goes without', () => {
    assert.doesNotMatch(packedReadme(readme, allowList), /<img|<picture/);
  });

  it('say in words what is to be seen', () => {
    const images = texts.flatMap(([page, text]) =>
      page.startsWith('docs/zh-cn/') ? [] : (text.match(/<img [^>]+>/g) ?? []),
    );
    assert.ok(images.length > 0);
    assert.deepEqual(
      images.filter((image) => !/ alt="[^"]{40,}"/.test(image)),
      [],
    );
  });
});
