import { stringify } from 'yaml';
import { clouds, DEFAULT_CLOUD } from '../src/mapping';
import { newServer, statusChoices } from '../src/service';

/** What a person fills in, in the order in which it is asked for. */
const NAME = placeholder(1, 'server-1');
const ID = placeholder(2, '00000000-0000-4000-8000-000000000001');

/**
 * One snippet for each of OpenStack's statuses: a whole server in the simplest pair that gives it.
 *
 * @returns the snippets for JSON and for YAML, as VS Code's snippet files hold them.
 */
export function snippets() {
  const cloud = clouds.get(DEFAULT_CLOUD);
  if (cloud === undefined) throw new Error('There is no default cloud.');
  const choices = statusChoices(cloud).map(({ status, meaning, pairs }) => {
    const server = { ...newServer(cloud, { status, pair: pairs[0] ?? null }, ID), name: NAME };
    return { status, meaning, server };
  });
  const file = (write: (server: object) => string) =>
    Object.fromEntries(
      choices.map(({ status, meaning, server }) => [
        `OpenStack server: ${status}`,
        {
          prefix: `openstack-server-${status.toLowerCase().replaceAll('_', '-')}`,
          description: `A server that is ${status}. ${meaning}`,
          body: write(server).trimEnd().split('\n'),
        },
      ]),
    );
  return {
    json: file((server) => JSON.stringify(server, null, 2).replaceAll('  ', '\t')),
    yaml: file((server) => stringify(server, { version: '1.1', lineWidth: 0 })),
  };
}

function placeholder(order: number, text: string): string {
  return `\${${order}:${text}}`;
}
