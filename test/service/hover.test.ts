import assert from 'node:assert/strict';
import { clouds, resolveCloud } from '../../src/mapping';
import { hover, type Options, readFixture } from '../../src/service';
import { atCursor, optionsOf } from './helpers';

/** The hover at the mark `|`, with the text that it is about. */
function hoverAt(marked: string, languageId: string, options: Partial<Options> = {}) {
  const { text, offset } = atCursor(marked);
  const found = hover(readFixture(text, languageId), offset, optionsOf(options));
  return found && { markdown: found.markdown, about: text.slice(found.span.start, found.span.end) };
}

const TWINS = [
  [
    'json',
    (vm: string, task: string, status: string) =>
      `{ "OS-EXT-STS:vm_state": "${vm}", "OS-EXT-STS:task_state": "${task}", "status": "${status}", "OS-EXT-STS:power_state": 1 }`,
    '"',
  ],
  [
    'yaml',
    (vm: string, task: string, status: string) =>
      `OS-EXT-STS:vm_state: ${vm}\nOS-EXT-STS:task_state: ${task}\nstatus: ${status}\nOS-EXT-STS:power_state: 1\n`,
    '',
  ],
] as const;

for (const [languageId, server, quote] of TWINS) {
  describe(`hover in ${languageId}`, () => {
    it('is about the value with its quotes', () => {
      const found = hoverAt(server('active', 'rebooting', 'REB|OOT'), languageId);
      assert.equal(found?.about, `${quote}REBOOT${quote}`);
    });

    it('is about the key where the key is hovered', () => {
      const marked = server('active', 'rebooting', 'REBOOT').replace('status', 'sta|tus');
      assert.equal(hoverAt(marked, languageId)?.about, `${quote}status${quote}`);
    });

    for (const [what, marked] of [
      ['the status', server('active', 'rebooting', 'REB|OOT')],
      ['the vm_state', server('act|ive', 'rebooting', 'REBOOT')],
      ['the task_state', server('active', 'reb|ooting', 'REBOOT')],
      ['the key of the status', server('active', 'rebooting', 'REBOOT').replace('status', 's|tatus')],
    ] as const) {
      it(`tells the derivation and whose rule it is on ${what}`, () => {
        const markdown = hoverAt(marked, languageId)?.markdown ?? '';
        assert.match(markdown, /`active` \+ `rebooting` → `REBOOT`.*OpenStack/);
      });
    }

    it('tells what the value means', () => {
      const of = (status: string) => hoverAt(server('active', 'rebooting', status), languageId)?.markdown;
      assert.notEqual(of('|REBOOT')?.split('\n')[0], of('|PASSWORD')?.split('\n')[0]);
    });

    it('tells which other pairs give the status', () => {
      const markdown = hoverAt(server('active', 'rebooting', 'REB|OOT'), languageId)?.markdown ?? '';
      assert.match(markdown, /`active` \+ `reboot_pending`/);
    });

    it('links to the source', () => {
      const markdown = hoverAt(server('active', 'rebooting', 'REB|OOT'), languageId)?.markdown ?? '';
      assert.match(markdown, /\]\(https:\/\/[^)]+\)/);
    });

    it('tells the chosen cloud’s own meaning of SHELVED', () => {
      const of = (cloud: string) =>
        hoverAt(server('shelved', 'unshelving', 'SHEL|VED'), languageId, { cloud })?.markdown ?? '';
      assert.match(of('huaweicloud'), /image/);
      assert.match(of('openstack'), /host/);
    });

    it('explains the number of a power_state', () => {
      const marked = server('active', 'rebooting', 'REBOOT').replace(': 1', ': |1');
      assert.match(hoverAt(marked, languageId)?.markdown ?? '', /RUNNING/);
    });

    it('tells that a pair is UNKNOWN by the note', () => {
      const marked = server('active', 'resize_prep', 'RES|IZE');
      assert.match(hoverAt(marked, languageId, { cloud: 'huaweicloud' })?.markdown ?? '', /`UNKNOWN`.*note/);
    });

    it('tells OpenStack’s value where the cloud’s document is silent', () => {
      const marked = server('active', 'resize_prep', 'RES|IZE');
      assert.match(hoverAt(marked, languageId, { cloud: 'ecs-classic' })?.markdown ?? '', /`RESIZE`/);
    });

    it('repeats no pair and no cause where that is not asked', () => {
      const vmState = hoverAt(server('act|ive', 'rebooting', 'REBOOT'), languageId)?.markdown ?? '';
      assert.doesNotMatch(vmState, /Other pairs|Set by/);
      const power = server('active', 'rebooting', 'REBOOT').replace(': 1', ': |1');
      assert.doesNotMatch(hoverAt(power, languageId)?.markdown ?? '', /→|Other pairs|Set by/);
    });

    it('begins with the value where another one is wrong', () => {
      const found = hoverAt(server('act|ive', 'rebooting', 'ACTIVE'), languageId)?.markdown ?? '';
      assert.match(found, /^\*\*vm_state\*\* `active`/);
    });

    it('is nowhere between the fields', () => {
      const text =
        languageId === 'json'
          ? '{ | "id": 1, "OS-EXT-STS:vm_state": "active" }'
          : '|id: 1\nvm_state: active\ntask_state: null\n';
      assert.equal(hoverAt(text, languageId), undefined);
    });
  });
}

