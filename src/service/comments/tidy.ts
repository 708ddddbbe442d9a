import type { Directive, Span, Word } from '../../fixture';
import { nearestWords } from '../../mapping';
import { type Say, sayValue } from '../../words';
import type { Fixture } from '../recognise/types';
import type { Fix, Remedy } from '../types';
import { widen } from '../write/lines';

/** A correction of a comment. */
export type TidyRemedy = Extract<Remedy, { kind: 'rename' | 'drop-code' | 'drop-comment' }>;

/** Returns the fix of a comment; none if it would delete other text in the comment. */
export function tidy(say: Say, fixture: Fixture, remedy: TidyRemedy): Fix[] {
  switch (remedy.kind) {
    case 'rename': {
      const { word, at, to, preferred } = remedy;
      const title = say('Replace {word} with {name}', { word: sayValue(word), name: to });
      return [{ title, preferred, edits: [{ offset: at.start, length: at.end - at.start, text: to }] }];
    }
    case 'drop-code':
      return dropCode(say, fixture, remedy.directive, remedy.index);
    case 'drop-comment':
      return dropComment(say, fixture, remedy.directive);
  }
}

/** Returns renames of an unknown word to the nearest known names. */
export function nearestNames(known: readonly string[], { text, span }: Word): Remedy[] {
  return nearestWords(known, text).map((to, i) => ({
    kind: 'rename',
    word: text,
    at: span,
    to,
    preferred: i === 0,
  }));
}

/** Removes a silencing comment, and its line if nothing else is on it. */
function dropComment(say: Say, { text }: Fixture, { span }: Directive): Fix[] {
  const comment = text.slice(span.start, span.end);
  // A reason after the directive is deleted with it.
  const isAlone =
    /^(#|\/\/|\/\*|\{\/\*|<!--|\.\.)\s*server-status-/.test(comment) &&
    !/[\r\n]|server-status\s/.test(comment);
  return isAlone ? [removal(say('Remove the comment'), widen(text, span))] : [];
}

/** Removes a code from a comment, or the whole comment if it is the only code. */
function dropCode(say: Say, fixture: Fixture, directive: Directive, index: number): Fix[] {
  const code = directive.codes[index];
  const before = directive.codes[index - 1];
  const after = directive.codes[index + 1];
  if (code === undefined || (before === undefined && after === undefined))
    return dropComment(say, fixture, directive);
  const start = before ? before.span.end : code.span.start;
  const end = before ? code.span.end : (after?.span.start ?? code.span.end);
  const title = say('Remove {word} from the comment', { word: sayValue(code.text) });
  return [removal(title, { start, end })];
}

function removal(title: string, { start, end }: Span): Fix {
  return { title, preferred: false, edits: [{ offset: start, length: end - start, text: '' }] };
}
