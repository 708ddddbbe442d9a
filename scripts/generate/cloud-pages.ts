import { mapAsSvg } from '../../src/map';
import { ANY, type Cloud, clouds, DEFAULT_CLOUD, type Vocabulary } from '../../src/mapping';
import type { RuleCode } from '../../src/service';
import { code, inEnglish } from '../../src/words';
import { differences } from './cloud-differences';
import { list, section, table } from './markdown';

/** Facts that the tables do not contain: who runs the cloud, and what its table is like. */
const ABOUT: Readonly<Record<string, string>> = {
  openstack:
    'The compute service of OpenStack. Its code computes the status of every server. The other clouds started from its names and values.',
  huaweicloud:
    "Huawei Cloud's Elastic Cloud Server. Its API grew out of OpenStack's. Its document lists pairs one by one, and a note covers all others.",
  opentelekomcloud:
    "T-Systems' public cloud. Since December 2022, its document has had Huawei Cloud's table, including the note.",
  'ecs-classic':
    'The Elastic Cloud Server as documented before shelving was added: by Huawei Cloud in Chinese from December 2019 to October 2022, and by Open Telekom Cloud until December 2022. Choose it for fixtures from that time.',
  rackspace:
    "Rackspace's Cloud Servers, based on the OpenStack of 2012 and 2013. Its document writes underscores where Nova has hyphens. It warns that values can come, go and change their names.",
};

const UNLISTED: Readonly<Record<Cloud['unlisted'], string>> = {
  default: 'The row "null and any other" of a vm_state covers every pair without a row of its own.',
  UNKNOWN: 'By a note under the table, the status of every pair without a row is UNKNOWN.',
  silent: 'The document does not cover pairs without a row.',
};

/** The rules that report the statuses of a pair without a row. */
const UNLISTED_RULE: Readonly<Record<Cloud['unlisted'], string>> = {
  default: `If OpenStack gives such a pair another status, that status is reported as ${rule('unlisted-combination')}.`,
  UNKNOWN: `OpenStack's status for such a pair is reported as ${rule('unlisted-combination')}, any status but these two as ${rule('status-mismatch')}.`,
  silent: `OpenStack's status for such a pair is reported as ${rule('unlisted-combination')}, any other status as ${rule('status-mismatch')}.`,
};

function rule(name: RuleCode): string {
  return `[${name}](../rules/${name}.md)`;
}

/** The functions that generate each page of docs/clouds/, by file name. */
export const CLOUD_PAGES: ReadonlyMap<string, () => string> = new Map([
  ['README.md', () => index([...clouds.values()])],
  ...[...clouds.values()].flatMap((cloud): [string, () => string][] => [
    [`${cloud.id}.md`, () => page(cloud)],
    [`${cloud.id}.svg`, () => mapAsSvg(inEnglish, cloud, 'auto')],
  ]),
]);

/** Generates all pages. */
export function cloudPages(): Record<string, string> {
  return Object.fromEntries([...CLOUD_PAGES].map(([name, make]) => [name, make()]));
}

const NOTICE = '<!-- Made from src/mapping/clouds/ by `npm run generate cloud-pages`. Do not edit. -->\n';

function index(all: readonly Cloud[]): string {
  const rows = all.map(({ id, title, statuses, vmStates, taskStates }) => [
    `[${code(id)}](${id}.md)`,
    title,
    ...[statuses, vmStates, taskStates].map((vocabulary) => String(Object.keys(vocabulary).length)),
  ]);
  return `${[
    NOTICE,
    '# Clouds\n',
    'Server Status checks each server against the table of one cloud. Each cloud has a page.\n',
    table(['id', 'cloud', 'statuses', 'vm_states', 'task_states'], rows),
  ].join('\n')}`;
}

function page(cloud: Cloud): string {
  return [
    NOTICE,
    `# ${cloud.title}\n`,
    `${about(cloud)}\n`,
    list(cloud.sources.map(({ title, url, date }) => `[${title}](${url})${date && `, ${date}`}`)),
    section('When it applies', chosen(cloud)),
    section('The table', `${rowsTable(cloud)}\n${pairsWithoutRow(cloud)}\n`),
    section(
      'State map',
      `![${cloud.title}: the statuses of each vm_state and the transitions between them](${cloud.id}.svg)\n`,
    ),
    section('Statuses', table(['status', 'meaning'], meanings(cloud.statuses))),
    section('vm_states', names(cloud, 'vm_state', cloud.vmStates) + aliases(cloud)),
    section('task_states', names(cloud, 'task_state', cloud.taskStates)),
    section('power_states', powerStates(cloud)),
    ...(cloud.id === DEFAULT_CLOUD ? [] : [section('Differences from OpenStack', differences(cloud))]),
  ].join('\n');
}

