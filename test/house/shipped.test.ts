import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';
import { RULES } from '../../src/service';
import { steps } from '../walkthrough';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('The packed extension', () => {
  let shipped: string[];

  before(async () => {
    shipped = await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });
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

  for (const bundle of ['dist/extension.cjs', 'dist/cli.js']) {
    it(`holds in ${bundle} the licences of the packages inside it`, () => {
      const notices = readFileSync(bundle, 'utf8').matchAll(/^\/\*! Contains (\S+) [\d.]+:\n(.*?)^\*\/$/gms);
      const byName = new Map([...notices].map(([, name, license = '']) => [name, license]));
      for (const name of ['jsonc-parser', 'js-yaml', 'picomatch', 'yaml'])
        assert.match(byName.get(name) ?? '', /Copyright/, name);
    });
  }

  it('has the pictures of the walkthrough, and no others beside them', () => {
    const pictures = shipped.filter((file) => file.startsWith('media/walkthrough/'));
    assert.deepEqual(pictures.sort(), steps.map(({ media }) => media.svg).sort());
  });
});

describe("The README's pictures", () => {
  const readme = readFileSync('README.md', 'utf8');
  const shown = [...readme.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, file = '']) => file);

  it('are there, dark and light, and there are no others', () => {
    assert.deepEqual(
      shown.filter((file) => !existsSync(file)),
      [],
    );
    const taken = readdirSync('docs/images').map((name) => `docs/images/${name}`);
    assert.deepEqual(taken.sort(), shown.sort());
  });

  it('stand in paragraphs of their own, which the packed README goes without', () => {
    assert.doesNotMatch(readme.replaceAll(/^<p>.*?<\/p>\n\n/gms, ''), /<img|<picture/);
  });

  it('say in words what is to be seen', () => {
    const images = readme.match(/<img [^>]+>/g) ?? [];
    assert.ok(images.length > 0);
    assert.deepEqual(
      images.filter((image) => !/ alt="[^"]{40,}"/.test(image)),
      [],
    );
  });
});
