import assert from 'node:assert/strict';
import { type Cloud, clouds, resolveCloud, type ServerState } from '../../../src/mapping';
import { newServer } from '../../../src/service/write/new-server';

const ID = '00000000-0000-4000-8000-000000000001';
const cloud = (id: string) => clouds.get(id) as Cloud;
const serverOf = (from: Cloud, status: string, pair: ServerState['pair']) =>
  newServer(from, { status, pair }, ID);

/** What the samples of Nova answer to every `GET /servers/{id}`, in this order. */
const KEYS = [
  'id',
  'name',
  'status',
  'tenant_id',
  'user_id',
  'metadata',
  'created',
  'updated',
  'hostId',
  'image',
  'flavor',
  'addresses',
  'key_name',
  'OS-DCF:diskConfig',
  'OS-EXT-AZ:availability_zone',
  'links',
];

describe('A new server', () => {
  it('has what the compute API answers, states last', () => {
    const server = serverOf(cloud('openstack'), 'ACTIVE', { vmState: 'active', taskState: null });
    assert.deepEqual(server, {
      id: ID,
      name: 'server-1',
      status: 'ACTIVE',
      tenant_id: '6f70656e737461636b20342065766572',
      user_id: 'fake',
      metadata: {},
      created: '2026-01-01T00:00:00Z',
      updated: '2026-01-01T00:00:00Z',
      hostId: '2091634baaccdc4c5a1d57069c833e402921df696b7f970791b12ec6',
      image: { id: '70a599e0-31e7-49b7-b260-868f441e862b' },
      flavor: { id: '1' },
      addresses: { private: [{ version: 4, addr: '192.0.2.10', 'OS-EXT-IPS:type': 'fixed' }] },
      key_name: null,
      'OS-DCF:diskConfig': 'MANUAL',
      'OS-EXT-AZ:availability_zone': 'nova',
      links: [{ rel: 'self', href: `https://compute.example.com/v2.1/servers/${ID}` }],
      progress: 0,
      'OS-EXT-STS:vm_state': 'active',
      'OS-EXT-STS:task_state': null,
      'OS-EXT-STS:power_state': 1,
    });
    assert.deepEqual(Object.keys(server).slice(0, KEYS.length), KEYS);
  });

  it('has no address while it is being built, by whatever name its cloud calls that', () => {
    const building = { vmState: 'building', taskState: null };
    assert.deepEqual(serverOf(cloud('openstack'), 'BUILD', building).addresses, {});
    const second = { vmState: 'build', taskState: null };
    assert.deepEqual(serverOf(cloud('rackspace'), 'BUILD', second).addresses, {});
  });

  it('has a fault where it failed', () => {
    const server = serverOf(cloud('openstack'), 'ERROR', { vmState: 'error', taskState: null });
    assert.equal(typeof server.fault, 'object');
    assert.ok(!('progress' in server));
  });

  it('lacks what nobody knows while its cell is down', () => {
    const server = serverOf(cloud('openstack'), 'UNKNOWN', null);
    for (const key of [
      'updated',
      'hostId',
      'flavor',
      'addresses',
      'OS-EXT-STS:vm_state',
      'OS-EXT-STS:task_state',
    ])
      assert.ok(!(key in server), key);
    assert.equal(server.status, 'UNKNOWN');
  });

  it('can be detected by a link to a host of its cloud', () => {
    const server = serverOf(cloud('huaweicloud'), 'ACTIVE', { vmState: 'active', taskState: null });
    const [host] = cloud('huaweicloud').evidence.hosts;
    assert.deepEqual(server.links, [{ rel: 'self', href: `https://compute.${host}/v2.1/servers/${ID}` }]);
    assert.deepEqual(server.metadata, {});
  });

  it('can be detected by a key of its cloud where that has no host', () => {
    const evidence = { hosts: [], keys: ['own.*', 'own_key'] };
    const own = resolveCloud({ id: 'own', title: 'Own', extends: 'openstack', evidence }, clouds);
    const server = serverOf(own, 'ACTIVE', { vmState: 'active', taskState: null });
    assert.deepEqual(server.metadata, { own_key: '' });
    assert.deepEqual(server.links, [{ rel: 'self', href: `https://compute.example.com/v2.1/servers/${ID}` }]);
  });
});
