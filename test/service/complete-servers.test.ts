import assert from 'node:assert/strict';
import { checkText, isWhole, readFixture } from '../../src/service';
import { accept, labelsAt, listAt } from './completing';

/** The text before anything is filled in; tabs as an editor of two blanks has them. */
const filled = (text: string) => text.replace(/\$\{\d:([^}]*)\}/g, '$1').replaceAll('\t', '  ');

const STATES = '"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"';

describe('Completion of a whole server', () => {
  for (const [where, languageId, marked] of [
    ['in an empty file', 'json', 'open|'],
    ['in an empty file', 'yaml', '|'],
    ['behind the key server', 'json', '{"server": |}'],
    ['in a list of servers', 'json', '{"servers": [ | ]}'],
    ['behind a server of a list', 'json', `{"servers": [{${STATES}}, open|]}`],
    ['below the key server', 'yaml', 'a: 1\nserver:\n  |'],
    ['in a list of servers', 'yaml', 'servers:\n  - |'],
    [
      'in a list that is not indented',
      'yaml',
      'servers:\n- name: a\n  vm_state: active\n  status: ACTIVE\n- |',
    ],
    ['on a line', 'jsonl', '|'],
  ] as const) {
    it(`is offered ${where} of ${languageId}: ${JSON.stringify(marked)}`, () => {
      assert.equal(labelsAt(marked, languageId)[0], 'openstack-server-active');
    });
  }

  for (const [where, languageId, marked] of [
    ['elsewhere in JSON', 'json', '{"name": |}'],
    ['in a list of others', 'json', '{"ports": [ | ]}'],
    ['for a word that stands anywhere', 'json', '{"dependencies": {"o|": 1}}'],
    ['elsewhere in YAML', 'yaml', 'a: 1\no|'],
    ['in a list of others of YAML', 'yaml', 'steps:\n  - |'],
    ['below another key', 'yaml', 'a:\n  |'],
  ] as const) {
    it(`is not offered ${where}: ${JSON.stringify(marked)}`, () => {
      assert.deepEqual(labelsAt(marked, languageId), []);
    });
  }

  for (const marked of ['servers:\n  - |', 'servers:\n- |', 'servers:\n  -   |', 'server:\n  |'])
    it(`is whole behind a dash and elsewhere, in an editor that indents like the first line: ${JSON.stringify(marked)}`, () => {
      const indent = /\n( *)[^\n]*$/.exec(marked)?.[1] ?? '';
      const list = listAt(marked, 'yaml');
      const text = list?.items[0]?.text.replaceAll('\n', `\n${indent}`) ?? '';
      const written = marked.replace('|', filled(text));
      assert.deepEqual(checkText(written, 'yaml'), []);
      const [server, ...others] = readFixture(written, 'yaml').servers;
      assert.deepEqual([server?.fields.status?.text, others], ['ACTIVE', []]);
      assert.ok(server?.fields.vmState && isWhole(written, 'yaml'));
    });

  it('holds a server that is right, in each of the 20 statuses of OpenStack', () => {
    for (const languageId of ['json', 'yaml', 'jsonl']) {
      const labels = labelsAt('|', languageId);
      assert.equal(labels.length, 20);
      for (const label of labels)
        assert.deepEqual(checkText(filled(accept('|', languageId, label)), languageId), [], label);
    }
  });

  it('is named by its status, and says what that means and whose table it is from', () => {
    const items = listAt('|', 'json')?.items ?? [];
    const item = items.find(({ detail }) => detail === 'SOFT_DELETED');
    assert.equal(item?.label, 'openstack-server-soft-deleted');
    assert.match(item?.markdown ?? '', /^\w[^\n]+\.\n\nOpenStack Nova \(/);
  });

  it('has its key in an empty file alone, and the states of its first pair', () => {
    const { server } = JSON.parse(accept('|', 'json'));
    assert.match(server.name, /^\$\{1:server-1\}$/);
    assert.match(server.id, /^\$\{2:[-\d]{36}\}$/);
    assert.equal(server['OS-EXT-STS:vm_state'], 'active');
    assert.equal(JSON.parse(accept('{"server": |}', 'json')).server.id, server.id);
  });

  it('is written as its language does', () => {
    assert.match(accept('|', 'json'), /^\{\n\t"server": \{\n\t\t"id": "[^\n]+,\n\t\t"name"/);
    assert.match(accept('|', 'jsonl'), /^[^\n]+$/);
    assert.match(accept('|', 'yaml'), /^server:\n {2}id: [^\n]+\n.*\n {2}created: "2026.*[^\n]$/s);
  });

  it('is of the cloud that the other servers of the file point to', () => {
    const [label] = labelsAt(`{"servers": [{${STATES}, "enterprise_project_id": "0"}, |]}`, 'json');
    assert.match(label ?? '', /^huaweicloud-server-/);
  });

  it('is of the cloud that the file is checked against', () => {
    const [label] = labelsAt('# server-status cloud=rackspace\nserver:\n  |', 'yaml');
    assert.equal(label, 'rackspace-server-active');
  });
});