describe('hover on a status without states', () => {
  it('is served inside server', () => {
    assert.ok(hoverAt('{"server": {"status": "ACT|IVE"}}', 'json'));
  });

  it('is served inside servers', () => {
    assert.ok(hoverAt('servers:\n- status: ACT|IVE\n', 'yaml'));
  });

  it('is not served in a port', () => {
    assert.equal(hoverAt('{"server": {}, "port": {"status": "ACT|IVE"}}', 'json'), undefined);
  });

  it('is not served for a value that no cloud has', () => {
    assert.equal(hoverAt('{"server": {"status": "DO|WN"}}', 'json'), undefined);
  });

  it('is not served in a recorded answer', () => {
    assert.equal(hoverAt('{"server": {}, "response": {"status": {"co|de": 200}}}', 'json'), undefined);
  });
});

describe('hover on a task_state', () => {
  it('tells the operation that sets it', () => {
    const markdown = hoverAt(
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "reboo|ting"}',
      'json',
    );
    assert.match(markdown?.markdown ?? '', /reboot/);
  });

  it('tells every operation that sets it, and none where Nova never sets it', () => {
    const setBy = (vmState: string) => {
      const found = hoverAt(`OS-EXT-STS:vm_state: ${vmState}\nOS-EXT-STS:task_state: reboo|ting\n`, 'yaml');
      return found?.markdown.split('\n\n').find((part) => part.startsWith('Set by'));
    };
    assert.equal(setBy('active'), 'Set by: `soft_reboot`.');
    assert.equal(setBy('paused'), undefined);
    assert.equal(setBy('"{{ x }}"'), undefined);
    const idle = hoverAt('OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: nu|ll\n', 'yaml');
    assert.doesNotMatch(idle?.markdown ?? 'Set by', /Set by/);
  });

  it('tells that null means no operation', () => {
    const found = hoverAt('{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": nu|ll}', 'json');
    assert.match(found?.markdown ?? '', /[Nn]o operation/);
  });
});

describe('The meaning in a hover', () => {
  const heading = (marked: string) =>
    hoverAt(marked, 'yaml', { cloud: 'huaweicloud' })?.markdown.split('\n')[0] ?? '';

  it('is the chosen cloud’s, and OpenStack’s where it has none', () => {
    assert.match(
      heading('OS-EXT-STS:vm_state: shelved\nstatus: SHEL|VED\n'),
      /^\*\*status\*\* `SHELVED`: .*image/,
    );
    assert.match(
      heading('OS-EXT-STS:vm_state: pau|sed\nstatus: UNKNOWN\n'),
      /^\*\*vm_state\*\* `paused`: \w/,
    );
  });
});

describe('hover on a value that says nothing', () => {
  const heading = (marked: string) => hoverAt(marked, 'yaml')?.markdown.split('\n')[0] ?? '';
  const VM = 'OS-EXT-STS:vm_state: active\n';

  it('says null for each way to write it', () => {
    for (const written of ['nu|ll', '~|', ' |'])
      assert.match(
        heading(`${VM}OS-EXT-STS:task_state: ${written}\nstatus: ACTIVE\n`),
        /^\*\*task_state\*\* `null`: No operation/,
        written,
      );
  });

  it('shows the quotes of an empty text', () => {
    assert.match(heading(`${VM}status: "|"\n`), /^\*\*status\*\* `""`$/);
  });

  it('tells the value of a status of null before what follows from the states', () => {
    assert.match(heading(`${VM}status: nu|ll\n`), /^\*\*status\*\* `null`$/);
  });

  it('is not there for what only rules look at', () => {
    assert.equal(hoverAt(`${VM}status: ACTIVE\nprogress: 5|\n`, 'yaml'), undefined);
  });
});

