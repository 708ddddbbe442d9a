import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';
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

  it('has the pictures of the walkthrough, and no others beside them', () => {
    const pictures = shipped.filter((file) => file.startsWith('media/walkthrough/'));
    assert.deepEqual(pictures.sort(), steps.map(({ media }) => media.svg).sort());
  });
});
