import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import { complete, fixesOf, putValue, readFixture } from '../../../src/service';
import { check } from '../../../src/service/check';
import { DEFAULT_OPTIONS } from '../../../src/service/options';
import { applyEdits } from '../../../src/service/write/edits';

/** The text after the entry of this label, or the first one, is chosen at the bar; undefined where there is none. */
function chosen(marked: string, languageId: string, label?: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const list = complete(readFixture(text, languageId), offset);
  const item = label === undefined ? list?.items[0] : list?.items.find((one) => one.label === label);
  return list && item && text.slice(0, list.span.start) + item.text + text.slice(list.span.end);
}

const TASK = 'OS-EXT-STS:task_state';

describe('An edit leaves a whole text', () => {
  it('where a comment follows a value that is missing', () => {
    const text = 'OS-EXT-STS:vm_state: active\nstatus: # a\n';
    const put = putValue(readFixture(text, 'yaml'), text.indexOf('#'), 'ACTIVE');
    const after = [put && applyEdits(text, [put]), chosen(text.replace('#', '|#'), 'yaml', 'ACTIVE')];
    assert.deepEqual(after, Array(2).fill(text.replace('#', 'ACTIVE # a').replace('a a', 'a')));
  });

  it('where a tag says that there is null', () => {
    const text = 'OS-EXT-STS:vm_state: active\nstatus: ACTIVE\nOS-EXT-STS:power_state: !!null null\n';
    const at = text.indexOf(' null') + 2;
    const put = putValue(readFixture(text, 'yaml'), at, '1');
    assert.equal(put && applyEdits(text, [put]), text.replace('!!null null', '1'));
    assert.equal(chosen(`${text.slice(0, at)}|${text.slice(at)}`, 'yaml', '1'), undefined);
  });

  it('where a map is behind the key that holds an anchor', () => {
    const text = 'OS-EXT-STS:vm_state: active\nstatus: ACTIVE\nfault: { code: &a 1 }\nb: *a\n';
    assert.equal(putValue(readFixture(text, 'yaml'), text.indexOf('{') + 1, 'x'), undefined);
  });

  it('where another server follows without a comma, or has begun', () => {
    assert.match(
      chosen('{"servers": [|{"status": "ACTIVE"}]}', 'json') ?? '',
      /\},\{"status": "ACTIVE"\}\]\}$/,
    );
    assert.equal(chosen('{"server": |{"name": "a"}}', 'json'), undefined);
    assert.equal(chosen('servers:\n  - |name: a\n', 'yaml', 'openstack-server-active'), undefined);
  });

  it('where a comment stands between two keys', () => {
    const after = chosen('{"OS-EXT-STS:vm_state": "active",| // a\n "status": "ACTIVE"}', 'jsonc', TASK);
    assert.match(after ?? '', /,"OS-EXT-STS:task_state": null, \/\/ a\n "status"/);
    assert.equal(
      chosen('{"OS-EXT-STS:vm_state": "active", /|* a */ "status": "ACTIVE"}', 'jsonc', TASK),
      undefined,
    );
  });

  it('behind a trailing comma further in, and at the line between two documents', () => {
    const inner = '{"OS-EXT-STS:vm_state": "active", "fault": {"code": 1,} | , "status": "ACTIVE"}';
    assert.equal(chosen(inner, 'jsonc', TASK), undefined);
    const documents = 'OS-EXT-STS:vm_state: active\nstatus: ACTIVE\n---|\na: 1\n';
    assert.equal(chosen(documents, 'yaml', TASK), undefined);
  });

  it('in front of a key in quotes of a program', () => {
    const after = chosen("A = {'OS-EXT-STS:vm_state': 'active', |'status': 'ACTIVE'}\n", 'python', TASK);
    assert.match(after ?? '', /, 'OS-EXT-STS:task_state': None,'status': 'ACTIVE'\}/);
  });

  it('where a comment follows what is removed', () => {
    const text = '{OS-EXT-STS:vm_state: active, status: ACTIVE,progress: 7, # a\n b: 1}\n';
    const fixture = readFixture(text, 'yaml');
    for (const finding of check(fixture, DEFAULT_OPTIONS))
      for (const { edits } of fixesOf(DEFAULT_OPTIONS.say, fixture, finding))
        assert.doesNotThrow(() => load(applyEdits(text, edits)));
  });
});
