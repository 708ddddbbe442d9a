import type { Fixture } from '../fixture';
import { nearestWords } from '../mapping';
import { nearestNames, removeCode, removeComment } from './directive-fixes';
import { cloudDirective } from './directives';
import { sayList, sayNearest, sayValue } from './say';
import type { Suppressed } from './suppress';
import type { Draft, Options, Severity } from './types';

/** A silencing comment that does nothing, or speaks of a rule or cloud that is not there. */
export function* unusedDirectives(
  fixture: Fixture,
  { directives, unused }: Pick<Suppressed, 'directives' | 'unused'>,
  rules: readonly string[],
  severityOf: (code: string) => Severity | undefined,
  clouds: Options['clouds'],
): Iterable<Draft> {
  for (const directive of directives) {
    const wrong = directive.codes.filter(({ text }) => severityOf(text) === undefined);
    for (const { text, span } of wrong) {
      const message = `There is no rule called ${sayValue(text)}${sayNearest(nearestWords(rules, text))}`;
      const fixes = [...nearestNames(rules, text, span), ...removeCode(fixture, directive, text, span)];
      yield { span, message, fixes };
    }
    // A rule that is off finds nothing to silence; the comment is not to blame.
    const off = directive.codes.some(({ text }) => severityOf(text) === 'off');
    if (wrong.length > 0 || off || !unused.includes(directive)) continue;
    const what = directive.codes.length === 0 ? 'anything' : sayList(directive.codes.map(({ text }) => text));
    const message =
      directive.verb === 'enable'
        ? 'This comment ends no silence: nothing is disabled before it.'
        : `This comment does not silence ${what}: there is no such finding here.`;
    yield { span: directive.span, message, fixes: removeComment(fixture, directive) };
  }
  const named = cloudDirective(fixture);
  if (named && !clouds.has(named.cloud)) {
    yield {
      span: named.span,
      message: `There is no cloud called ${sayValue(named.cloud)}. Known: ${sayList([...clouds.keys()])}.`,
      fixes: nearestNames([...clouds.keys()], named.cloud, named.span),
    };
  }
}
