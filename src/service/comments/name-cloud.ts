import { blanksBefore, type CloudDirective, type Span } from '../../fixture';
import type { Fixture } from '../recognise/types';
import type { Edit } from '../types';
import { widen } from '../write/lines';
import { fileComment } from './silence';

/**
 * Returns the edit that names a file's cloud in a comment at its top, or changes an existing one; undefined if the
 * language has no comments.
 */
export function nameCloudInFile(fixture: Fixture, cloud: string): Edit | undefined {
  const [named] = fixture.directives.clouds;
  if (named) {
    const { start, end } = named.span;
    return { offset: start, length: end - start, text: cloud };
  }
  return fileComment(fixture, `server-status cloud=${cloud}`);
}

/** Returns the edits that remove every comment that names a cloud: otherwise, the next one would apply. */
export function unnameCloudInFile(fixture: Fixture): Edit[] {
  return fixture.directives.clouds.map((directive) => {
    const { start, end } = spanToRemove(fixture, directive);
    return { offset: start, length: end - start, text: '' };
  });
}

/** The start and end of a comment in any language. */
const OPENING = /^(?:#|\/\/|\/\*|\{\/\*|<!--|\.\.)\s*$/;
const CLOSING = /^\s*(?:\*\/\}?|-->)?$/;

/** Returns the comment, with its lines if nothing else is on them. If it has more text, only the directive. */
function spanToRemove({ text }: Fixture, { words, comment }: CloudDirective): Span {
  const before = text.slice(comment.start, words.start);
  const behind = text.slice(words.end, comment.end);
  if (OPENING.test(before) && CLOSING.test(behind)) return widen(text, comment);
  return { start: blanksBefore(text, words.start), end: words.end };
}
