import type { Directive, Span } from '../fixture';
import { DEFAULT_CLOUD } from '../mapping';
import { sayAll, sayValue } from '../words';
import { suppress } from './comments/suppress';
import { unusedDirective, unusedDirectives } from './comments/unused-directive';
import { fixesOf } from './fixes';
import { findingsKnown, repeaterOf } from './judge/alike';
import { pickCloud } from './judge/pick-cloud';
import { writtenServer } from './judge/read-server';
import { subjectsUnder } from './judge/subject';
import type { Subject } from './judge/types';
import { DEFAULT_OPTIONS, type Options } from './options';
import { nameOfSealed } from './recognise/names';
import { readFixture } from './recognise/read-fixture';
import type { Fixture, ServerObject } from './recognise/types';
import { RULES, SERVER_RULES, severityOf } from './rules';
import type { Rule } from './rules/types';
import type { Draft, Finding, FixableFinding, RuleCode } from './types';

/**
 * Checks every server of a fixture.
 *
 * @returns the findings in text order, at most one for each field. No text makes it throw.
 */
export function check(fixture: Fixture, options: Options = DEFAULT_OPTIONS): Finding[] {
  const choose = pickCloud(fixture, options);
  const toSubject = subjectsUnder(options);
  /** Of servers that are equal, only one is checked. */
  const knownUnder = findingsKnown(fixture, options);
  const rules = SERVER_RULES.filter(({ code }) => severityOf(options.rules, code) !== 'off');
  const found: Finding[] = [];
  for (const server of fixture.servers) {
    try {
      const choice = choose(server);
      const alike = knownUnder(choice);
      const repeat = server.shape === 'server' ? alike.get(server.likeness) : undefined;
      const own = repeat?.(server) ?? checkServer(fixture, toSubject(server, choice), rules, options);
      if (repeat === undefined) alike.set(server.likeness, repeaterOf(own));
      for (const finding of own) found.push(finding);
    } catch (error) {
      options.onFault(error, server.span);
    }
  }
  const { findings, unused } = suppress(fixture, found);
  for (const finding of checkDirectives(fixture, unused, options)) findings.push(finding);
  return findings.sort((a, b) => a.span.start - b.span.start);
}

/** Reads and checks a text and makes the fixes, for callers that do not need the fixture. */
export function checkText(
  text: string,
  languageId: string,
  options: Partial<Options> = {},
): FixableFinding[] {
  const asked = { ...DEFAULT_OPTIONS, ...options };
  const fixture = readFixture(text, languageId, { ...asked, leftAlone: false });
  return check(fixture, asked).map((finding) => ({
    ...finding,
    fixes: fixesOf(asked.say, fixture, finding),
  }));
}

/** Returns what the rules find in a server. */
function checkServer(
  fixture: Fixture,
  subject: Subject,
  rules: readonly Rule[],
  options: Options,
): Finding[] {
  const found: Finding[] = [];
  // Compared by identity, not by offset: fields from one merge key share their offsets.
  const taken: Span[] = [];
  for (const rule of rules) {
    const set = options.rules[rule.code];
    for (const draft of rule.check(subject)) {
      if (taken.includes(draft.span)) continue;
      taken.push(draft.span);
      const severity = (set ?? draft.severity ?? rule.severity) as Finding['severity'];
      const finding = toFinding(draft, rule.code, severity, subject.cloud.id, subject.object);
      found.push(subject.object.home === undefined ? finding : inString(finding, fixture, subject));
    }
  }
  return found;
}

function* checkDirectives(
  fixture: Fixture,
  unused: readonly Directive[],
  options: Options,
): Iterable<Finding> {
  const { code } = unusedDirective;
  const severity = severityOf(options.rules, code);
  if (severity === undefined || severity === 'off') return;
  const known = (other: string) => severityOf(options.rules, other);
  for (const draft of unusedDirectives(fixture, unused, [...RULES.keys()], known, options))
    yield toFinding(draft, code, severity, DEFAULT_CLOUD, undefined);
}

/** Completes a finding in a string: adds the offset where comments apply, and names the server if it is in Base64. */
function inString(finding: Finding, fixture: Fixture, { say, object }: Subject): Finding {
  const { home = finding.span.start } = object;
  if (object.sealed === undefined) return { ...finding, home };
  const { span, message } = finding;
  const field = Object.values(object.fields).find((other) => other.span === span || other.key === span);
  // Each part is shortened separately, so a long name cannot hide the field.
  const what = [nameOfSealed(fixture, object), field?.keyText].flatMap((part) =>
    part === undefined ? [] : sayValue(part),
  );
  return {
    ...finding,
    home,
    message: say('{place}: {message}', { place: sayAll(say, what), message }),
    related: [],
  };
}

/** Completes a draft; `object` is undefined for a comment. */
function toFinding(
  { span, message, expected = [], related = [], remedies = [] }: Draft,
  rule: RuleCode,
  severity: Finding['severity'],
  cloud: string,
  object: ServerObject | undefined,
): Finding {
  const server = object ? writtenServer(object) : {};
  return {
    rule,
    severity,
    cloud,
    message,
    span,
    server,
    expected,
    related,
    remedies,
    ...(object && { object }),
  };
}
