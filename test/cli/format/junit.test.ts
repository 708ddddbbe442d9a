import assert from 'node:assert/strict';
import { BAD, GOOD, WARNING } from '../helpers';
import { checkedFile, elementsOf, goldenReport, print, reportOf, skippedFile } from './helpers';

const FILES = [
  checkedFile('bad.json', BAD),
  checkedFile('warning.json', WARNING),
  checkedFile('good.json', GOOD),
  skippedFile('utf16.json', 'is UTF-16 text; convert it to UTF-8'),
  checkedFile('nothing.json', '{}'),
];

const junit = (how = {}) => elementsOf(print('junit', reportOf(FILES), how));

/** What stands in the tests of a suite. */
const within = (elements: ReturnType<typeof elementsOf>, path: string) =>
  elements.filter(({ parent }) => parent?.name === 'testcase' && parent.attributes.file === path);

describe('check --format junit', () => {
  it('has a suite for each file that holds a server, has a finding or could not be checked', () => {
    const suites = junit().filter(({ name }) => name === 'testsuite');
    assert.deepEqual(
      suites.map(({ attributes }) => attributes.name),
      ['bad.json', 'warning.json', 'good.json', 'utf16.json'],
    );
  });

  it('fails a test for an error, and none for a warning that does not fail the run', () => {
    const names = (path: string) => within(junit(), path).map(({ name }) => name);
    assert.deepEqual([names('bad.json'), names('warning.json')], [['failure'], ['system-out']]);
  });

  it('fails a test for a warning where there are more than allowed', () => {
    const elements = junit({ warningsFail: true });
    assert.deepEqual(
      within(elements, 'warning.json').map(({ name }) => name),
      ['failure'],
    );
  });

  it('has an error for a file that could not be checked, and a test that passes for a good one', () => {
    const elements = junit();
    assert.deepEqual(
      within(elements, 'utf16.json').map(({ name, attributes }) => [name, attributes.message]),
      [['error', 'is UTF-16 text; convert it to UTF-8']],
    );
    assert.deepEqual(within(elements, 'good.json'), []);
  });

  it('fails a test for such a warning even where only errors are asked for', () => {
    const elements = junit({ warningsFail: true, quiet: true });
    assert.deepEqual(
      within(elements, 'warning.json').map(({ name }) => name),
      ['failure'],
    );
  });

  it('has an error for what fails the run without being in a file', () => {
    const report = { ...reportOf(FILES.slice(2, 3)), problems: ['nope.json: does not exist'] };
    const elements = elementsOf(print('junit', report, {}));
    assert.deepEqual(
      elements.filter(({ name }) => name === 'error').map(({ attributes }) => attributes.message),
      ['nope.json: does not exist'],
    );
    const [all] = elements;
    assert.deepEqual([all?.attributes.tests, all?.attributes.errors], ['2', '1']);
  });

  for (const [what, report, how] of [
    ['of all kinds', reportOf(FILES), {}],
    ['of all kinds, when warnings fail', reportOf(FILES), { warningsFail: true }],
    ['of all kinds, when it is to be quiet', reportOf(FILES), { quiet: true }],
    ['of every rule', goldenReport(), {}],
    ['without files', reportOf([]), {}],
  ] as const) {
    it(`counts its tests, failures and errors right, in a report ${what}`, () => {
      const elements = elementsOf(print('junit', report, how));
      const count = (name: string) => String(elements.filter((element) => element.name === name).length);
      const { tests, failures, errors } = elements[0]?.attributes ?? {};
      assert.deepEqual(
        { tests, failures, errors },
        { tests: count('testcase'), failures: count('failure'), errors: count('error') },
      );
    });
  }

  it('says in the failure where, how bad and what, as the text format does', () => {
    const [failure] = within(junit(), 'bad.json');
    assert.equal(`${failure?.text}\n`, print('text', reportOf(FILES.slice(0, 1))));
  });

  it('spells out what XML cannot say', () => {
    const path = 'a\u0000\u001b\ufffe<&">.json';
    const elements = elementsOf(print('junit', reportOf([checkedFile(path, BAD)])));
    assert.equal(elements[1]?.attributes.name, 'a\\u0000\\u001b\ufffd<&">.json');
  });
});
