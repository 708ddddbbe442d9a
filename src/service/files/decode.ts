import type { Text } from '../../words';

/** Available in every host of the core, but its types come with the host. */
declare const TextDecoder: new (
  encoding: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

/** Why bytes cannot be decoded. */
export interface Undecoded {
  /** Part of a sentence, to follow the file's name. */
  readonly problem: Text;
  /**
   * `always` for a file that should be checked; `named` for one to skip unless it was named; `never` for one that
   * contains no server in any encoding.
   */
  readonly matters: 'always' | 'named' | 'never';
}

const UTF_16: Text = 'is UTF-16 text; convert it to UTF-8';

/** Decodes UTF-8. Keeps a byte order mark, so offsets are those of the file. */
export function decode(bytes: Uint8Array): string | Undecoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { problem: UTF_16, matters: 'always' };
  if (bytes.includes(0)) return whyWithZeros(LATIN_1.decode(bytes));
  try {
    return UTF_8.decode(bytes);
  } catch {
    const holdsKey = STATE_KEY.test(LATIN_1.decode(bytes));
    return { problem: 'is not UTF-8 text', matters: holdsKey ? 'always' : 'never' };
  }
}

/** Shared: creating a decoder takes longer than decoding a small file. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const LATIN_1 = new TextDecoder('latin1');

/** The keys are ASCII, so they are the same in all single-byte encodings. */
const STATE_KEY = /(?:vm|task)[-_. ]?state/i;

/** Returns why bytes with zeros are no text. In UTF-16 without a mark, they are between the letters of a key. */
function whyWithZeros(text: string): Undecoded {
  if (STATE_KEY.test(text)) return { problem: 'is a binary file', matters: 'always' };
  return STATE_KEY.test(text.replaceAll('\0', ''))
    ? { problem: UTF_16, matters: 'always' }
    : { problem: 'is a binary file', matters: 'named' };
}
