import type { Text } from '../../words';

/** Every host of the core has it; its types come with a host. */
declare const TextDecoder: new (
  encoding: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

/** Why bytes are no text that can be checked. */
export interface Undecoded {
  /** In a sentence's half, to follow the file's name. */
  readonly problem: Text;
  /**
   * `always`; `named` for a file that is passed over unless somebody asked for this very one; `never` for one that says
   * nothing of servers, whatever its encoding.
   */
  readonly matters: 'always' | 'named' | 'never';
}

/** Reads bytes as UTF-8. A byte order mark stays, so that offsets are those of the file. */
export function decode(bytes: Uint8Array): string | Undecoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { problem: 'is UTF-16 text; convert it to UTF-8', matters: 'always' };
  if (bytes.includes(0)) return { problem: 'is a binary file', matters: 'named' };
  try {
    return UTF_8.decode(bytes);
  } catch {
    const inBytes = new TextDecoder('latin1').decode(bytes);
    return { problem: 'is not UTF-8 text', matters: STATE_KEY.test(inBytes) ? 'always' : 'never' };
  }
}

/** One for all files: to make a decoder takes longer than to decode a small file. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The keys are ASCII in every encoding that has single bytes. */
const STATE_KEY = /(?:vm|task)[-_. ]?state/i;
