// Generates the benchmark's fixtures: servers as in Nova's list, a tenth of them with a wrong status.
import { dump } from 'js-yaml';

const USER_DATA = Buffer.from(
  '#cloud-config\npackages: [nginx, curl]\nruncmd: [systemctl enable nginx]\n'.repeat(3),
).toString('base64');

/**
 * Generates servers.
 *
 * @param count how many servers
 * @param core the bundled mapping core, for the pairs and statuses of OpenStack's table
 * @param wrongEvery one server in this many gets a wrong status
 * @returns the servers, and how many of them are wrong
 */
export function generate(count, { clouds, pairsFor, POWER_STATES_SEEN }, wrongEvery = 10) {
  const table = clouds.get('openstack');
  const statuses = Object.keys(table.statuses);
  const pairs = statuses.flatMap((status) => pairsFor(table, status).map((pair) => ({ ...pair, status })));
  const random = randomFrom(20261121);
  const pick = (list) => list[Math.floor(random() * list.length)];

  const servers = [];
  for (let i = 0; i < count; i += 1) {
    // In a real list, most servers are running without an operation.
    const pair = random() < 0.5 ? { vmState: 'active', taskState: null, status: 'ACTIVE' } : pick(pairs);
    // DELETED is valid with any vm_state, so it would not be wrong.
    const others = statuses.filter((status) => status !== pair.status && status !== 'DELETED');
    const status = i % wrongEvery === 0 ? pick(others) : pair.status;
    const power = POWER_STATES_SEEN.get(pair.vmState)?.[0] ?? 1;
    servers.push(serverOf(i, { ...pair, status, power }, random));
  }
  return { servers, wrong: Math.ceil(count / wrongEvery) };
}

export const asJson = (servers) => `${JSON.stringify({ servers }, null, 2)}\n`;
export const asYaml = (servers) => dump({ servers }, { lineWidth: -1, noRefs: true });

function serverOf(i, { vmState, taskState, status, power }, random) {
  const id = uuid(random);
  const image = uuid(random);
  const project = '6f70656e737461636b20342065766572';
  const host = 'https://compute.example.com';
  return {
    id,
    name: `web-${i}`,
    status,
    tenant_id: project,
    user_id: 'fake',
    metadata: { role: 'web', owner: `team-${i % 7}` },
    hostId: '2091634baaccdc4c5a1d57069c833e402921df696b7f970791b12ec6',
    image: { id: image, links: [{ rel: 'bookmark', href: `${host}/${project}/images/${image}` }] },
    flavor: { vcpus: 2, ram: 4096, disk: 40, ephemeral: 0, swap: 0, original_name: 'm1.medium' },
    created: '2026-08-21T03:16:18Z',
    updated: '2026-08-21T03:16:19Z',
    addresses: {
      private: [
        {
          version: 4,
          addr: `10.0.${Math.floor(i / 250) % 250}.${(i % 250) + 1}`,
          'OS-EXT-IPS:type': 'fixed',
          'OS-EXT-IPS-MAC:mac_addr': '00:0c:29:0d:11:74',
        },
      ],
      public: [{ version: 6, addr: `2001:db8::${i.toString(16)}`, 'OS-EXT-IPS:type': 'floating' }],
    },
    accessIPv4: '',
    accessIPv6: '',
    links: [
      { rel: 'self', href: `${host}/v2.1/servers/${id}` },
      { rel: 'bookmark', href: `${host}/servers/${id}` },
    ],
    'OS-DCF:diskConfig': 'AUTO',
    'OS-EXT-AZ:availability_zone': 'nova',
    'OS-EXT-SRV-ATTR:host': 'compute',
    'OS-EXT-SRV-ATTR:instance_name': `instance-${String(i).padStart(8, '0')}`,
    'OS-EXT-SRV-ATTR:user_data': USER_DATA,
    'OS-EXT-STS:power_state': power,
    'OS-EXT-STS:task_state': taskState,
    'OS-EXT-STS:vm_state': vmState,
    'OS-SRV-USG:launched_at': '2026-08-21T03:16:19.600768',
    'OS-SRV-USG:terminated_at': null,
    config_drive: '',
    key_name: null,
    locked: false,
    security_groups: [{ name: 'default' }],
    'os-extended-volumes:volumes_attached': [],
  };
}

function uuid(random) {
  const hex = (length) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return [8, 4, 4, 4, 12].map(hex).join('-');
}

/** Returns a generator of numbers in [0, 1) that are the same in every run (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
