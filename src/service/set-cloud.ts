import type { Fixture } from '../fixture';
import { cloudDirective } from './directives';
import { fileComment } from './silence';
import type { Edit } from './types';

/**
 * The edit that names a file's cloud in a comment at its top, or changes the one that is there.
 *
 * @returns undefined where the language has no comments.
 */
export function nameCloudInFile(fixture: Fixture, cloud: string): Edit | undefined {
  const named = cloudDirective(fixture);
  if (named) {
    const { start, end } = named.span;
    return { offset: start, length: end - start, text: cloud };
  }
  return fileComment(fixture, `server-status cloud=${cloud}`);
}
