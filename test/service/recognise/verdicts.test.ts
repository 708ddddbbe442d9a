import assert from 'node:assert/strict';
import { itemsOf, readObjects } from '../../../src/fixture';
import { clouds } from '../../../src/mapping';
import { readFixture } from '../../../src/service';
import { likenesses, likenessesFor } from '../../../src/service/recognise/likeness';
import { findMarks } from '../../../src/service/recognise/marks';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';

/**
 * What an object is taken for: a server, or why it is left alone; nothing where nobody would mistake it. A map of its
 * own for the clouds lets nothing be known from earlier tests.
 */
function verdictOf(value: unknown): string {
  const { servers, leftAlone } = readFixture(JSON.stringify(value), 'json', { clouds: new Map(clouds) });
  return [...servers.map(() => 'server'), ...leftAlone.map(({ reason }) => String(reason))].join();
}

const VERDICTS: readonly (readonly [verdict: string, what: string, value: unknown])[] = [
  ['server', 'a prefixed vm_state', { [VM]: 'active' }],
  ['server', 'a prefixed task_state', { [TASK]: 'rebooting' }],
  ['server', 'a prefixed null', { [TASK]: null }],
  ['server', 'nulls', { [VM]: null, [TASK]: null, status: null }],
  ['nothing-written', 'null and an empty status', { [TASK]: null, status: '' }],
  ['server', 'null and a status', { [TASK]: null, status: 'ODD' }],
  ['server', 'null and an empty status beside a state', { [VM]: 'active', [TASK]: null, status: '' }],
  ['nothing-written', 'a form', { [VM]: '', [TASK]: '', status: '' }],
  ['nothing-written', 'numbers', { [VM]: 3, status: true }],
  ['server', 'numbers where a server is due', { server: { [VM]: 3, status: true } }],
  ['server', 'a number where servers are due', { servers: [{ [VM]: 3 }] }],
  ['nothing-written', 'an empty text where a server is due', { server: { [VM]: '' } }],
  ['server', 'an odd state with a power_state', { [VM]: 'frozen', 'OS-EXT-STS:power_state': 1 }],
  [
    'labels',
    'an odd state with a label for a power_state',
    { [VM]: 'Frozen Water', 'OS-EXT-STS:power_state': 'Power' },
  ],
  ['labels', 'labels', { [VM]: 'VM State', status: 'Status' }],
  ['labels', 'odd words', { [VM]: 'frozen', status: 'ODD' }],
  ['server', 'odd words where a server is due', { server: { [VM]: 'frozen', status: 'ODD' } }],
  ['labels', 'a label where a server is due', { server: { [VM]: 'The state', status: 'ODD' } }],
  ['server', 'a slip of the pen', { [VM]: 'activ', status: 'ODD' }],
  ['labels', 'a slip of the pen beside a label', { [VM]: 'activ', status: 'The Status' }],
  ['server', 'a state beside a label', { [VM]: 'active', status: 'The Status' }],
  [
    'server',
    'two slips of the pen beside a label',
    { [VM]: 'activ', [TASK]: 'rebootin', status: 'The Status' },
  ],
  ['labels', 'capital letters in a word', { [VM]: 'activ', status: 'OddOne' }],
  ['field-descriptions', 'a description', { [VM]: { type: 'string' }, status: 'ACTIVE' }],
  ['field-descriptions', 'a description of a bare key', { vm_state: { type: 'string' }, status: ['ACTIVE'] }],
  ['server', 'a state beside a map', { [VM]: 'active', [TASK]: {} }],
  ['server', 'a task_state beside a list', { [VM]: [], [TASK]: 'rebooting' }],

  ['server', 'a capital letter in a slip of the pen', { [VM]: 'Activ' }],
  ['server', 'a slip of the pen beside a number', { [VM]: 'activ', status: 7 }],
  ['server', 'a word for null where a server is due', { server: { [VM]: 'frosty', [TASK]: 'None' } }],
  ['server', 'a boolean where a server is due', { server: { [VM]: true } }],
  ['server', 'a number beside a label where a server is due', { server: { [VM]: 3, status: 'The Status' } }],
  [
    'server',
    'slips of the pen in words of which one is of few clouds',
    { [VM]: 'shelved_offloadd', [TASK]: 'rebootin', status: 'The Status' },
  ],
  ['field-descriptions', 'lists', { [VM]: ['active'], status: ['ACTIVE'] }],
  [
    'server',
    'a key that is only like one beside it',
    { [VM]: 'active', taskState: 'rebooting', status: 'REBOOT' },
  ],
  ['', 'a key that is only like that of a task_state', { taskState: 'rebooting', status: 'REBOOT' }],
  ['labels,labels', 'labels, twice', [{ [VM]: 'VM State' }, { [VM]: 'VM State' }]],
  ['nothing-written,nothing-written', 'a form, twice', [{ [VM]: '' }, { [VM]: '' }]],

  ['server', 'bare keys', { vm_state: 'active', status: 'ACTIVE' }],
  [
    'server',
    'a bare vm_state that is filled in',
    { vm_state: '{{ x }}', task_state: 'rebooting', status: 'REBOOT' },
  ],
  ['server', 'a bare vm_state of null', { vm_state: null, task_state: 'rebooting', status: 'REBOOT' }],
  [
    'server',
    'a slip of the pen in a bare vm_state of few clouds',
    { vm_state: 'shelved_offloadd', status: 'SHELVED_OFFLOADED' },
  ],
  ['other-product', 'a bare vm_state beside an odd status', { vm_state: 'active', status: 'ODD' }],
  ['other-product', 'an odd bare vm_state beside a status', { vm_state: 'rolling', status: 'ACTIVE' }],
  ['too-little', 'a bare vm_state', { vm_state: 'active' }],
  ['too-little', 'a bare vm_state and a number', { vm_state: 'active', status: 7 }],
  ['too-little', 'bare keys with an empty status', { vm_state: 'active', status: '' }],
  ['server', 'a bare vm_state and null', { vm_state: 'active', task_state: null }],
  ['too-little', 'a bare vm_state, null and a number', { vm_state: 'active', task_state: null, status: 7 }],
  ['other-product', 'an odd bare vm_state', { vm_state: 'rolling' }],
  ['', 'a number for a bare vm_state', { vm_state: 7 }],
  ['other-product', 'a bare vm_state with a capital letter', { vm_state: 'Active', status: 'ACTIVE' }],
  ['other-product', 'a bare status in small letters', { vm_state: 'active', status: 'active' }],
  ['server', 'a slip of the pen in a bare vm_state', { vm_state: 'activ', status: 'ACTIVE' }],
  ['server', 'a slip of the pen in the status beside it', { vm_state: 'active', status: 'ACTIV' }],
  ['other-product', 'two slips of the pen', { vm_state: 'activ', status: 'ACTIV' }],
  ['other-product', 'an odd bare task_state', { vm_state: 'active', task_state: 'rolling' }],
  [
    'other-product',
    'an odd vm_state beside a bare task_state',
    { vm_state: 'rolling', task_state: 'rebooting' },
  ],
  ['server', 'null and a bare task_state', { vm_state: null, task_state: 'rebooting' }],
  ['other-product', 'bare nulls', { vm_state: null, task_state: null }],
  ['other-product', 'bare keys and an odd status', { vm_state: 'active', task_state: null, status: 'ODD' }],
  ['server', 'bare keys and a status that is open', { vm_state: 'active', task_state: 'None', status: null }],
  ['', 'a task_state alone', { task_state: 'rebooting' }],

  ['status-only', 'a status where a server is due', { server: { status: 'ACTIVE' } }],
  ['no-state', 'nothing where a server is due', { server: { id: 1 } }],
  ['', 'a status', { image: { status: 'ACTIVE' } }],
  ['', 'a power_state', { 'OS-EXT-STS:power_state': 1 }],
  ['server', 'a state of now beside a prefixed one', { state: 'x', [VM]: 'active' }],
];

