import assert from 'node:assert/strict';
import { accept, labelsAt, listAt } from './completing';

/** A server in JSON and in YAML, each value as it is written there. */
const TWINS = [
  [
    'json',
    (vmState: string, taskState: string, status: string) =>
      `{\n  "OS-EXT-STS:vm_state": ${vmState},\n  "OS-EXT-STS:task_state": ${taskState},\n  "status": ${status},\n  "id": 1\n}\n`,
  ],
  [
    'yaml',
    (vmState: string, taskState: string, status: string) =>
      `server:\n  OS-EXT-STS:vm_state: ${vmState}\n  OS-EXT-STS:task_state: ${taskState}\n  status: ${status}\n  id: 1\n`,
  ],
] as const;

for (const [languageId, server] of TWINS) {
  describe(`completing a value in ${languageId}`, () => {
    for (const [vmState, taskState, status] of [
      ['active', 'rebooting', 'REBOOT'],
      ['stopped', 'resize_prep', 'RESIZE'],
      ['error', 'rebuild_spawning', 'REBUILD'],
      ['shelved', 'powering-on', 'SHELVED'],
      ['soft-delete', 'restoring', 'SOFT_DELETED'],
    ] as const) {
      it(`has ${status} first beside ${vmState} and ${taskState}`, () => {
        const marked = server(`"${vmState}"`, `"${taskState}"`, '"|"');
        assert.equal(labelsAt(marked, languageId)[0], status);
      });

      it(`has ${vmState} first beside ${taskState} and ${status}`, () => {
        const marked = server('"|"', `"${taskState}"`, `"${status}"`);
        const first = labelsAt(marked, languageId)[0];
        // Two vm_states give REBUILD and RESIZE with these operations.
        assert.ok(first === vmState || (['RESIZE', 'REBUILD'].includes(status) && first === 'active'), first);
      });
    }

    it('has null first for the task_state of an ACTIVE active server', () => {
      assert.equal(labelsAt(server('"active"', '"|"', '"ACTIVE"'), languageId)[0], 'null');
    });

    it('has an operation that gives the status first for the task_state', () => {
      const first = labelsAt(server('"active"', '"|"', '"HARD_REBOOT"'), languageId)[0];
      assert.equal(first, 'rebooting_hard');
    });

    it('has every status of OpenStack, each once', () => {
      const labels = labelsAt(server('"active"', 'null', '"|"'), languageId);
      assert.deepEqual([labels.length, new Set(labels).size], [20, 20]);
    });

    it('has the statuses of the chosen cloud alone', () => {
      const labels = labelsAt(server('"active"', 'null', '"|"'), languageId, { cloud: 'ecs-classic' });
      assert.equal(labels.length, 12);
    });

    it('has UNKNOWN first where the chosen cloud’s note says so', () => {
      const marked = server('"active"', '"resize_prep"', '"|"');
      assert.equal(labelsAt(marked, languageId, { cloud: 'huaweicloud' })[0], 'UNKNOWN');
    });

    it('has every vm_state and every task_state with null', () => {
      assert.equal(labelsAt(server('"|"', 'null', '"ACTIVE"'), languageId).length, 12);
      assert.equal(labelsAt(server('"active"', '"|"', '"ACTIVE"'), languageId).length, 43);
    });

    it('gives each value its meaning', () => {
      for (const { label, markdown } of listAt(server('"active"', 'null', '"|"'), languageId)?.items ?? []) {
        assert.match(markdown, /\w+/, label);
      }
    });

    for (const [what, written] of [
      ['an empty text', '"|"'],
      ['a half-typed text', '"RE|"'],
      ['the middle of another value', '"ACT|IVE"'],
      ['the place before the quote', '|"ACTIVE"'],
      ['the place behind the quote', '"ACTIVE"|'],
    ] as const) {
      it(`replaces ${what} and doubles no quote`, () => {
        const marked = server('"active"', '"rebooting"', written);
        assert.equal(accept(marked, languageId, 'REBOOT'), server('"active"', '"rebooting"', '"REBOOT"'));
      });
    }

    it('writes null for a task_state without quotes', () => {
      assert.equal(
        accept(server('"active"', '"|"', '"ACTIVE"'), languageId, 'null'),
        server('"active"', 'null', '"ACTIVE"'),
      );
    });

    it('replaces null by an operation', () => {
      const accepted = accept(server('"active"', 'nu|ll', '"REBOOT"'), languageId, 'rebooting');
      const quote = languageId === 'json' ? '"' : '';
      assert.equal(accepted, server('"active"', `${quote}rebooting${quote}`, '"REBOOT"'));
    });

    it('has a filter that begins with the quote that is there', () => {
      for (const { filter } of listAt(server('"active"', 'null', '"|"'), languageId)?.items ?? []) {
        assert.ok(filter.startsWith('"'), filter);
      }
    });
  });
}