function about({ id }: Cloud): string {
  const text = ABOUT[id];
  if (text === undefined) throw new Error(`ABOUT in scripts/generate/cloud-pages.ts has no text for ${id}.`);
  return `${text} Its id is ${code(id)}. Its table comes from:`;
}

/** Groups the keys that are evidence for a cloud by the clouds that write them. */
function byOwners({ id, evidence }: Cloud): Map<string, string[]> {
  const byOwner = new Map<string, string[]>();
  for (const key of evidence.keys) {
    const others = [...clouds.values()].filter(
      (other) => other.id !== id && other.evidence.keys.includes(key),
    );
    const owners = ['this cloud', ...others.map(({ title }) => title)].join(' or ');
    byOwner.set(owners, [...(byOwner.get(owners) ?? []), key]);
  }
  return byOwner;
}

function chosen(cloud: Cloud): string {
  const { id, evidence } = cloud;
  const found = [
    ...(evidence.hosts.length === 0 ? [] : [`A link to ${words(evidence.hosts)} or to a subdomain.`]),
    ...[...byOwners(cloud)].map(
      ([owners, keys]) => `A key that only ${owners} writes: ${words(keys)}${patterns(keys)}.`,
    ),
  ];
  const recognised = found.length === 0 ? unrecognised(id) : `Server Status detects it by:\n\n${list(found)}`;
  return `${recognised}\nTo choose it yourself, name it in one of these places. If several name a cloud, the first one decides:\n\n${list(
    [
      `in a comment of the file: ${code(`server-status cloud=${id}`)}`,
      `in [.serverstatus.json](../config.md): ${code(`"cloud": "${id}"`)}`,
      `in VS Code's settings: ${code(`"serverStatus.cloud": "${id}"`)}`,
      `on the command line: ${code(`--cloud ${id}`)}`,
    ],
  )}`;
}

function unrecognised(id: string): string {
  return id === DEFAULT_CLOUD
    ? 'It applies by default: if you name no other cloud, and nothing in the file points to one.\n'
    : 'Nothing in a server points to this cloud, so you have to choose it.\n';
}

function patterns(keys: readonly string[]): string {
  return keys.some((key) => key.endsWith('*')) ? ' (`*` stands for any text)' : '';
}

/** Returns a row for each status of a vm_state. Only the first one names the vm_state. */
function rowsTable({ rows, vmStates }: Cloud): string {
  const lines = Object.keys(vmStates).flatMap((vmState) => {
    const own = rows.filter((row) => row.vmState === vmState);
    return [...new Set(own.map(({ status }) => status))].map((status, place) => {
      const taskStates = own.filter((row) => row.status === status).map(({ taskState }) => taskState);
      return [place === 0 ? code(vmState) : '', taskStates.map(taskWord).join(', '), code(status)];
    });
  });
  return table(['vm_state', 'task_state', 'status'], lines);
}

function taskWord(taskState: string | null): string {
  if (taskState === ANY) return 'null and any other';
  return taskState === null ? 'null' : code(taskState);
}

function pairsWithoutRow({ id, unlisted, unknownVmState }: Cloud): string {
  const judged = id === DEFAULT_CLOUD ? '' : ` ${UNLISTED_RULE[unlisted]}`;
  const other =
    unknownVmState === null ? '' : ` A vm_state that is not in the table gives ${code(unknownVmState)}.`;
  return UNLISTED[unlisted] + judged + other;
}

function meanings(vocabulary: Vocabulary): string[][] {
  return Object.entries(vocabulary).map(([value, meaning]) => [code(value), meaning]);
}

/** Returns a field's values, with Nova's names if any of them differ. */
function names({ novaNames }: Cloud, field: string, vocabulary: Vocabulary): string {
  if (!Object.keys(vocabulary).some((value) => Object.hasOwn(novaNames, value)))
    return table([field, 'meaning'], meanings(vocabulary));
  return table(
    [field, 'meaning', 'in Nova'],
    Object.entries(vocabulary).map(([value, meaning]) => [
      code(value),
      meaning,
      code(novaNames[value] ?? value),
    ]),
  );
}

function aliases({ vmStateAliases }: Cloud): string {
  const all = Object.entries(vmStateAliases);
  if (all.length === 0) return '';
  return `\n${all.map(([alias, value]) => `The document also spells ${code(value)} as ${code(alias)}.`).join(' ')}\n`;
}

function powerStates({ powerStates }: Cloud): string {
  return table(
    ['number', 'name', 'meaning'],
    powerStates.map(({ code: number, name, meaning }) => [String(number), code(name), meaning]),
  );
}

function words(values: readonly string[]): string {
  return values.map(code).join(', ');
}