describe('An object', () => {
  for (const [verdict, what, value] of VERDICTS)
    it(`is ${verdict || 'nothing'} with ${what}`, () => assert.equal(verdictOf(value), verdict));
});

const NOTIFICATIONS: readonly (readonly [verdict: string, what: string, value: unknown])[] = [
  ['server', 'a state and a task_state', { state: 'active', task_state: 'rebooting' }],
  ['', 'a state alone', { state: 'active', power_state: 1 }],
  ['', 'a state beside a status', { state: 'active', task_state: 'rebooting', status: 'ACTIVE' }],
  ['server', 'a state beside a vm_state', { vm_state: 'active', state: 'up', task_state: null }],
  ['other-product', 'a slip of the pen', { state: 'activ', task_state: 'rebooting' }],
  ['server', 'a slip of the pen in a payload', { payload: { state: 'activ', task_state: 'rebooting' } }],
  [
    'other-product,other-product',
    'a slip of the pen beside an odd word',
    { state: 'activ', task_state: null, old_state: 'frosty', old_task_state: null },
  ],
  ['server,server', 'the state before', { state: 'active', task_state: null, old_state: 'building' }],
  ['server', 'only the states before', { old_state: 'building', old_task_state: 'spawning' }],
  ['server,other-product', 'a new task_state alone', { old_state: 'building', new_task_state: 'spawning' }],
  ['nothing-written', 'nothing', { payload: { state: '', new_task_state: null } }],
  ['other-product', 'a task_state beside nothing', { payload: { state: '', task_state: 'rebooting' } }],
  ['other-product', 'an odd task_state', { payload: { state: 'active', task_state: 'frosty' } }],
  [
    'server',
    'an odd task_state in a version',
    { 'nova_object.data': { state: 'active', task_state: 'frosty' } },
  ],
  ['other-product', 'odd words in a version', { 'nova_object.data': { state: 'up', task_state: 'frosty' } }],
  [
    'server,server,server,server',
    'two states, twice',
    [1, 2].map(() => ({ state: 'active', task_state: null, old_state: 'building' })),
  ],
];

