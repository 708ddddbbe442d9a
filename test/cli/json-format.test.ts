import assert from 'node:assert/strict';
import { BAD, GOOD, inFolder, run } from './helpers';

/** The example of the interface: the fifth line, an emoji before it. */
const TEXT = [
  '{',
  '  "name": "🚀", "OS-EXT-STS:vm_state": "active",',
  '  "OS-EXT-STS:task_state": "rebooting",',
  '  "OS-EXT-STS:power_state": 1,',
  '  "name2": "🚀", "status": "ACTIVE"',
  '}',
  '',
].join('\n');

const parse = (folder: string, ...args: string[]) =>
  JSON.parse(run(folder, ['check', '--format', 'json', ...args]).out);

describe('check --format json', () => {
  it(
    'has the version 1, a summary and files',
    inFolder({ 'a.json': GOOD }, (folder) => {
      assert.deepEqual(parse(folder), {
        version: 1,
        summary: { files: 1, servers: 1, errors: 0, warnings: 0, informations: 0, hints: 0, skipped: 0 },
        files: [{ path: 'a.json', servers: 1, skipped: null, findings: [] }],
      });
    }),
  );

  it(
    'has a finding as the interface says',
    inFolder({ 'a.json': TEXT }, (folder) => {
      const at = TEXT.indexOf('"ACTIVE"');
      const { message, related, fixes, ...finding } = parse(folder).files[0].findings[0];
      assert.deepEqual(finding, {
        rule: 'status-mismatch',
        severity: 'error',
        cloud: 'openstack',
        range: {
          start: { line: 5, column: 28, offset: at },
          end: { line: 5, column: 36, offset: at + 8 },
        },
        server: { vmState: 'active', taskState: 'rebooting', status: 'ACTIVE', powerState: 1 },
        expected: ['REBOOT'],
      });
    }),
  );

  it(
    'has the places of the siblings with ranges',
    inFolder({ 'a.json': TEXT }, (folder) => {
      const { related } = parse(folder).files[0].findings[0];
      assert.deepEqual(
        related.map(({ range }: { range: { start: object } }) => range.start),
        [
          { line: 2, column: 40, offset: TEXT.indexOf('"active"') },
          { line: 3, column: 28, offset: TEXT.indexOf('"rebooting"') },
        ],
      );
    }),
  );

  it(
    'has fixes with edits in offsets',
    inFolder({ 'a.json': TEXT }, (folder) => {
      const fix = parse(folder).files[0].findings[0].fixes.find(
        ({ preferred }: { preferred: boolean }) => preferred,
      );
      assert.deepEqual(fix.edits, [{ offset: TEXT.indexOf('"ACTIVE"'), length: 8, text: '"REBOOT"' }]);
    }),
  );

  it(
    'has the same lines and columns in a CR LF text',
    inFolder({ 'a.json': TEXT, 'b.json': TEXT.replaceAll('\n', '\r\n') }, (folder) => {
      const [a, b] = parse(folder).files.map(
        ({ findings }: { findings: { range: { start: { line: number; column: number } } }[] }) => {
          const start = findings[0]?.range.start;
          return [start?.line, start?.column];
        },
      );
      assert.deepEqual(
        [a, b],
        [
          [5, 28],
          [5, 28],
        ],
      );
    }),
  );

  it(
    'counts a byte order mark as the first unit',
    inFolder({ 'a.json': `\uFEFF${BAD}` }, (folder) => {
      const { start } = parse(folder).files[0].findings[0].range;
      assert.equal(start.offset, BAD.indexOf('"ERROR"') + 1);
    }),
  );

  it(
    'leaves out files without servers and findings, and counts them',
    inFolder({ 'a.json': GOOD, 'b.json': '{"port": {"status": "DOWN"}}' }, (folder) => {
      const { files, summary } = parse(folder);
      assert.deepEqual([files.length, summary.files], [1, 2]);
    }),
  );

  it(
    'adds up the severities',
    inFolder(
      {
        'a.json': BAD,
        'b.yaml': 'OS-EXT-STS:vm_state: stopped\nOS-EXT-STS:task_state: None\nOS-EXT-STS:power_state: 1\n',
        'c.jsonl': '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "spawning"}\n',
      },
      (folder) => {
        const { errors, warnings, informations } = parse(folder).summary;
        assert.deepEqual([errors, warnings, informations], [1, 1, 1]);
      },
    ),
  );

  it(
    'is all that stands on standard output',
    inFolder({ 'a.json': BAD }, (folder) => {
      const { out } = run(folder, ['check', 'missing', 'a.json', '--format', 'json']);
      assert.doesNotThrow(() => JSON.parse(out));
    }),
  );
});
