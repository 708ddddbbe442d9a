import type { Cloud } from '../mapping';
import { type Language, type Say, saySource } from '../words';
import { CONFIG_OPTIONS, ConfigFiles } from './config-files';
import { oneOf, readArgs, UsageError } from './usage';

const OPTIONS = { ...CONFIG_OPTIONS, format: { type: 'string', default: 'text' } } as const;

/** Runs `server-status clouds`: prints the clouds with their sources as text, or with all values and rows as JSON. */
export async function cloudsCommand(args: string[], language: Language): Promise<number> {
  const { say } = language;
  const { values, positionals } = readArgs(say, args, OPTIONS);
  if (positionals.length > 0) throw new UsageError(say('clouds takes no arguments.'));
  const format = oneOf(say, '--format', values.format, ['text', 'json']);
  const clouds = [...(await new ConfigFiles(values, language).cloudsAt('.')).values()];
  process.stdout.write(format === 'json' ? asJson(clouds) : asText(say, clouds));
  return 0;
}

function asText(say: Say, clouds: readonly Cloud[]): string {
  return clouds
    .map(({ id, title, sources, statuses, vmStates, taskStates, rows }) => {
      const sizes = say('{statuses} statuses, {vmStates} vm_states, {taskStates} task_states, {rows} rows', {
        statuses: Object.keys(statuses).length,
        vmStates: Object.keys(vmStates).length,
        taskStates: Object.keys(taskStates).length,
        rows: rows.length,
      });
      const from = sources.map((source) => `  ${saySource(say, source)}\n    ${source.url}\n`).join('');
      return `${id}: ${title}\n  ${sizes}\n${from}`;
    })
    .join('\n');
}

function asJson(clouds: readonly Cloud[]): string {
  // Only the data from the documents: the other properties are for internal use.
  const told = clouds.map(({ index, novaNames, evidence, ...document }) => document);
  return `${JSON.stringify({ clouds: told }, null, 2)}\n`;
}
