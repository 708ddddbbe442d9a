import type { Span } from '../fixture';
import { nearestWords } from '../mapping';
import { type Say, sayValue } from '../words';
import type { Directive } from './directives';
import type { Fixture } from './recognise/types';
import { widen } from './remove-flow';
import type { Fix } from './types';

/** One fix that takes a silencing comment out, with its line where it stands alone; none where it says more. */
export function removeComment(say: Say, { text }: Fixture, { span }: Directive): Fix[] {
  const comment = text.slice(span.start, span.end);
  // What a person wrote beside the directive is not ours to throw away; a reason behind it goes with it.
  if (!/^(#|\/\/|\/\*)\s*server-status-/.test(comment) || /[\r\n]|server-status\s/.test(comment)) return [];
  const { start, end } = widen(text, span);
  return [
    {
      title: say('Remove the comment'),
      preferred: false,
      edits: [{ offset: start, length: end - start, text: '' }],
    },
  ];
}

/** Fixes for a word that names nothing: the nearest ones that do. */
export function nearestNames(say: Say, known: readonly string[], word: string, { start, end }: Span): Fix[] {
  return nearestWords(known, word).map((name, i) => ({
    title: say('Replace {word} by {name}', { word: sayValue(word), name }),
    preferred: i === 0,
    edits: [{ offset: start, length: end - start, text: name }],
  }));
}

/** One fix that takes a code out of a comment; out goes the whole comment where it names no other. */
export function removeCode(
  say: Say,
  fixture: Fixture,
  directive: Directive,
  word: string,
  span: Span,
): Fix[] {
  const at = directive.codes.findIndex((code) => code.span.start === span.start);
  const before = directive.codes[at - 1];
  const after = directive.codes[at + 1];
  if (before === undefined && after === undefined) return removeComment(say, fixture, directive);
  const start = before ? before.span.end : span.start;
  const end = before ? span.end : (after?.span.start ?? span.end);
  return [
    {
      title: say('Remove {word} from the comment', { word: sayValue(word) }),
      preferred: false,
      edits: [{ offset: start, length: end - start, text: '' }],
    },
  ];
}
