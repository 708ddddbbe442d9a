import {
  type Cloud,
  deriveStatus,
  describe,
  isPlausible,
  nearestValues,
  novaName,
  type StateField,
} from '../mapping';
import { type Language, type Say, sayNearest, sayPair, sayTogether } from '../words';
import { CONFIG_OPTIONS, ConfigFiles } from './config-files';
import { cloudId, oneOf, readArgs, UsageError } from './usage';

const OPTIONS = {
  ...CONFIG_OPTIONS,
  'vm-state': { type: 'string' },
  'task-state': { type: 'string' },
  cloud: { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const;

/**
 * Runs `server-status lookup`: prints the meaning of a value and where it occurs, or the status of a pair.
 *
 * @returns the exit code: 1 if nothing is found.
 */
export async function lookupCommand(args: string[], language: Language): Promise<number> {
  const { say } = language;
  const { values, positionals } = readArgs(say, args, OPTIONS);
  const format = oneOf(say, '--format', values.format, ['text', 'json']);
  const clouds = await new ConfigFiles(values, language).cloudsAt('.');
  const wanted = values.cloud === undefined ? undefined : cloudId(say, values.cloud, false, clouds);
  const asked = new Map([...clouds].filter(([id]) => wanted === undefined || id === wanted));
  const vmState = values['vm-state'];
  if (vmState !== undefined) {
    if (positionals.length > 0) throw new UsageError(say('lookup takes a value or a pair, not both.'));
    return lookUpPair(say, asked, vmState, taskStateOf(values['task-state']), format);
  }
  const [value, ...more] = positionals;
  if (value === undefined || more.length > 0 || values['task-state'] !== undefined) {
    throw new UsageError(say('lookup takes one value, or --vm-state with --task-state.'));
  }
  return lookUpValue(say, asked, value, format);
}

function lookUpPair(
  say: Say,
  asked: ReadonlyMap<string, Cloud>,
  vmState: string,
  taskState: string | null,
  format: 'text' | 'json',
): number {
  const plausible = isPlausible(vmState, taskState);
  const results = [...asked.values()].map((cloud) => {
    const { status, listed, by } = deriveStatus(cloud, vmState, taskState);
    return { cloud: cloud.id, status, listed, plausible, by };
  });
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ vmState, taskState, results }, null, 2)}\n`);
    return 0;
  }
  const lines = results.map(
    ({ cloud, status, by }) => `  ${cloud.padEnd(18)}${status ?? '-'}  ${say(SAID_BY[by ?? 'nobody'])}`,
  );
  const note = plausible ? '' : `  ${sayNever(say, asked, vmState, taskState)}\n`;
  process.stdout.write(`${vmState} + ${taskState ?? 'null'}\n${lines.join('\n')}\n${note}`);
  return 0;
}

/**
 * Says that Nova never produces a pair. A cloud may have other names for Nova's states; if Nova produces the pair under
 * its names, the message gives those.
 */
function sayNever(
  say: Say,
  asked: ReadonlyMap<string, Cloud>,
  vmState: string,
  taskState: string | null,
): string {
  for (const cloud of asked.values()) {
    const [vm, task] = [novaName(cloud, vmState), novaName(cloud, taskState)];
    if (!isPlausible(vm, task)) continue;
    return say('Nova never produces this pair under these names; it spells the pair {pair}.', {
      pair: sayPair(vm, task),
    });
  }
  return say('Nova never produces this pair.');
}

const SAID_BY = {
  row: '(a row of its table)',
  default: "(the vm_state's default)",
  note: '(its note on pairs without a row)',
  nobody: '(its document says nothing)',
} as const;

function lookUpValue(
  say: Say,
  asked: ReadonlyMap<string, Cloud>,
  value: string,
  format: 'text' | 'json',
): number {
  const results = describe(asked, value);
  if (format === 'json') process.stdout.write(`${JSON.stringify({ value, results }, null, 2)}\n`);
  if (results.length === 0) {
    const unknown = say('no cloud has {value}.', { value });
    const told = sayTogether(say, unknown, sayNearest(say, nearest(asked, value)));
    process.stderr.write(`server-status: ${told}\n`);
    return 1;
  }
  if (format === 'text') {
    const lines = results.map(({ cloud, kind, description, pairs }) => {
      const where = pairs
        .map(({ vmState, taskState }) => `    ${vmState} + ${taskState ?? 'null'}\n`)
        .join('');
      // A custom cloud may omit the meaning of a value.
      const said =
        description === ''
          ? say('{cloud}, {kind}', { cloud, kind })
          : say('{cloud}, {kind}: {meaning}', { cloud, kind, meaning: description });
      return `  ${said}\n${where}`;
    });
    process.stdout.write(`${value}\n${lines.join('')}`);
  }
  return 0;
}

/** Returns the nearest values of any kind. */
function nearest(asked: ReadonlyMap<string, Cloud>, value: string): string[] {
  const fields: StateField[] = ['status', 'vmState', 'taskState'];
  const all = fields.flatMap((field) =>
    [...asked.values()].flatMap((cloud) => nearestValues(cloud, field, value)),
  );
  return [...new Set(all)].slice(0, 3);
}

function taskStateOf(value: string | undefined): string | null {
  return value === undefined || value === 'null' || value === '' ? null : value;
}
