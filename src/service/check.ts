import type { Directive, Span } from '../fixture';
import { DEFAULT_CLOUD } from '../mapping';
import { sayAll, sayValue } from '../words';
import { suppress } from './comments/suppress';
import { unusedDirective, unusedDirectives } from './comments/unused-directive';
import { fixesOf } from './fixes';
import { findingsKnown, repeaterOf } from './judge/alike';
import { findingsIn, inBlock } from './judge/in-block';
import { type Clouds, pickCloud } from './judge/pick-cloud';
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
  const inServers = checkServers(fixture, options);
  const { silencing, clouds } = fixture.directives;
  if (silencing.length === 0 && clouds.length === 0) return inOrder(inServers);
  const { findings, unused } = suppress(fixture, inServers);
  return inOrder([...findings, ...checkDirectives(fixture, unused, options)]);
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.span.start - b.span.start);
}

/** Checks the servers of a fixture. After a change, only those of the blocks that it had an effect on. */
function checkServers(fixture: Fixture, options: Options): Finding[] {
  const picked = pickCloud(fixture, options);
  const known = findingsKnown(fixture, options);
  const checkOne = checkerOf(fixture, picked.of, known, options);
  const found: Finding[] = [];
  // Most texts are read once, as a whole: nobody will ask for what is remembered of them.
  if (fixture.alone.length === 0) {
    for (const server of fixture.servers) for (const finding of checkOne(server) ?? []) found.push(finding);
    return found;
  }
  // What has not changed has the same evidence as before, or the cloud of those that have none.
  const { inBlocks } = known(picked.ofOthers());
  for (const block of fixture.blocks().servers) {
    const before = inBlocks.get(block.made);
    if (before) {
      for (const finding of findingsIn(block, before)) found.push(finding);
      continue;
    }
    const findings = block.items().map(checkOne);
    for (const own of findings) if (own) for (const finding of own) found.push(finding);
    const kept = inBlock(block, findings);
    if (kept) inBlocks.set(block.made, kept);
  }
  return found;
}

/** Returns a function that checks a server; undefined if that fails. Of servers that are equal, only one is checked. */
function checkerOf(
  fixture: Fixture,
  choose: Clouds['of'],
  known: ReturnType<typeof findingsKnown>,
  options: Options,
): (server: ServerObject) => readonly Finding[] | undefined {
  const toSubject = subjectsUnder(options);
  const rules = SERVER_RULES.filter(({ code }) => severityOf(options.rules, code) !== 'off');
  return (server) => {
    try {
      const choice = choose(server);
      const { alike } = known(choice);
      const repeat = server.shape === 'server' ? alike.get(server.likeness) : undefined;
      const own = repeat?.(server) ?? checkServer(fixture, toSubject(server, choice), rules, options);
      if (repeat === undefined) alike.set(server.likeness, repeaterOf(own));
      return own;
    } catch (error) {
      options.onFault(error, server.span);
      return undefined;
    }
  };
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
      found.push(subject.object.sealed === undefined ? finding : inBase64(finding, fixture, subject));
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

/** Completes a finding in Base64, which has no places of its own: names the server and the field. */
function inBase64(finding: Finding, fixture: Fixture, { say, object }: Subject): Finding {
  const { span, message } = finding;
  const field = Object.values(object.fields).find((other) => other.span === span || other.key === span);
  // Each part is shortened separately, so a long name cannot hide the field.
  const what = [nameOfSealed(fixture, object), field?.keyText].flatMap((part) =>
    part === undefined ? [] : sayValue(part),
  );
  return {
    ...finding,
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
    object,
    home: object?.home,
  };
}
