import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { FileError, readText } from '../../src/cli/read-text';
import { decode } from '../../src/service/files';
import { inEnglish } from '../../src/words';
import { holds } from '../fuzz/helpers';
import { folderWith } from './helpers';

describe('The text of a file', () => {
  const folder = folderWith({});
  const file = join(folder, 'a.json');

  after(() => rmSync(folder, { recursive: true }));

  function read(bytes: Uint8Array): string | FileError {
    writeFileSync(file, bytes);
    try {
      return readText(inEnglish, file);
    } catch (error) {
      assert.ok(error instanceof FileError);
      return error;
    }
  }

  for (const text of ['', '\uFEFF{}', '{"a": "é🚀"}', '{"a": "\uFFFD"}'])
    it(`is all that is in it: ${JSON.stringify(text)}`, () => assert.equal(read(Buffer.from(text)), text));

  it('is what its bytes stand for, or there is none, for the same reason', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.constantFrom('\uFEFF', '\uFFFD', '\0').map((text) => Buffer.from(text)),
      // The mark of UTF-16, and half of a pair of code units.
      fc.constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xed, 0xa0, 0x80]).map((bytes) => Uint8Array.from(bytes)),
    );
    holds(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const bytes = Buffer.concat(pieces);
        const [is, wanted] = [read(bytes), decode(bytes)];
        if (typeof wanted === 'string') assert.equal(is, wanted);
        else
          assert.deepEqual(is instanceof FileError && [is.message, is.matters], [
            wanted.problem,
            wanted.matters,
          ]);
      }),
      400,
    );
  });
});
