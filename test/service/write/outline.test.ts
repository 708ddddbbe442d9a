import assert from 'node:assert/strict';
import {
  becomesServer,
  type Collection,
  chainOf,
  freeKey,
  isPlural,
  isServerKey,
  targetOf,
} from '../../../src/service/write/outline';

/** A list or a map behind a key, in another one. */
function collection(kind: 'list' | 'map', key?: string, parent?: Collection): Collection {
  const of = parent && { start: 0, end: 0, in: parent, key, state: 'whole' as const };
  return { kind, isFlow: true, start: 0, end: 0, members: [], of };
}

const withKeys = (...keys: string[]): Collection => {
  const map = collection('map');
  for (const key of keys) map.members.push({ start: 0, end: 0, in: map, key, state: 'whole' });
  return map;
};

describe('The keys of servers', () => {
  it('are server, and server with a number', () => {
    const all = ['server', 'server2', 'server12', 'servers', 'serverA', 'my_server', 'server2b', undefined];
    assert.deepEqual(all.filter(isServerKey), ['server', 'server2', 'server12']);
  });

  it('are plural for lists', () => {
    const all = [
      'servers',
      'instances',
      'SERVERS',
      'status',
      'address',
      's',
      'server',
      'serversX',
      undefined,
    ];
    assert.deepEqual(all.filter(isPlural), ['servers', 'instances', 'SERVERS']);
  });

  it('are counted up where they are taken', () => {
    assert.equal(freeKey(withKeys()), 'server');
    assert.equal(freeKey(withKeys('server')), 'server2');
    assert.equal(freeKey(withKeys('server', 'server2', 'server3', 'a')), 'server4');
  });
});

describe('What a server goes into', () => {
  const none = () => false;
  const root = collection('map');
  const servers = collection('list', 'servers', root);
  const item = collection('map', undefined, servers);
  const inner = collection('map', 'a', item);
  const ports = collection('list', 'ports', root);
  const port = collection('map', undefined, ports);
  const deep = collection('map', 'a', port);

  it('is the list that the cursor is in, or in an item of', () => {
    assert.equal(targetOf(chainOf(servers), none), servers);
    assert.equal(targetOf(chainOf(item), none), servers);
    assert.equal(targetOf(chainOf(port), none), ports);
  });

  it('is the list of servers even from further in, and no other list', () => {
    assert.equal(targetOf(chainOf(inner), none), servers);
    assert.equal(targetOf(chainOf(deep), none), deep);
  });

  it('is the innermost map where there is no list', () => {
    assert.equal(targetOf(chainOf(root), none), root);
    assert.equal(targetOf(chainOf(undefined), none), undefined);
  });

  it('is around a server, never in it, if there is anything around', () => {
    assert.equal(
      targetOf(chainOf(inner), (one) => one === item),
      servers,
    );
    assert.equal(
      targetOf(chainOf(inner), (one) => one === inner),
      servers,
    );
    assert.equal(
      targetOf(chainOf(root), (one) => one === root),
      root,
    );
  });

  it('becomes one itself where it is an empty map under server or in a list', () => {
    assert.equal(becomesServer(collection('map', 'server', root)), true);
    assert.equal(becomesServer(collection('map', undefined, servers)), true);
    assert.equal(becomesServer(collection('map', 'a', root)), false);
    assert.equal(becomesServer(collection('list', 'server', root)), false);
    assert.equal(becomesServer(collection('map')), false);
    const full = { ...collection('map', 'server', root), members: withKeys('a').members };
    assert.equal(becomesServer(full), false);
  });
});