describe('What may be a notification', () => {
  for (const [verdict, what, value] of NOTIFICATIONS)
    it(`is ${verdict || 'nothing'} with ${what}`, () => assert.equal(verdictOf(value), verdict));
});

describe('Objects that say the same', () => {
  const numbers = (text: string, languageId = 'json') => {
    const { of: likenessOf } = likenesses();
    return readObjects(text, languageId, { embeddedJson: true, leftAlone: true }).objects.map(likenessOf);
  };

  it('have the same number, wherever they stand', () =>
    assert.deepEqual(
      numbers(
        `[{"${VM}": "a", "status": "b"}, {"${VM}": "c"}, {"id": 1, "${VM}":"a", "status":  "b"}, {"${VM}": "c"}]`,
      ),
      [0, 1, 0, 1],
    ));

  for (const [what, one, other] of [
    ['a value', `{"${VM}": "a"}`, `{"${VM}": "b"}`],
    ['a key', `{"${VM}": "a"}`, '{"vm_state": "a"}'],
    ['a kind', `{"${VM}": "1"}`, `{"${VM}": 1}`],
    ['null', `{"${VM}": "null"}`, `{"${VM}": null}`],
    ['null and nothing', `{"${VM}": null}`, `{"${VM}": ""}`],
    ['a boolean', `{"${VM}": true}`, `{"${VM}": "true"}`],
    ['a map and a list', `{"${VM}": {}}`, `{"${VM}": []}`],
    ['a field more', `{"${VM}": "a"}`, `{"${VM}": "a", "status": "b"}`],
    ['a field for another', `{"${VM}": "a", "status": "b"}`, `{"${VM}": "a", "fault": "b"}`],
    ['fields in another order', `{"${VM}": "a", "${TASK}": "b"}`, `{"${TASK}": "b", "${VM}": "a"}`],
    ['what they stand in', `{"server": {"${VM}": "a"}}`, `{"${VM}": "a"}`],
    ['that one goes on', `{"${VM}": "a"}`, `{"${VM}": "a", ...}`],
  ] as const)
    it(`do not where they differ by ${what}`, () => {
      assert.deepEqual(numbers(`[${one}, ${other}, ${one}, ${other}, ${other}]`), [0, 1, 0, 1, 1]);
    });

  it('have the same number in all short texts that are read under the same clouds', () => {
    const [own, other] = [new Map(clouds), new Map(clouds)];
    const numbersFor = likenessesFor('{}', own);
    assert.equal(likenessesFor('[]', own), numbersFor);
    assert.notEqual(likenessesFor('[]', other), numbersFor);
    assert.notEqual(likenessesFor(' '.repeat(20_000), own), numbersFor);
  });

  it('have new numbers after a thousand, so what is known does not grow', () => {
    const own = new Map(clouds);
    const numbersFor = likenessesFor('', own);
    const text = JSON.stringify(Array.from({ length: 1000 }, (_, i) => ({ [VM]: `a${i}` })));
    for (const object of readObjects(text, 'json', { embeddedJson: true, leftAlone: true }).objects) {
      assert.equal(likenessesFor('', own), numbersFor);
      numbersFor(object);
    }
    assert.notEqual(likenessesFor('', own), numbersFor);
  });

  it('do not where one is null, as in YAML, and the other is not there yet', () => {
    const { of: likenessOf } = likenesses();
    const numberOf = (text: string, languageId: string) => {
      const [object] = readObjects(text, languageId, { embeddedJson: true, leftAlone: true }).objects;
      return object && likenessOf({ ...object, isUnfinished: undefined });
    };
    assert.deepEqual(
      [numberOf(`{"${VM}": }`, 'json'), numberOf(`${VM}:\n`, 'yaml'), numberOf(`${VM}: # a\n`, 'yaml')],
      [0, 1, 1],
    );
  });
});

