import { blanksBefore, type CloudDirective, type Span } from '../../fixture';
import type { Fixture } from '../recognise/types';
import type { Edit } from '../types';
import { widen } from '../write/lines';
import { fileComment } from './silence';

/**
 * The edit that names a file's cloud in a comment at its top, or changes the one that is there.
 *
 * @returns undefined where the language has no comments.
 */
export function nameCloudInFile(fixture: Fixture, cloud: string): Edit | undefined {
  const [named] = fixture.directives.clouds;
  if (named) {
    const { start, end } = named.span;
    return { offset: start, length: end - start, text: cloud };
  }
  return fileComment(fixture, `server-status cloud=${cloud}`);
}

/**
 * The edits that leave a file's cloud to other places: every comment that names it goes, since the next one would
 * count then. Empty where there is none.
 */
export function unnameCloudInFile(fixture: Fixture): Edit[] {
  return fixture.directives.clouds.map((directive) => {
    const { start, end } = spanToRemove(fixture, directive);
    return { offset: start, length: end - start, text: '' };
  });
}

/** How a comment of any language begins and ends. */
const OPENING = /^(?:#|\/\/|\/\*|\{\/\*|<!--|\.\.)\s*$/;
const CLOSING = /^\s*(?:\*\/\}?|-->)?$/;

/** The comment, with its line where it stands alone; the directive's words where the comment says more. */
function spanToRemove({ text }: Fixture, { words, comment }: CloudDirective): Span {
  const before = text.slice(comment.start, words.start);
  const behind = text.slice(words.end, comment.end);
  if (OPENING.test(before) && CLOSING.test(behind)) return widen(text, comment);
  return { start: blanksBefore(text, words.start), end: words.end };
}
