import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { RULES } from '../../../src/service';
import { BAD } from '../helpers';
import { checkedFile, goldenReport, print, reportOf, skippedFile } from './helpers';

/** The schema as it was published; its authors ship it in this package. */
const SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

// One of the schema's patterns is no pattern of Unicode's kind.
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

function runOf(...args: Parameters<typeof reportOf>) {
  return JSON.parse(print('sarif', reportOf(...args))).runs[0];
}

function assertValid(text: string): void {
  validate(JSON.parse(text));
  assert.deepEqual(validate.errors ?? [], []);
}

describe('check --format sarif', () => {
  it('is valid by the published schema, with every rule and in every language', () => {
    assertValid(print('sarif', goldenReport()));
  });

  it('is valid without findings, with files that were skipped and with other problems', () => {
    assertValid(print('sarif', reportOf([])));
    assertValid(print('sarif', reportOf([skippedFile('a.json', 'is a folder')], ['b: does not exist'])));
  });

  it('would not be valid with a key that the standard does not have', () => {
    const log = JSON.parse(print('sarif', reportOf([])));
    assert.equal(validate({ ...log, colour: 'red' }), false);
  });

  it('has every rule once, and each result at the place of its own', () => {
    const { tool, results } = JSON.parse(print('sarif', goldenReport())).runs[0];
    const { rules } = tool.driver;
    assert.deepEqual(
      rules.map(({ id }: { id: string }) => id),
      [...RULES.keys()],
    );
    for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex].id, ruleId);
  });

  it('has fixes whose replacements give what --fix gives', () => {
    const [fix] = runOf([checkedFile('a.json', BAD)]).results[0].fixes;
    const [{ deletedRegion, insertedContent }] = fix.artifactChanges[0].replacements;
    const { charOffset, charLength } = deletedRegion;
    assert.equal(BAD.slice(charOffset, charOffset + charLength), '"ERROR"');
    assert.equal(insertedContent.text, '"ACTIVE"');
  });

  it('does not count a byte order mark as a character', () => {
    const regionOf = (text: string) =>
      runOf([checkedFile('a.json', text)]).results[0].locations[0].physicalLocation.region;
    assert.deepEqual(regionOf(`\uFEFF${BAD}`), regionOf(BAD));
  });

  it('has paths as URIs from the folder of the run, and elsewhere whole ones', () => {
    const artifactOf = (path: string) =>
      runOf([checkedFile(path, BAD)]).results[0].locations[0].physicalLocation.artifactLocation;
    assert.deepEqual(artifactOf('./a b/ü#1:%.json'), {
      uri: 'a%20b/%C3%BC%231%3A%25.json',
      uriBaseId: '%SRCROOT%',
    });
    assert.deepEqual(artifactOf('../a b.json'), { uri: pathToFileURL('../a b.json').href });
  });

  it('says that the run has failed where a file was skipped, or a path is missing', () => {
    const successful = (...args: Parameters<typeof reportOf>) =>
      runOf(...args).invocations[0].executionSuccessful;
    assert.equal(successful([checkedFile('a.json', BAD)]), true);
    assert.equal(successful([skippedFile('a.json', 'is a folder')]), false);
    assert.equal(successful([], ['b.json: does not exist']), false);
  });

  it('has no link and nothing to fill in in a message, whatever a server is called', () => {
    const text = BAD.replace('{', '{"name": "[click](https://example.com) {0}",');
    const { message } = runOf([checkedFile('a.json', text)]).results[0];
    assert.match(message.text, /"\[click\] \(https:\/\/example\.com\) \{\{0\}\}"/);
  });

  it('has the same fingerprint for a finding that has only moved', () => {
    const fingerprint = (text: string) =>
      runOf([checkedFile('a.json', text)]).results[0].partialFingerprints['serverStatus/v1'];
    assert.equal(fingerprint(BAD), fingerprint(`\n\n${BAD}`));
    assert.notEqual(fingerprint(BAD), fingerprint(BAD.replace('ERROR', 'REBOOT')));
  });
});
