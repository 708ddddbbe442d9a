import assert from 'node:assert/strict';
import { BAD, GOOD, WARNING } from '../helpers';
import { checkedFile, goldenReport, print, reportOf } from './helpers';

/** What GitLab's documentation asks of a code quality report. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const SEVERITIES = ['info', 'minor', 'major', 'critical', 'blocker'];

const issuesOf = (report: ReturnType<typeof reportOf>): Issue[] => JSON.parse(print('gitlab', report));

describe('check --format gitlab', () => {
  it('has every field that GitLab asks for', () => {
    for (const { description, check_name, fingerprint, severity, location } of issuesOf(goldenReport())) {
      assert.ok(description !== '' && check_name !== '');
      assert.match(fingerprint, /^[0-9a-f]{32}$/);
      assert.ok(SEVERITIES.includes(severity));
      assert.doesNotMatch(location.path, /^\.?\//);
      assert.ok(Number.isInteger(location.lines.begin) && location.lines.begin > 0);
    }
  });

  it('gives each finding a fingerprint of its own, those that are alike as well', () => {
    const issues = issuesOf(
      reportOf([checkedFile('a.json', `[${BAD},${BAD},${BAD}]`), checkedFile('b.json', BAD)]),
    );
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 4);
  });

  it('keeps the fingerprint of a finding that has only moved', () => {
    const [before, after] = [BAD, `\n\n[${GOOD},\n${BAD}]`].map(
      (text) => issuesOf(reportOf([checkedFile('a.json', text)]))[0]?.fingerprint,
    );
    assert.equal(before, after);
  });

  it('tells errors from warnings', () => {
    const issues = issuesOf(reportOf([checkedFile('a.json', BAD), checkedFile('b.json', WARNING)]));
    assert.deepEqual(
      issues.map(({ severity }) => severity),
      ['major', 'minor'],
    );
  });

  it('is an empty list without findings', () => {
    assert.equal(print('gitlab', reportOf([checkedFile('a.json', GOOD)])), '[]\n');
  });
});
