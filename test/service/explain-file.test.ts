import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS, explainFile, readFixture } from '../../src/service';

const explain = (text: string, languageId: string, cloud = 'auto') =>
  explainFile(readFixture(text, languageId), { ...DEFAULT_OPTIONS, cloud });

const SERVER = '"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "REBOOT"';

describe('the explanation of a file', () => {
  it('says what each server says and which cloud it is held to', () => {
    const [server] = explain(`{"server": {${SERVER}}}`, 'json').servers;
    assert.equal(server?.says, 'server: active + rebooting, REBOOT');
    assert.equal(server?.cloud, 'OpenStack Nova');
    assert.equal(server?.because, 'nothing in the file points to another cloud');
  });

  it('points at what a cloud was recognised by', () => {
    const text = `{"server": {${SERVER}, "enterprise_project_id": "0"}}`;
    const [server] = explain(text, 'json').servers;
    assert.match(server?.because ?? '', /detected by enterprise_project_id/);
    assert.equal(text.slice(server?.evidence?.start, server?.evidence?.end), 'enterprise_project_id');
  });

  it('says that a cloud was chosen', () => {
    const [server] = explain(`{"server": {${SERVER}}}`, 'json', 'rackspace').servers;
    assert.deepEqual([server?.cloud, server?.because], ['Rackspace Cloud Servers', 'chosen']);
  });

  it('tells a server in a code block, and that a printed table is not read', () => {
    const text = `\`\`\`json\n{${SERVER}}\n\`\`\`\n\n| OS-EXT-STS:vm_state | active |\n| status | ERROR |\n`;
    const { servers, leftAlone } = explain(text, 'markdown');
    assert.deepEqual(
      servers.map(({ says }) => says.split(':')[0]),
      ['server in a code block'],
    );
    assert.deepEqual(
      leftAlone.map(({ reason }) => reason),
      ['a printed table is not read'],
    );
  });

  it('lists what it leaves alone in the order of the text, and points at it', () => {
    const row = '| OS-EXT-STS:vm_state |';
    const text = `${row} active |\n\n\`\`\`json\n{"server": {"status": "ACTIVE"}}\n\`\`\`\n\n${row} active |\n`;
    const { leftAlone } = explain(text, 'markdown');
    assert.deepEqual(
      leftAlone.map(({ span }) => text.slice(span.start, span.end)),
      [row, '{"status": "ACTIVE"}', row],
    );
  });

  it('tells a server in a string of a code block', () => {
    const text = `\`\`\`json\n{"a": ${JSON.stringify(`{${SERVER}}`)}}\n\`\`\`\n`;
    assert.deepEqual(
      explain(text, 'markdown').servers.map(({ says }) => says.split(':')[0]),
      ['server in a string'],
    );
  });

  it('knows a report of the check', () => {
    assert.equal(explain(`{"server": {${SERVER}}}`, 'json').isReport, false);
    const report = '{"version": 1, "summary": {"files": 1, "servers": 1}, "findings": []}';
    assert.equal(explain(report, 'json').isReport, true);
  });

  it('tells a server in a string of a program', () => {
    const [server] = explain(`const a = \`{${SERVER}}\`\n`, 'go').servers;
    assert.equal(server?.says.split(':')[0], 'server in a string');
  });

  it('tells a notification, and a server in a string or in Base64, from others', () => {
    const body = JSON.stringify(`{"server": {"name": "web-1", ${SERVER}}}`);
    const base64 = Buffer.from(`{"server": {"name": "web-2", ${SERVER}}}`).toString('base64');
    const notification = '{"nova_object.data": {"state": "active", "task_state": null}}';
    const other = JSON.stringify('{"vm_state": 7}');
    const { servers, strings } = explain(`[${body}, "${base64}", ${notification}, ${other}]`, 'json');
    assert.deepEqual(
      servers.map(({ says }) => says.split(':')[0]),
      ['server "web-1" in a string', 'server web-2 in Base64', 'notification'],
    );
    assert.equal(strings, 1);
  });

  it('says of each object that looks like a server why it is left alone', () => {
    const text = [
      'server: {status: UNKNOWN}',
      '---',
      'servers: [{name: web}]',
      '---',
      'labels: {"OS-EXT-STS:vm_state": State of the machine}',
      '---',
      'vm: {vmState: RUNNING, status: ok}',
      '---',
      `body: '{"server": {"OS-EXT-STS:vm_state": "active", "status": "REB'`,
    ].join('\n');
    const { leftAlone, servers } = explain(text, 'yaml');
    assert.deepEqual(servers, []);
    const reasons = leftAlone.map(({ reason }) => reason);
    assert.match(reasons[0] ?? '', /no vm_state or task_state/);
    assert.match(reasons[1] ?? '', /no vm_state, task_state or status/);
    assert.match(reasons[2] ?? '', /a dictionary or a form/);
    assert.match(reasons[3] ?? '', /no cloud has its values/);
    assert.match(reasons[4] ?? '', /ends early/);
    assert.equal(reasons.length, 5);
  });

  it('says what could not be read', () => {
    const deep = `${'[a, '.repeat(2000)}x${']'.repeat(2000)}\nserver: x: y`;
    assert.match(explain(deep, 'yaml').skipped ?? '', /too deep/);
  });
});
