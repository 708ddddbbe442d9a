import type { Directive, Span, Word } from '../../fixture';
import { nearestWords } from '../../mapping';
import { type Say, sayValue } from '../../words';
import type { Fixture } from '../recognise/types';
import type { Fix, Remedy } from '../types';
import { widen } from '../write/lines';

/** What mends a comment. */
export type TidyRemedy = Extract<Remedy, { kind: 'rename' | 'drop-code' | 'drop-comment' }>;

/** Makes the fix of a comment; none if it would throw away what a person wrote beside the directive. */
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

/** Names that a word which names nothing was meant for. */
export function nearestNames(known: readonly string[], { text, span }: Word): Remedy[] {
  return nearestWords(known, text).map((to, i) => ({
    kind: 'rename',
    word: text,
    at: span,
    to,
    preferred: i === 0,
  }));
}

/** Takes a silencing comment out, with its line where it stands alone. */
function dropComment(say: Say, { text }: Fixture, { span }: Directive): Fix[] {
  const comment = text.slice(span.start, span.end);
  // A reason behind the directive goes with it.
  const isAlone =
    /^(#|\/\/|\/\*|\{\/\*|<!--|\.\.)\s*server-status-/.test(comment) &&
    !/[\r\n]|server-status\s/.test(comment);
  return isAlone ? [removal(say('Remove the comment'), widen(text, span))] : [];
}

/** Takes a code out of a comment; out goes the whole comment where it names no other. */
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
