import assert from 'node:assert/strict';
import { CompletionItemKind } from 'vscode';
import { acceptFirst, completionsAt, openAtCursor, openFile, startExtension, withCursor } from './editor';

/** What is typed, with the cursor, and the text after the first suggestion is taken. */
const TYPED: readonly (readonly [string, string, string, string])[] = [
  [
    'between the quotes of a JSON status',
    'a.json',
    '{"server": {"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "|"}}',
    '{"server": {"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "REBOOT"}}',
  ],
  [
    'behind the colon of a JSON status',
    'a.json',
    '{"server": {"OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": null, "status": |}}',
    '{"server": {"OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": null, "status": "SHUTOFF"}}',
  ],
  [
    'at a JSON task_state that has to be null',
    'a.json',
    '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "|", "status": "ACTIVE"}',
    '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ACTIVE"}',
  ],
  [
    'behind the colon of a YAML status',
    'a.yaml',
    'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: rebooting\nstatus: |\n',
    'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: rebooting\nstatus: REBOOT\n',
  ],
  [
    'between the quotes of a YAML vm_state',
    'a.yaml',
    "OS-EXT-STS:vm_state: '|'\nOS-EXT-STS:task_state: null\nstatus: SHUTOFF\n",
    "OS-EXT-STS:vm_state: 'stopped'\nOS-EXT-STS:task_state: null\nstatus: SHUTOFF\n",
  ],
  [
    'in a half-typed YAML status',
    'a.yaml',
    'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: rebooting\nstatus: RE|\n',
    'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: rebooting\nstatus: REBOOT\n',
  ],
  [
    'between the quotes of a JSON key that is missing',
    'a.json',
    '{\n  "OS-EXT-STS:vm_state": "active",\n  "OS-EXT-STS:task_state": "rebooting",\n  "sta|"\n}\n',
    '{\n  "OS-EXT-STS:vm_state": "active",\n  "OS-EXT-STS:task_state": "rebooting",\n  "status": "REBOOT"\n}\n',
  ],
];

describe('Completion', () => {
  before(startExtension);

  for (const [where, name, typed, expected] of TYPED) {
    it(`puts in what fits the siblings ${where}`, async () => {
      assert.equal(await acceptFirst(await openAtCursor(name, typed)), expected);
    });
  }

  it('offers null for task_state', async () => {
    const { text, offset } = withCursor('OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: |\n');
    const { document } = await openFile('a.yaml', text);
    const { items } = await completionsAt(document, offset);
    assert.ok(items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'null'));
  });

  it('offers no status for a volume', async () => {
    const { text, offset } = withCursor(
      '{"volume": {"status": "|"}, "server": {"OS-EXT-STS:vm_state": "active"}}',
    );
    const { document } = await openFile('volume.json', text);
    const { items } = await completionsAt(document, offset);
    // Words of other open files may be offered; ours are members of an enumeration.
    assert.ok(items.every(({ kind }) => kind !== CompletionItemKind.EnumMember));
  });
});
