import { FIELDS, PREFIXES } from '../../fixture';
import { type Cloud, novaName, type ServerState } from '../../mapping';
import { answerOf } from '../judge/answer';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Returns a whole server in a state, as the compute API returns it for `GET /servers/{id}` (OpenStack Nova,
 * doc/api_samples/servers/v2.1 and api-ref/source/servers.inc), with the fields that all built-in clouds have.
 *
 * @param id a UUID.
 */
export function newServer(cloud: Cloud, state: ServerState, id: string): { [key: string]: Json } {
  const { status, pair } = state;
  const nova = pair && novaName(cloud, pair.vmState);
  const building = nova === 'building';
  const mark = markOf(cloud);
  return {
    id,
    name: 'server-1',
    status,
    tenant_id: '6f70656e737461636b20342065766572',
    user_id: 'fake',
    metadata: mark.metadata,
    created: '2026-01-01T00:00:00Z',
    ...(pair ? answered(building) : {}),
    links: [{ rel: 'self', href: `https://${mark.host}/v2.1/servers/${id}` }],
    ...fieldsOf(cloud, state),
  };
}

/** Returns the fields that depend on the state. */
function fieldsOf(cloud: Cloud, state: ServerState): { [key: string]: Json } {
  const fields: { [key: string]: Json } = {};
  for (const { name, key, isExtended } of FIELDS) {
    const answer = answerOf(cloud, state, name);
    if (answer === undefined || answer.kind === 'absent') continue;
    fields[isExtended ? PREFIX + key : key] =
      answer.kind === 'state' ? answer.state : answer.kind === 'number' ? answer.usual : answer.sample;
  }
  return fields;
}

const [PREFIX] = PREFIXES;

/** Returns the fields that are missing if the server's cell is down. A server in creation has no address yet. */
function answered(building: boolean): { [key: string]: Json } {
  const address = { version: 4, addr: '192.0.2.10', 'OS-EXT-IPS:type': 'fixed' };
  return {
    updated: '2026-01-01T00:00:00Z',
    hostId: '2091634baaccdc4c5a1d57069c833e402921df696b7f970791b12ec6',
    image: { id: '70a599e0-31e7-49b7-b260-868f441e862b' },
    flavor: { id: '1' },
    addresses: building ? {} : { private: [address] },
    key_name: null,
    'OS-DCF:diskConfig': 'MANUAL',
    'OS-EXT-AZ:availability_zone': 'nova',
  };
}

/** Returns evidence for the cloud: a link to one of its hosts, or else a key of it in the metadata. */
function markOf({ evidence }: Cloud): { host: string; metadata: { [key: string]: Json } } {
  const [host] = evidence.hosts;
  const key = host === undefined ? evidence.keys.find((one) => !one.endsWith('*')) : undefined;
  return {
    host: `compute.${host ?? 'example.com'}`,
    metadata: key === undefined ? {} : { [key]: '' },
  };
}
