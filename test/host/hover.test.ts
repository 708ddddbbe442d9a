import assert from 'node:assert/strict';
import { hoversAt, openFile, startExtension, withCursor } from './editor';

describe('Hover', () => {
  before(startExtension);

  for (const [name, marked] of [
    [
      'a.json',
      '{"server": {"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "AC|TIVE"}}',
    ],
    ['a.yaml', 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: rebooting\nstatus: AC|TIVE\n'],
    ['key.yaml', 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: rebooting\nsta|tus: ACTIVE\n'],
    [
      'sibling.json',
      '{"OS-EXT-STS:vm_state": "act|ive", "OS-EXT-STS:task_state": "rebooting", "status": "ACTIVE"}',
    ],
  ] as const) {
    it(`derives the status, wherever in ${name} the mouse is`, async () => {
      const { text, offset } = withCursor(marked);
      const { document } = await openFile(name, text);
      const hovers = (await hoversAt(document, offset)).join('\n');
      assert.match(hovers, /`active` \+ `rebooting` → `REBOOT`/);
    });
  }

  it('links to the source of the rule', async () => {
    const { text, offset } = withCursor('{"OS-EXT-STS:vm_state": "act|ive", "status": "ACTIVE"}');
    const { document } = await openFile('a.json', text);
    assert.match(
      (await hoversAt(document, offset)).join('\n'),
      /\]\(https:\/\/opendev\.org\/openstack\/nova/,
    );
  });

  it('says nothing about the status of a port', async () => {
    const { text, offset } = withCursor(
      '{"port": {"status": "AC|TIVE"}, "server": {"OS-EXT-STS:vm_state": "active"}}',
    );
    const { document } = await openFile('port.json', text);
    assert.deepEqual(await hoversAt(document, offset), []);
  });
});
