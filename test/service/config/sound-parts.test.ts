import assert from 'node:assert/strict';
import { clouds } from '../../../src/mapping';
import { readConfig } from '../../../src/service/config';

const messages = (config: unknown) =>
  readConfig(typeof config === 'string' ? config : JSON.stringify(config)).problems.map(
    ({ message }) => message,
  );
const read = (config: unknown) => readConfig(JSON.stringify(config)).config;

describe('What has the wrong type in a config', () => {
  const own = (cloud: unknown) => ({ clouds: { mine: cloud } });
  for (const [config, message] of [
    [{ $schema: 1 }, '$schema must be a string, not a number.'],
    [{ languages: [1] }, 'languages must be a string, not a number.'],
    [{ overrides: [{ files: 1 }] }, 'files must be a list, not a number.'],
    [{ ignore: [1] }, 'A glob in ignore must be a string, not a number.'],
    [own(1), 'The cloud "mine" must be an object, not a number.'],
    [own({ extends: 1 }), 'extends must be a string, not a number.'],
    [own({ title: 1 }), 'title must be a string, not a number.'],
    [own({ unlisted: 1 }), 'unlisted must be a string, not a number.'],
    [own({ vmStates: [] }), 'vmStates must be an object, not a list.'],
    [own({ taskStates: [] }), 'taskStates must be an object, not a list.'],
    [own({ rows: 1 }), 'rows must be a list, not a number.'],
    [
      own({ statuses: { 'a\u0001': '' } }),
      'A value in statuses must be one line without control characters.',
    ],
    [own({ statuses: { a: 'b\nc' } }), 'A meaning must be one line without control characters.'],
    [own({ rows: [{ vmState: '', taskState: '*', status: 'x' }] }), 'A row has exactly one vm_state.'],
  ] as const)
    it(`is told once: ${message}`, () => assert.equal(messages(config)[0], message));

  it('is told once where the whole of it is wrong', () => {
    assert.equal(messages(own({ unlisted: 1 })).length, 1);
    assert.equal(messages({ rules: { 'power-state': 1 } }).length, 1);
    assert.equal(messages({ overrides: [{ files: [] }] }).length, 1);
  });
});

describe('What is sound in a config', () => {
  it('is nothing where it says nothing', () => {
    for (const text of ['{}', '?'])
      assert.deepEqual(
        [readConfig(text).config.overrides, readConfig(text).config.languages],
        [[], undefined],
      );
    assert.equal(readConfig('{}').config.ignores('a'), false);
  });

  it('are its languages, without those that are not there', () => {
    assert.deepEqual(read({ languages: ['go', 'pyton', 1, 'yaml'] }).languages, ['go', 'yaml']);
  });

  it('are its overrides, without those for no file', () => {
    const overrides = [{ files: [] }, { cloud: 'openstack' }, { files: ['a'], cloud: 'rackspace' }];
    assert.deepEqual(
      read({ overrides }).overrides.map(({ cloud }) => cloud),
      ['rackspace'],
    );
  });

  it('is no cloud of another name or type, and none on one that cannot be read', () => {
    const all = { auto: {}, openstack: {}, 'a b': {}, a: 1, b: { extends: 1 }, c: { extends: 'b' }, d: {} };
    assert.deepEqual([...read({ clouds: all }).clouds.keys()], [...clouds.keys(), 'd']);
  });

  it('are the values of a cloud, without those that no line can hold', () => {
    const statuses = { A: 'A.', 'B\u0001': 'B.', '': 'C.', D: 1, E: 'e\nf' };
    assert.deepEqual(read({ clouds: { own: { statuses } } }).clouds.get('own')?.statuses, {
      A: 'A.',
      D: '',
      E: '',
    });
  });

  it('are the rows of a cloud, without those that name what is not there', () => {
    const rows = [
      { vmState: 'active', taskState: null, status: 'BUILD' },
      { vmState: 'actve', taskState: null, status: 'ACTIVE' },
      { vmState: 'active', taskState: 'rebootin', status: 'ACTIVE' },
      { vmState: 'active', taskState: 'pausing', status: 'ACTIV' },
      { vmState: 'active', taskState: 'thawing', status: 'BUILD' },
      { vmState: 'paused', status: 'BUILD' },
    ];
    const own = read({ clouds: { own: { extends: 'openstack', rows } } }).clouds.get('own');
    const before = clouds.get('openstack')?.rows.length ?? 0;
    assert.deepEqual(own?.rows.slice(before), [
      { vmState: 'active', taskState: null, status: 'BUILD' },
      { vmState: 'active', taskState: 'thawing', status: 'BUILD' },
    ]);
  });

  it('are rows for two pairs, of which none stands twice', () => {
    const rows = [
      { vmState: 'active', taskState: null, status: 'BUILD' },
      { vmState: 'paused', taskState: null, status: 'BUILD' },
    ];
    assert.deepEqual(messages({ clouds: { own: { extends: 'openstack', rows } } }), []);
  });

  it('are the power_states of the cloud that another one extends', () => {
    const { clouds: all } = read({ clouds: { own: { extends: 'rackspace' }, alone: {} } });
    assert.deepEqual(all.get('own')?.powerStates, clouds.get('rackspace')?.powerStates);
    assert.deepEqual(all.get('alone')?.powerStates, clouds.get('openstack')?.powerStates);
  });

  it('does not count the clouds of a list, nor those beyond a hundred, as names', () => {
    assert.match(messages({ cloud: '0', clouds: [{}] })[0] ?? '', /Unknown cloud "0"/);
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`c${i}`, {}]));
    assert.deepEqual(messages({ cloud: 'c99', clouds: many }).length, 1);
    assert.match(messages({ cloud: 'c100', clouds: many })[0] ?? '', /Unknown cloud "c100"/);
  });
});

describe('The size and the depth of a config', () => {
  it('may be a million characters', () => {
    assert.deepEqual(messages('{}'.padEnd(1_000_000)), []);
    assert.equal(messages('{}'.padEnd(1_000_001)).length, 1);
  });

  it('may be many brackets side by side, and a hundred in one another', () => {
    const overrides = Array.from({ length: 150 }, () => ({ files: ['a'], rules: {} }));
    assert.deepEqual(messages({ overrides }), []);
    const nested = (depth: number) => `{"x": ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    assert.match(messages(nested(100))[0] ?? '', /Unknown key "x"/);
    assert.match(messages(nested(101))[0] ?? '', /nested too deeply/);
    assert.match(messages('['.repeat(101))[0] ?? '', /nested too deeply/);
  });

  it('is told apart from its syntax', () => {
    const isSyntax = (text: string) => readConfig(text).problems[0]?.isSyntax;
    assert.deepEqual([isSyntax('{"cloud" 1}'), isSyntax(''), isSyntax('{"x": 1}')], [true, false, undefined]);
  });
});