describe('completing a value that is not there yet in JSON', () => {
  const server = (status: string, rest = '') => `{"OS-EXT-STS:vm_state": "active", "status":${status}${rest}`;

  for (const [what, before, after] of [
    ['behind a colon and a blank', ' |', ' "ACTIVE"'],
    ['right behind the colon', '|', ' "ACTIVE"'],
  ] as const) {
    it(`writes it ${what}`, () => {
      assert.equal(accept(server(before, '}'), 'json'), server(after, '}'));
    });
  }

  it('writes it where a quote is open', () => {
    assert.equal(accept(server(' "|'), 'json'), server(' "ACTIVE"'));
  });

  it('leaves the next lines alone where a quote is open', () => {
    const rest = ',\n  "OS-EXT-STS:task_state": null\n}';
    assert.equal(accept(server(' "AC|', `\n${rest}`), 'json'), server(' "ACTIVE"', `\n${rest}`));
  });

  it('leaves the rest of the line alone where a quote is open', () => {
    assert.equal(accept(server(' "AC|, id', '\n}'), 'json'), server(' "ACTIVE", id', '\n}'));
  });

  it('replaces the whole of a bare word, and of a placeholder', () => {
    assert.equal(accept(server(' AC|T', '}'), 'json'), server(' "ACTIVE"', '}'));
    assert.equal(accept(server(' "{{ s| }}"', '}'), 'json'), server(' "ACTIVE"', '}'));
  });

  it('replaces a bare word', () => {
    assert.equal(accept(server(' ACT|', '}'), 'json'), server(' "ACTIVE"', '}'));
  });
});

describe('completing a value that is not there yet in YAML', () => {
  const server = (status: string) => `server:\n  OS-EXT-STS:vm_state: active\n  status:${status}\n  id: 1\n`;

  for (const [what, before, after] of [
    ['behind a colon and a blank', ' |', ' ACTIVE'],
    ['right behind the colon', '|', ' ACTIVE'],
    ['where a word is half typed', ' AC|', ' ACTIVE'],
    ['in single quotes', " '|'", " 'ACTIVE'"],
    ['in double quotes', ' "|"', ' "ACTIVE"'],
    ['before a comment', ' | # now', ' ACTIVE # now'],
    ['right before a comment', ' |# now', ' ACTIVE # now'],
    ['in place of a placeholder', " '{{ s| }}'", " 'ACTIVE'"],
  ] as const) {
    it(`writes it ${what}`, () => {
      assert.equal(accept(server(before), 'yaml'), server(after));
    });
  }

  it('writes it right before a comment in a code block', () => {
    const block = (status: string) => `\`\`\`yaml\n${server(status)}\`\`\`\n`;
    assert.equal(accept(block(' |# now'), 'markdown'), block(' ACTIVE # now'));
  });

  for (const [what, before, filter] of [
    ['the word', ' AC|', 'ACTIVE'],
    ['the single quote', " 'AC|'", "'ACTIVE'"],
    ['the double quote', ' "AC|"', '"ACTIVE"'],
  ] as const) {
    it(`compares with ${what} that is typed`, () => {
      assert.equal(listAt(server(before), 'yaml')?.items[0]?.filter, filter);
    });
  }

  it('writes it at the cursor behind several blanks', () => {
    assert.equal(accept(server('   |'), 'yaml'), server('   ACTIVE'));
  });

  it('writes it where a single quote is open', () => {
    const open = (value: string) => `OS-EXT-STS:vm_state: active\nstatus: ${value}`;
    assert.equal(accept(open("'AC|"), 'yaml'), open("'ACTIVE'"));
    assert.equal(accept(open('"AC|'), 'yaml'), open('"ACTIVE"'));
  });

  it('writes it into a block text, where null has no place', () => {
    const block = (value: string) => `OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: >-\n  ${value}\n`;
    assert.equal(accept(block('reb|'), 'yaml', 'rebooting'), block('rebooting'));
    assert.equal(labelsAt(block('reb|'), 'yaml').includes('null'), false);
  });

  it('has no list behind a tag that allows no value', () => {
    assert.equal(listAt(server(' !own AC|'), 'yaml'), undefined);
  });

  it('writes it in a flow map', () => {
    assert.equal(
      accept('{OS-EXT-STS:vm_state: active, status: |, id: 1}', 'yaml'),
      '{OS-EXT-STS:vm_state: active, status: ACTIVE, id: 1}',
    );
  });

  it('writes it at the end of the text', () => {
    assert.equal(
      accept('OS-EXT-STS:vm_state: active\nstatus: |', 'yaml'),
      'OS-EXT-STS:vm_state: active\nstatus: ACTIVE',
    );
  });

  it('writes it in a CR LF text', () => {
    assert.equal(
      accept('OS-EXT-STS:vm_state: active\r\nstatus: |\r\nid: 1\r\n', 'yaml'),
      'OS-EXT-STS:vm_state: active\r\nstatus: ACTIVE\r\nid: 1\r\n',
    );
  });
});

describe('completing a value in a program', () => {
  it('replaces it behind an arrow', () => {
    const server = (status: string) => `s = { 'OS-EXT-STS:vm_state' => 'active', 'status' => '${status}' }\n`;
    assert.equal(accept(server('PAU|SED'), 'ruby', 'ACTIVE'), server('ACTIVE'));
  });
});

describe('Completion of a status', () => {
  for (const written of ['"status": |', '"status": "|"', '"status":|'])
    it(`comes where the comma behind it is missing: ${written}`, () => {
      const text = `{\n  ${written}\n  "OS-EXT-STS:vm_state": "stopped"\n}`;
      assert.equal(labelsAt(text, 'json')[0], 'SHUTOFF');
    });

  for (const written of [
    '{ "vm_state": "stopped", "status": "|" }',
    '{ "vm_state": "stopped", "status": | }',
  ])
    it(`comes beside a bare vm_state: ${written}`, () => {
      assert.equal(labelsAt(written, 'json')[0], 'SHUTOFF');
    });

  it('comes beside a bare vm_state in YAML', () => {
    assert.equal(labelsAt('vm_state: stopped\nstatus: |\n', 'yaml')[0], 'SHUTOFF');
  });

  it('does not come beside another product’s vm_state', () => {
    assert.deepEqual(labelsAt('{ "vm_state": "RUNNING", "status": "|" }', 'json'), []);
  });
});