describe('hover on a status that several pairs give', () => {
  /** The other pairs in a cloud whose status ON has `count` vm_states, the first of them also with an operation. */
  function pairsWith(count: number, taskState: string | null = 'x'): string {
    const vmStates = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].slice(0, count);
    const own = resolveCloud(
      {
        id: 'own',
        title: 'Own',
        statuses: { ON: 'On.' },
        rows: [
          ...vmStates.map((vmState) => ({ vmState, taskState: null, status: 'ON' })),
          { vmState: 'a', taskState, status: 'ON' },
        ],
      },
      new Map(),
    );
    const options = { cloud: 'own', clouds: new Map([...clouds, ['own', own]]) };
    const found = hoverAt(
      'OS-EXT-STS:vm_state: a\nOS-EXT-STS:task_state: null\nstatus: O|N\n',
      'yaml',
      options,
    );
    return found?.markdown.split('\n\n').find((part) => part.startsWith('Other')) ?? '';
  }

  it('lists the others by vm_state, five at most, and counts the rest', () => {
    assert.equal(pairsWith(2), 'Other pairs that give `ON`: `b` + `null`; `a` + `x`.');
    assert.doesNotMatch(pairsWith(5), /more/);
    assert.match(pairsWith(7), /: `b` \+ `null`; .*; `f` \+ `null`, and 2 more\.$/);
  });

  it('lists none where there is only one', () => {
    assert.equal(pairsWith(1, null), '');
  });
});

describe('hover in a server with a misspelt value', () => {
  it('names the nearest value instead of a status that would follow from the slip', () => {
    const found = hoverAt(
      'OS-EXT-STS:vm_state: actve\nOS-EXT-STS:task_state: null\nstatus: ACT|IVE\n',
      'yaml',
    );
    assert.match(
      found?.markdown ?? '',
      /`actve` is not a vm_state of OpenStack Nova\. Did you mean "active"\?/,
    );
  });
});

describe('hover on a text that is Markdown itself', () => {
  it('shows it as code, so that no image in it is fetched', () => {
    const text = 'a`![x](https://example.org/x.png)';
    const found = hoverAt(`OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: '${text}|'\n`, 'yaml');
    assert.ok(found?.markdown.startsWith(`**task_state** \`\` ${text} \`\``));
  });
});

describe('hover on a word that every object in JavaScript has', () => {
  for (const word of ['toString', '__proto__', 'constructor']) {
    it(`finds no meaning in ${word}`, () => {
      const found = hoverAt(`OS-EXT-STS:vm_state: active\nstatus: ${word}|\n`, 'yaml');
      assert.ok(found?.markdown.includes(`**status** \`${word}\`\n`));
    });
  }
});

describe('hover on a wrong status', () => {
  const markdownAt = (marked: string) => hoverAt(marked, 'json')?.markdown ?? '';
  const wrong = () =>
    markdownAt(
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "ACT|IVE"}',
    );

  it('says first what is expected', () => {
    const [rule, meaning] = wrong().split('\n\n');
    assert.match(rule ?? '', /^`active` \+ `rebooting` → `REBOOT`: a row of OpenStack Nova's table\.$/);
    assert.match(meaning ?? '', /^Expected: `REBOOT`: \w/);
  });

  it('has five lines at most and does not repeat the finding', () => {
    assert.ok(wrong().split('\n\n').length <= 5, wrong());
    assert.doesNotMatch(wrong(), /The file has/);
  });

  it('says of a server that is not certain what it can be', () => {
    const uncertain = markdownAt(
      '{"OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "?!", "status": "ACT|IVE"}',
    );
    assert.match(uncertain, /^Expected: \n- `SHUTOFF`: [^\n]+\n- `RESIZE`: [^\n]+\n- `REBUILD`: [^\n]+\n\n/);
  });

  it('says what the expected one means by the chosen cloud', () => {
    const marked =
      '{"OS-EXT-STS:vm_state": "shelved", "OS-EXT-STS:task_state": "unshelving", "status": "ACT|IVE"}';
    const { markdown = '' } = hoverAt(marked, 'json', { cloud: 'huaweicloud' }) ?? {};
    assert.match(markdown, /Expected: `SHELVED`: [^\n]*image/);
  });
});
