import fc from 'fast-check';
import { stringify } from 'yaml';
import { file, holds, LANGUAGES, SEED, survive } from './helpers';

/** Pieces that texts of these languages are made of. */
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ': ',
  '"',
  "'",
  '\n',
  '\r\n',
  '\r',
  '  ',
  '\t',
  '- ',
  '? ',
  '---\n',
  '...\n',
  '&a ',
  '*a',
  '<<: ',
  '!!str ',
  '!x ',
  '|',
  '|-\n',
  '>',
  '# ',
  '// ',
  '/* ',
  '*/',
  '%YAML 1.2\n',
  '\\',
  '\\u00',
  '\uFEFF',
  '\u0000',
  '🚀',
  '\uD800',
  'OS-EXT-STS:vm_state',
  'OS-EXT-STS:task_state',
  '"OS-EXT-STS:vm_state": "active"',
  'status: ',
  '"status": ',
  'server',
  'vm_state',
  'null',
  'active',
  'ACTIVE',
  '1',
  '-',
  '~',
  'true',
  'server-status-disable',
  'server-status cloud=',
  'RAX-',
  'otc.t-systems.com',
];

for (const languageId of LANGUAGES) {
  describe(`any text as ${languageId} (seed ${SEED})`, function () {
    this.timeout(30_000);

    it('is read, checked, hovered and completed without throwing', () => {
      // The key makes sure that the reader does not turn away at once.
      const text = fc.string({ unit: 'binary', maxLength: 300 }).map((noise) => `${noise}"vm_state"`);
      holds(
        fc.property(text, (any) => survive(any, languageId)),
        300,
      );
    });

    it('may be any order of the language’s own pieces', () => {
      const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
      holds(
        fc.property(text, (any) => survive(any, languageId)),
        1500,
      );
    });

    it('may be a file from which a stretch is cut', () => {
      const cut = fc.tuple(file, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.boolean());
      holds(
        fc.property(cut, ([value, where, length, pretty]) => {
          const text = write(value, languageId, pretty);
          const at = Math.floor(where * text.length);
          survive(text.slice(0, at) + text.slice(at + length), languageId);
        }),
        300,
      );
    });

    it('may be a file into which a piece is put', () => {
      const put = fc.tuple(
        file,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...PIECES),
        fc.boolean(),
      );
      holds(
        fc.property(put, ([value, where, piece, pretty]) => {
          const text = write(value, languageId, pretty);
          const at = Math.floor(where * text.length);
          survive(text.slice(0, at) + piece + text.slice(at), languageId);
        }),
        300,
      );
    });
  });
}

function write(value: { servers: unknown[] }, languageId: string, pretty: boolean): string {
  if (languageId === 'yaml') return stringify(value, pretty ? {} : { collectionStyle: 'flow' });
  if (languageId === 'jsonl') return value.servers.map((one) => JSON.stringify(one)).join('\n');
  return JSON.stringify(value, null, pretty ? 2 : 0);
}
