import assert from 'node:assert/strict';
import {
  check,
  DEFAULT_OPTIONS,
  type Finding,
  type Fixture,
  fixesOf,
  type Options,
  readFixture,
} from '../../../src/service';
import { readChanged } from '../../../src/service/recognise/read-change';
import { inEnglish } from '../../../src/words';
import { applyEdits } from '../helpers';

const WRONG = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ERROR"}';
const RIGHT = WRONG.replace('ERROR', 'ACTIVE');

/** Servers for several blocks, of which every tenth is wrong. */
const SERVERS = Array.from({ length: 100 }, (_, i) => (i % 10 === 9 ? WRONG : RIGHT));
const TEXT = `[${SERVERS.join(', ')}]`;

/** The same in strings, as the bodies of answers. */
const inBodies = (servers: readonly string[]) => JSON.stringify(servers.map((body) => ({ body })));

/** The fixture after a change at the first place of a word; what it found before is known. */
function changed(old: string, put: string, before: Fixture = checked(TEXT)): Fixture {
  const now =
    readChanged(
      before,
      before.text.replace(old, () => put),
    ) ?? assert.fail('not read alone');
  return now;
}

/** A fixture whose findings are remembered, block by block, as it has been changed and checked. */
function checked(text: string, languageId = 'json'): Fixture {
  const at = text.indexOf('ACTIVE');
  const change = { start: at, end: at + 1, growth: 0 };
  const fixture = readChanged(readFixture(text, languageId), text, change) ?? assert.fail('not read alone');
  check(fixture);
  return fixture;
}

const last = (findings: readonly Finding[]): Finding => findings.at(-1) ?? assert.fail('nothing was found');
const written = ({ text }: Fixture, { span }: Finding) => text.slice(span.start, span.end);

describe('A finding far behind a change', () => {
  const now = changed('"ACTIVE"', '"SHUTOFF"');
  const findings = check(now);

  it('is at the status that it is about', () => {
    assert.deepEqual(
      findings.map((finding) => written(now, finding)),
      ['"SHUTOFF"', ...Array.from({ length: 10 }, () => '"ERROR"')],
    );
    assert.equal(last(findings).span.start, now.text.lastIndexOf('"ERROR"'));
  });

  it('has the places of the states beside it', () => {
    const at = now.text.lastIndexOf(WRONG);
    assert.deepEqual(
      last(findings).related.map(({ span }) => span.start - at),
      [WRONG.indexOf('"active"'), WRONG.indexOf('null')],
    );
  });

  it('is that of the server of the fixture', () => {
    assert.equal(last(findings).object, now.servers.at(-1));
  });

  it('is fixed at its own place', () => {
    const [fix] = fixesOf(inEnglish, now, last(findings));
    const fixed = applyEdits(now.text, fix?.edits ?? []);
    assert.equal(fixed, now.text.replace(/ERROR(?=[^R]*$)/, 'ACTIVE'));
  });

  it('says what it said before', () => {
    const before = last(check(readFixture(TEXT, 'json')));
    const said = ({ rule, severity, cloud, message, server, expected }: Finding) => [
      rule,
      severity,
      cloud,
      message,
      server,
      expected,
    ];
    assert.deepEqual(said(last(findings)), said(before));
  });

  it('goes back to where it was', () => {
    const back = changed('"SHUTOFF"', '"ACTIVE"', now);
    assert.deepEqual(
      check(back).map(({ span }) => span),
      check(readFixture(TEXT, 'json')).map(({ span }) => span),
    );
  });

  it('has the home of its string', () => {
    const inStrings = checked(inBodies(SERVERS));
    const moved = changed('ACTIVE', 'SHUTOFF', inStrings);
    const finding = last(check(moved));
    assert.equal(finding.home, moved.text.lastIndexOf('"body"'));
    assert.equal(written(moved, finding), '\\"ERROR\\"');
  });
});

describe('What was found far behind a change is not repeated', () => {
  const now = changed('"ACTIVE"', '"SHUTOFF"');
  const found = (options: Partial<Options>, fixture = now) =>
    check(fixture, { ...DEFAULT_OPTIONS, ...options });

  it('if another severity is asked for', () => {
    assert.equal(last(found({ rules: { 'status-mismatch': 'hint' } })).severity, 'hint');
    assert.equal(last(found({})).severity, 'error');
  });

  it('if another cloud is chosen', () => {
    assert.equal(last(found({ cloud: 'rackspace' })).cloud, 'rackspace');
    assert.equal(last(found({})).cloud, 'openstack');
  });

  it('if the change brings evidence for another cloud', () => {
    const named = changed('{"OS', '{"host": "x.myhuaweicloud.com", "OS');
    assert.equal(last(check(named)).cloud, 'huaweicloud');
    assert.equal(last(check(changed('"x.myhuaweicloud.com"', '"x"', named))).cloud, 'openstack');
  });

  it('if a comment names another cloud', () => {
    const lines = TEXT.replaceAll('}, ', '},\n');
    const commented = readChanged(
      checked(lines, 'jsonc'),
      lines.replace('{', '{ // server-status cloud=rackspace\n'),
    );
    assert.equal(last(check(commented ?? assert.fail())).cloud, 'rackspace');
  });

  it('for a server that could not be checked', () => {
    const faults: unknown[] = [];
    const onFault = (error: unknown) => faults.push(error);
    const say: Options['say'] = () => {
      throw new Error('no words');
    };
    const options = { ...DEFAULT_OPTIONS, onFault, say };
    check(now, options);
    const first = faults.length;
    check(now, options);
    assert.ok(first > 0);
    assert.equal(faults.length, 2 * first);
  });
});
