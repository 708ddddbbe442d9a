import { clouds } from '../mapping';
import { oneOf, readArgs, UsageError } from './usage';

/** `server-status clouds`: the clouds with their sources, as text, or with every value and row as JSON. */
export function cloudsCommand(args: string[]): number {
  const { values, positionals } = readArgs(args, { format: { type: 'string', default: 'text' } } as const);
  if (positionals.length > 0) throw new UsageError('clouds takes no arguments.');
  const format = oneOf('--format', values.format, ['text', 'json']);
  process.stdout.write(format === 'json' ? asJson() : asText());
  return 0;
}

function asText(): string {
  return [...clouds.values()]
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

function asJson(): string {
  const told = [...clouds.values()].map(
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
