import { nearestWords } from '../mapping';
import { type Say, sayList, sayNearest, sayTogether, sayValue } from '../words';
import { nearestNames, removeCode, removeComment } from './directive-fixes';
import { cloudDirective, type Directive } from './directives';
import type { Fixture } from './recognise/types';
import type { Suppressed } from './suppress';
import type { Draft, Options, Severity } from './types';

/** A silencing comment that does nothing, or speaks of a rule or cloud that is not there. */
export function* unusedDirectives(
  fixture: Fixture,
  { directives, unused }: Pick<Suppressed, 'directives' | 'unused'>,
  rules: readonly string[],
  severityOf: (code: string) => Severity | undefined,
  { clouds, say }: Options,
): Iterable<Draft> {
  for (const directive of directives) {
    const wrong = directive.codes.filter(({ text }) => severityOf(text) === undefined);
    for (const { text, span } of wrong) {
      const message = sayTogether(
        say,
        say('There is no rule called {name}.', { name: sayValue(text) }),
        sayNearest(say, nearestWords(rules, text)),
      );
      const fixes = [
        ...nearestNames(say, rules, text, span),
        ...removeCode(say, fixture, directive, text, span),
      ];
      yield { span, message, fixes };
    }
    // A rule that is off finds nothing to silence; the comment is not to blame.
    const off = directive.codes.some(({ text }) => severityOf(text) === 'off');
    if (wrong.length > 0 || off || !unused.includes(directive)) continue;
    const fixes = removeComment(say, fixture, directive);
    yield { span: directive.span, message: sayUnused(say, directive), fixes };
  }
  const named = cloudDirective(fixture);
  if (named && !clouds.has(named.cloud)) {
    yield {
      span: named.span,
      message: sayTogether(
        say,
        say('There is no cloud called {name}.', { name: sayValue(named.cloud) }),
        say('Known: {names}.', { names: sayList(say, [...clouds.keys()]) }),
      ),
      fixes: nearestNames(say, [...clouds.keys()], named.cloud, named.span),
    };
  }
}

function sayUnused(say: Say, { verb, codes }: Directive): string {
  if (verb === 'enable') return say('This comment ends no silence: nothing is disabled before it.');
  if (codes.length === 0) {
    return say('This comment does not silence anything: there is no such finding here.');
  }
  const rules = sayList(
    say,
    codes.map(({ text }) => text),
  );
  return say('This comment does not silence {rules}: there is no such finding here.', { rules });
}
