import type { Cloud } from '../mapping';
import { CONFIG_OPTIONS, ConfigFiles } from './config-files';
import { oneOf, readArgs, UsageError } from './usage';

const OPTIONS = { ...CONFIG_OPTIONS, format: { type: 'string', default: 'text' } } as const;

/** `server-status clouds`: the clouds with their sources, as text, or with every value and row as JSON. */
export async function cloudsCommand(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  if (positionals.length > 0) throw new UsageError('clouds takes no arguments.');
  const format = oneOf('--format', values.format, ['text', 'json']);
  const clouds = [...(await new ConfigFiles(values).cloudsAt('.')).values()];
  process.stdout.write(format === 'json' ? asJson(clouds) : asText(clouds));
  return 0;
}

function asText(clouds: readonly Cloud[]): string {
  return clouds
    .map(({ id, title, sources, statuses, vmStates, taskStates, rows }) => {
      const sizes = [
        `${Object.keys(statuses).length} statuses`,
        `${Object.keys(vmStates).length} vm_states`,
        `${Object.keys(taskStates).length} task_states`,
        `${rows.length} rows`,
      ].join(', ');
      const from = sources
        .map((source) => `  ${source.title}${source.date && `, ${source.date}`}\n    ${source.url}\n`)
        .join('');
      return `${id}: ${title}\n  ${sizes}\n${from}`;
    })
    .join('\n');
}

function asJson(clouds: readonly Cloud[]): string {
  const told = clouds.map(
    ({ id, title, sources, statuses, vmStates, taskStates, powerStates, rows, unlisted }) => ({
      id,
      title,
      sources,
      statuses,
      vmStates,
      taskStates,
      powerStates,
      rows,
      unlisted,
    }),
  );
  return `${JSON.stringify({ clouds: told }, null, 2)}\n`;
}