describe('What gives a cloud away', () => {
  const marksIn = (text: string) =>
    itemsOf(findMarks(text, new Map(clouds)).marks).map(({ clouds: owners, text: mark, isHost }) => [
      mark,
      isHost ? 'host' : 'key',
      owners.map(({ id }) => id).join(),
    ]);
  const HOST = 'myhuaweicloud.com';
  const key =
    [...clouds.values()].flatMap(({ evidence }) => evidence.keys).find((one) => !one.endsWith('*')) ?? '';
  const prefix =
    [...clouds.values()]
      .flatMap(({ evidence }) => evidence.keys)
      .find((one) => one.endsWith('*'))
      ?.slice(0, -1) ?? '';

  for (const [is, text] of [
    [true, `"https://ecs.eu-west-101.${HOST}/v2"`],
    [true, `${HOST}`],
    [true, `a ${HOST}:443`],
    [true, `a.${HOST}. b`],
    [false, `my-${HOST}`],
    [false, `x${HOST}`],
    [false, `${HOST}.example`],
    [false, `${HOST}x`],
    [false, `${HOST}-x`],
  ] as const)
    it(`${is ? 'is' : 'is not'} a host: ${text}`, () => {
      const found = marksIn(text);
      assert.deepEqual(
        found.map(([mark, kind]) => [mark, kind]),
        is ? [[HOST, 'host']] : [],
      );
    });

  for (const [is, write] of [
    [true, (one: string) => `{"${one}": 1}`],
    [true, (one: string) => `{'${one}' : 1}`],
    [true, (one: string) => `{\\"${one}\\": 1}`],
    [true, (one: string) => `${one}: 1`],
    [true, (one: string) => `a: 1\n  ${one}: 1`],
    [true, (one: string) => `- - ${one}: 1`],
    [true, (one: string) => `{${one}: 1, a: 2}`],
    [true, (one: string) => `{a: 2, ${one}: 1}`],
    [false, (one: string) => `a ${one}: 1`],
    [false, (one: string) => `{"${one}", 1}`],
    [false, (one: string) => `{"a": "${one}"}`],
    [false, (one: string) => `{"${one}': 1}`],
    [false, (one: string) => `{"x${one}": 1}`],
    [true, (one: string) => `-   ${one}: 1`],
    [false, (one: string) => `a: {b: 1}\nc ${one}: 1`],
    [false, (one: string) => `["${one}", "a:b"]`],
  ] as const)
    it(`${is ? 'is' : 'is not'} a key: ${write('KEY')}`, () => {
      assert.deepEqual(
        marksIn(write(key)).map(([mark]) => mark),
        is ? [key] : [],
      );
      assert.deepEqual(
        marksIn(write(`${prefix}a.b-c`)).map(([mark]) => mark),
        is ? [`${prefix}a.b-c`] : [],
      );
      assert.deepEqual(marksIn(write(`${key}x`)), []);
    });

  it('is looked for with the links of servers', () => {
    const link = (sign: string) => `${sign}href${sign}: ${sign}https://a/${sign}`;
    const text = `{${link('"')}, ${link('\\"')}, ${link("'")}, "xhref": "https://b", "href": "ftp://c"}`;
    const places = [...text.matchAll(/href(?=\W+https:\/\/a)/g)].map(({ index }) => index);
    const linksIn = (found: string) => itemsOf(findMarks(found, clouds).links).map(({ span }) => span.start);
    assert.deepEqual(linksIn(`${text} ${HOST}`), places);
    assert.deepEqual(linksIn(text), []);
    assert.deepEqual(linksIn(`${text} x${HOST}`), []);
  });

  it('stands where it stands', () => {
    const text = `a ${HOST} b`;
    const [mark] = itemsOf(findMarks(text, clouds).marks);
    assert.deepEqual(mark?.span, { start: 2, end: 2 + HOST.length });
  });
});
