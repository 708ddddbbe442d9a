import type { Span } from '../fixture';
import { clouds, DEFAULT_CLOUD } from '../mapping';
import { inEnglish, sayValue } from '../words';
import { writtenServer } from './read-server';
import { nameOfSealed } from './recognise/names';
import { readFixture } from './recognise/read-fixture';
import type { Fixture } from './recognise/types';
import { rules } from './rules';
import { subjectsOf } from './subject';
import { suppress } from './suppress';
import type { Draft, Finding, Options, RuleCode, Severity, Subject } from './types';
import { unusedDirectives } from './unused-directive';

/** Every rule's code with its default severity and what it looks for. */
export const RULES: ReadonlyMap<RuleCode, { severity: Severity; summary: string }> = new Map([
  ...rules.map(({ code, severity, summary }) => [code, { severity, summary }] as const),
  [
    'unused-directive',
    { severity: 'information', summary: 'A silencing comment silences nothing or names an unknown code.' },
  ] as const,
]);

/** What holds where nobody said otherwise. */
export const DEFAULT_OPTIONS: Options = {
  cloud: 'auto',
  cloudFrom: 'setting',
  rules: {},
  clouds,
  say: inEnglish,
};

/**
 * Checks every server of a fixture.
 *
 * @returns the findings in the order of the text, at most one for each field. Never throws on a text.
 */
export function check(fixture: Fixture, options: Options = DEFAULT_OPTIONS): Finding[] {
  const toSubject = subjectsOf(fixture, options);
  const found = fixture.servers.flatMap((server) => checkServer(toSubject(server), options));
  const { findings, ...silence } = suppress(fixture, found);
  const severity = severityOf(options, 'unused-directive');
  if (severity !== undefined && severity !== 'off') {
    const codes = [...RULES.keys()];
    const known = (code: string) => severityOf(options, code);
    for (const draft of unusedDirectives(fixture, silence, codes, known, options)) {
      findings.push(complete(draft, 'unused-directive', severity, DEFAULT_CLOUD, {}));
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start);
}

/** Reads and checks a text: {@link check} in one call, for callers that need the text for nothing else. */
export function checkText(text: string, languageId: string, options: Partial<Options> = {}): Finding[] {
  const asked = { ...DEFAULT_OPTIONS, ...options };
  return check(readFixture(text, languageId, asked), asked);
}

function checkServer(subject: Subject, options: Options): Finding[] {
  // A field is known by its place; merged fields share one, so it is the record that counts, not the offset.
  const taken = new Set<Span>();
  const findings: Finding[] = [];
  for (const rule of rules) {
    const set = options.rules[rule.code];
    for (const draft of rule.check(subject)) {
      const severity = set ?? draft.severity ?? rule.severity;
      if (severity === 'off' || taken.has(draft.span)) continue;
      taken.add(draft.span);
      findings.push({
        ...complete(draft, rule.code, severity, subject.cloud.id, writtenServer(subject.object)),
        ...aboutString(subject, draft),
      });
    }
  }
  return findings;
}

/** What a finding in a string says beside: where comments speak for it, and which server it means if it cannot show. */
function aboutString({ say, object }: Subject, { span, message }: Draft): Partial<Finding> {
  if (object.home === undefined) return {};
  if (object.sealed === undefined) return { home: object.home };
  const field = Object.values(object.fields).find((other) => other.span === span || other.key === span);
  // Each shortened for itself: a long name must not push the field out.
  const what = [nameOfSealed(object), field?.keyText].flatMap((part) =>
    part === undefined ? [] : sayValue(part),
  );
  return {
    home: object.home,
    message: say('{place}: {message}', { place: what.join(', '), message }),
    related: [],
  };
}

function complete(
  { span, message, expected = [], related = [], fixes = [] }: Draft,
  rule: RuleCode,
  severity: Finding['severity'],
  cloud: string,
  server: Finding['server'],
): Finding {
  return { rule, severity, cloud, message, span, server, expected, related, fixes };
}

function severityOf(options: Options, code: string): Severity | undefined {
  return RULES.has(code as RuleCode)
    ? (options.rules[code] ?? RULES.get(code as RuleCode)?.severity)
    : undefined;
}
