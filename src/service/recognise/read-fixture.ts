import { atOnce, type ReadOptions, readObjectsInSteps, type Steps } from '../../fixture';
import { type Cloud, clouds } from '../../mapping';
import { recognise } from './recognise';
import type { Fixture } from './types';

/** Which parts of a text to read, and the clouds in force. */
export interface FixtureOptions extends ReadOptions {
  readonly clouds: ReadonlyMap<string, Cloud>;
}

/**
 * Reads a text and finds its servers, also in the JSON that its strings contain.
 *
 * @param text the whole text; a byte order mark counts as its first code unit.
 * @param languageId VS Code's language id.
 * @returns flat records with offsets in UTF-16 code units. Never throws.
 */
export function readFixture(
  text: string,
  languageId: string,
  options: Partial<FixtureOptions> = {},
): Fixture {
  return atOnce(readFixtureInSteps(text, languageId, options));
}

/** Reads like {@link readFixture}, in steps, each of which takes some milliseconds. */
export function* readFixtureInSteps(
  text: string,
  languageId: string,
  { embeddedJson = true, leftAlone = true, clouds: inForce = clouds }: Partial<FixtureOptions> = {},
): Steps<Fixture> {
  const reading = yield* readObjectsInSteps(text, languageId, { embeddedJson, leftAlone });
  yield;
  return recognise(reading, inForce);
}
