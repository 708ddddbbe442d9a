import type { Directive } from '../../fixture';
import { nearestWords } from '../../mapping';
import { quote, type Say, sayKnown, sayNearest, saySome, sayTogether } from '../../words';
import type { Options, Severity } from '../options';
import type { Fixture } from '../recognise/types';
import type { Draft, RuleFacts } from '../types';
import { nearestNames } from './tidy';

/** Reports silencing comments that have no effect, and those that name an unknown rule or cloud. */
export const unusedDirective: RuleFacts = {
  code: 'unused-directive',
  severity: 'information',
  summary: 'A silencing comment silences nothing or names an unknown rule.',
};

/**
 * Finds such comments.
 *
 * @param unused the directives that silence nothing.
 * @param severityOf returns the severity of a rule by its code; undefined for an unknown code.
 */
export function* unusedDirectives(
  { directives }: Fixture,
  unused: readonly Directive[],
  rules: readonly string[],
  severityOf: (code: string) => Severity | undefined,
  { clouds, say }: Options,
): Iterable<Draft> {
  const idle = new Set(unused);
  for (const directive of directives.silencing) {
    const severities = directive.codes.map(({ text }) => severityOf(text));
    for (const [index, code] of directive.codes.entries()) {
      if (severities[index] !== undefined) continue;
      const message = sayTogether(
        say,
        say('Unknown rule {name}.', { name: quote(code.text) }),
        sayNearest(say, nearestWords(rules, code.text)),
      );
      const remedies = [...nearestNames(rules, code), { kind: 'drop-code', directive, index } as const];
      yield { span: code.span, message, remedies };
    }
    // A rule that is off has no findings to silence, so the comment is not reported.
    if (severities.some((severity) => severity === undefined || severity === 'off')) continue;
    if (!idle.has(directive)) continue;
    const remedies = [{ kind: 'drop-comment', directive } as const];
    yield { span: directive.span, message: sayUnused(say, directive), remedies };
  }
  const [named] = directives.clouds;
  if (named && !clouds.has(named.cloud)) {
    const ids = [...clouds.keys()];
    yield {
      span: named.span,
      message: sayTogether(
        say,
        say('Unknown cloud {name}.', { name: quote(named.cloud) }),
        say('Known: {names}.', { names: sayKnown(say, ids) }),
      ),
      remedies: nearestNames(ids, { text: named.cloud, span: named.span }),
    };
  }
}

function sayUnused(say: Say, { verb, codes }: Directive): string {
  if (verb === 'enable') return say('This comment enables nothing: no rule is disabled before it.');
  if (codes.length === 0) {
    return say('This comment silences nothing: there is no finding here.');
  }
  const rules = saySome(
    say,
    codes.map(({ text }) => text),
  );
  return say('This comment does not silence {rules}: there is no such finding here.', { rules });
}
