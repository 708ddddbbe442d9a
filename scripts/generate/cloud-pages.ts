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
    "Huawei Cloud's Elastic Cloud Server, an API that grew out of OpenStack's. Its document lists pairs one by one and ends with a note on all others.",
  opentelekomcloud:
    "T-Systems' public cloud. Since December 2022 its document has Huawei Cloud's table, down to the note.",
  'ecs-classic':
    'The Elastic Cloud Server as it was documented before shelving came in: by Huawei Cloud in Chinese from December 2019 to October 2022, by Open Telekom Cloud until December 2022. For fixtures of that time.',
  rackspace:
    "Rackspace's Cloud Servers, an OpenStack of 2012 and 2013. Its document writes underscores where Nova has hyphens, and warns that values can come, go and change their names.",
};

const UNLISTED: Readonly<Record<Cloud['unlisted'], string>> = {
  default: 'A row for any other task_state covers every pair that has no row of its own.',
  UNKNOWN: 'A note under the table makes the status of every pair without a row UNKNOWN.',
  silent: "The document says nothing about pairs without a row. OpenStack's status is expected there.",
};

/** The rules for a pair without a row. */
const UNLISTED_RULE: Readonly<Record<Cloud['unlisted'], string>> = {
  default: `If OpenStack gives such a pair another status, writing that one is ${rule('unlisted-combination')}.`,
  UNKNOWN: `Writing what OpenStack gives for it is ${rule('unlisted-combination')}, anything else ${rule('status-mismatch')}.`,
  silent: `Writing it is ${rule('unlisted-combination')}.`,
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
    'The tables that servers are checked against, one page each.\n',
    table(['id', 'cloud', 'statuses', 'vm_states', 'task_states'], rows),
  ].join('\n')}`;
}

function page(cloud: Cloud): string {
  return [
    NOTICE,
    `# ${cloud.title}\n`,
    `${about(cloud)}\n`,
    list(cloud.sources.map(({ title, url, date }) => `[${title}](${url})${date && `, ${date}`}`)),
    section('How it is chosen', chosen(cloud)),
    section('The table', `${rowsTable(cloud)}\n${pairsWithoutRow(cloud)}\n`),
    section(
      'As a picture',
      `![${cloud.title}: the statuses of every vm_state and the ways between them](${cloud.id}.svg)\n`,
    ),
    section('Statuses', table(['status', 'meaning'], meanings(cloud.statuses))),
    section('vm_states', names(cloud, 'vm_state', cloud.vmStates) + aliases(cloud)),
    section('task_states', names(cloud, 'task_state', cloud.taskStates)),
    section('power_states', powerStates(cloud)),
    ...(cloud.id === DEFAULT_CLOUD ? [] : [section("Against OpenStack's", differences(cloud))]),
  ].join('\n');
}

function about({ id }: Cloud): string {
  const text = ABOUT[id];
  if (text === undefined) throw new Error(`scripts/generate/cloud-pages.ts says nothing about ${id}.`);
  return `${text} The id is ${code(id)}. The table was read in:`;
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
    ...(evidence.hosts.length === 0 ? [] : [`A link to ${words(evidence.hosts)}, or to a name below.`]),
    ...[...byOwners(cloud)].map(
      ([owners, keys]) => `A key that only ${owners} writes: ${words(keys)}${patterns(keys)}.`,
    ),
  ];
  const recognised = found.length === 0 ? unrecognised(id) : `It is recognised by:\n\n${list(found)}`;
  return `${recognised}\nTo choose it yourself, name it in one of these places. The first one decides:\n\n${list(
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
    ? 'A server is checked against it if nothing names another cloud.\n'
    : 'Nothing in a server points to it, so you have to choose it.\n';
}

function patterns(keys: readonly string[]): string {
  return keys.some((key) => key.endsWith('*')) ? ' (`*` stands for whatever follows)' : '';
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
  return `\n${all.map(([alias, value]) => `The document also spells ${code(value)} ${code(alias)}.`).join(' ')}\n`;
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
