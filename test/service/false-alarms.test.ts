import assert from 'node:assert/strict';
import { checkText } from '../../src/service';

/** `rule severity` of every finding. */
function found(text: string, languageId = 'json'): string[] {
  return checkText(text, languageId).map(({ rule, severity }) => `${severity} ${rule}`);
}

const RIGHT = '"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null';

describe('A placeholder', () => {
  for (const status of [
    '%s',
    '{status}',
    '#{status}',
    '@@STATUS@@',
    '__STATUS__',
    '{% if r %}REBOOT{% endif %}',
  ]) {
    it(`is not judged: ${status}`, () => {
      assert.deepEqual(found(`{${RIGHT}, "status": "${status}"}`), []);
    });
  }

  for (const status of ['some_status', 'FAKE_STATUS', 'my_status_1', 'UNEXPECTED_STATUS', 'test-value'])
    it(`is a word that tests make up: ${status}`, () =>
      assert.deepEqual(found(`{${RIGHT}, "status": "${status}"}`), []));

  it('is a task_state that is made up', () =>
    assert.deepEqual(
      found('{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "fake-task", "status": "ACTIVE"}'),
      [],
    ));

  for (const value of ['{{ s }}', '{% if s %}"A"{% endif %}', '{{ s | tojson }}']) {
    it(`is not judged without quotes: ${value}`, () => {
      assert.deepEqual(found(`{${RIGHT}, "status": ${value}, "OS-EXT-STS:power_state": ${value}}`), []);
    });
  }

  it('is not judged without quotes in YAML', () => {
    assert.deepEqual(
      found('OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: {{ task }}\nstatus: REBOOT\n', 'yaml'),
      [],
    );
  });
});

describe('A table about the fields', () => {
  it('of types is no server', () => {
    assert.deepEqual(
      found(
        '{"server": {"OS-EXT-STS:vm_state": "string", "OS-EXT-STS:task_state": "string", "status": "string"}}',
      ),
      [],
    );
  });

  it('of numbers or booleans is no server', () => {
    assert.deepEqual(
      found('{"OS-EXT-STS:vm_state": true, "OS-EXT-STS:task_state": false, "status": true}'),
      [],
    );
    assert.deepEqual(found('{"OS-EXT-STS:vm_state": 20, "OS-EXT-STS:task_state": 30, "status": 10}'), []);
  });
});

describe("Another product's list of servers", () => {
  for (const status of ['stopped', 'running', 'failed', 'terminated'])
    it(`is left alone when its statuses are words in lower case: ${status}`, () => {
      const server = `{"vm_state": "active", "task_state": null, "status": "${status}"}`;
      assert.deepEqual(found(`{"instances": [${server}]}`), []);
      assert.deepEqual(found(server.replace(/"(vm|task)/g, '"OS-EXT-STS:$1')), ['error unknown-status']);
      assert.deepEqual(found(`{"server": ${server}}`), ['error unknown-status']);
    });

  it('is left alone when its status is nobody’s', () => {
    assert.deepEqual(found('{"servers": [{"vm_state": "paused", "status": "ok"}]}'), []);
  });
});

describe('A pair that Rackspace’s page has no row for', () => {
  for (const [vmState, taskState, status] of [
    ['stopped', 'resize_prep', 'RESIZE'],
    ['error', 'rebuilding', 'REBUILD'],
    ['shelved', null, 'SHELVED'],
  ]) {
    it(`is no error with OpenStack’s status: ${vmState} + ${taskState}`, () => {
      const server = {
        'OS-EXT-STS:vm_state': vmState,
        'OS-EXT-STS:task_state': taskState,
        status,
        'RAX-x:y': '1',
      };
      assert.deepEqual(
        found(JSON.stringify(server)).filter((finding) => /error|warning/.test(finding)),
        [],
      );
    });
  }
});

describe('Evidence', () => {
  const NOVA = '"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "resize_prep", "status": "UNKNOWN"';

  it('is not taken from prose', () => {
    assert.deepEqual(found(`{"description": "charging_mode: monthly", "server": {${NOVA}}}`), [
      'error status-mismatch',
    ]);
  });

  it('is not taken from a comment about something else', () => {
    const text = '# RAX-123: for a ticket\nOS-EXT-STS:vm_state: active\nstatus: ACTIVE\n';
    assert.deepEqual(
      checkText(text.replace('ACTIVE', 'SHUTOFF'), 'yaml').map(({ cloud }) => cloud),
      ['openstack'],
    );
  });
});

describe('A server with prefixed and bare keys', () => {
  it('is judged by the prefixed ones', () => {
    const pair = '"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting"';
    assert.deepEqual(found(`{${pair}, "status": "REBOOT", "task_state": null}`), []);
    assert.deepEqual(found(`{"task_state": null, ${pair}, "status": "REBOOT"}`), []);
  });
});

describe('A status written as "None"', () => {
  it('is no status, and the right one is named', () => {
    const [finding] = checkText(`{${RIGHT}, "status": "None"}`, 'json');
    assert.equal(finding?.rule, 'unknown-status');
    assert.deepEqual(finding?.expected, ['ACTIVE']);
  });
});

describe('A value behind an anchor', () => {
  it('gets no preferred fix: other servers may have it too', () => {
    const text = 'a: {OS-EXT-STS:vm_state: active, status: &s REBOOT}\n';
    const [finding] = checkText(text, 'yaml');
    assert.deepEqual(
      finding?.fixes.filter(({ preferred }) => preferred),
      [],
    );
  });
});

describe('A message', () => {
  it('is one line without control characters, whatever the value', () => {
    const [finding] = checkText(`{${RIGHT}, "status": "A\\nB\\u001b31m${'X'.repeat(5000)}"}`, 'json');
    assert.match(finding?.message ?? '', /^[^\p{Cc}]{1,500}$/u);
  });
});

describe('A block of silence', () => {
  it('ends with a comment that is of use even where nothing follows', () => {
    const wrong = 'OS-EXT-STS:vm_state: active\nstatus: SHUTOFF\n';
    assert.deepEqual(found(`# server-status-disable\n${wrong}# server-status-enable\n`, 'yaml'), []);
  });
});

describe('A value that stands for others', () => {
  for (const value of [
    '%[2]s',
    '%1$s',
    'ACTIVE|BUILD',
    '/^(ACTIVE|BUILD)$/',
    '*',
    '...',
    '%STATUS%',
    '[status]',
    '#string',
    '@string@',
    '@null@',
    '!error',
    'regex:a',
    'REPLACE_ME',
    'xxx',
    'any',
    'status',
  ]) {
    it(`is not judged: ${value}`, () => {
      const states = `"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null`;
      assert.deepEqual(found(`{${states}, "status": "${value}"}`), []);
      assert.deepEqual(found(`{"OS-EXT-STS:vm_state": "${value}", "status": "ACTIVE"}`), []);
      assert.deepEqual(found(`{${RIGHT}, "OS-EXT-STS:task_state": "${value}", "status": "ACTIVE"}`), []);
    });
  }
});

describe('Another product that calls something vm_state', () => {
  for (const object of [
    '{"instances": [{"status": "Stopped", "vm_state": "stopped"}, {"status": "Running", "vm_state": "active"}]}',
    '{"instances": [{"status": "active", "vm_state": "active"}]}',
    '{"vnf": {"vm_state": "RUNNING", "status": "ACTIVE"}}',
    '{"vm": {"vm_state": "STOPPED", "status": "ERROR", "power_state": "off"}, "x": 1}',
    '{"vm_state": "ready", "task_state": "error", "status": "ERROR"}',
    '{"vm_state": "provisioned", "task_state": "running", "status": "ACTIVE"}',
    '{"vm_state": null, "task_state": "SUCCESS", "status": "ERROR"}',
    '{"vm_state": "active", "task_state": null, "status": "success"}',
    '{"vm_state": "active", "task_state": null, "status": 200}',
    '{"vm_state": "active", "task_state": null, "status": {"phase": "Running"}}',
    '{"vm_state": "active", "task_state": null, "status": "ACTIVE", "power_state": "on"}',
    '{"OS-EXT-STS:vm_state": "Active", "OS-EXT-STS:task_state": "Task", "status": "Status"}',
    '{"OS-EXT-STS:vm_state": "vmState", "OS-EXT-STS:task_state": null, "status": "status"}',
  ]) {
    it(`is no server that is wrong: ${object}`, () => assert.deepEqual(found(object), []));
  }
});

describe('A cloud that was only recognised', () => {
  it('has no fix that is preferred for a value of Nova’s: the server may well answer it', () => {
    const link = '"href": "https://dfw.servers.api.rackspacecloud.com/v2/servers/1"';
    const text = `{"OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "powering-on", "status": "SHUTOFF", ${link}}`;
    const [finding] = checkText(text, 'json');
    assert.deepEqual([finding?.rule, finding?.severity], ['unknown-task-state', 'information']);
    assert.deepEqual(
      finding?.fixes.map(({ title, preferred }) => [title, preferred]),
      [['Set OS-EXT-STS:task_state to powering_on', false]],
    );
  });
});

describe('A power_state', () => {
  for (const [languageId, number] of [
    ['yaml', '0x1'],
    ['python', '0x01'],
    ['python', '0b1'],
    ['python', '1L'],
    ['go', '0b1'],
    ['javascript', '1n'],
    ['rust', '1u8'],
    ['rust', '1_i64'],
    ['php', '01'],
  ] as const)
    it(`is the same number however ${languageId} writes it: ${number}`, () => {
      const arrow = languageId === 'php' ? '=>' : ':';
      const text = `{"OS-EXT-STS:vm_state": "active", "status": "ACTIVE", "OS-EXT-STS:power_state": ${number}}`;
      const written =
        languageId === 'php'
          ? `<?php $a = [${text.slice(1, -1).replaceAll(':', arrow).replaceAll('STS=>', 'STS:')}];`
          : text;
      const code = languageId === 'yaml' || languageId === 'php' ? written : `x = ${written}`;
      assert.deepEqual(
        found(languageId === 'go' ? code.replace('{', 'map[string]any{') : code, languageId),
        [],
      );
      const wrong = (languageId === 'go' ? code.replace('{', 'map[string]any{') : code).replace(number, '99');
      assert.deepEqual(found(wrong, languageId), ['warning wrong-type']);
    });
});
