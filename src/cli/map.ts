import { mapAsSvg, renderMermaid, stateMap, THEMES } from '../map';
import { type Cloud, DEFAULT_CLOUD } from '../mapping';
import type { Language } from '../words';
import { CONFIG_OPTIONS, ConfigFiles } from './config-files';
import { cloudId, oneOf, readArgs, UsageError } from './usage';
import { writeOutput } from './write-output';

const OPTIONS = {
  ...CONFIG_OPTIONS,
  cloud: { type: 'string', default: DEFAULT_CLOUD },
  format: { type: 'string', default: 'svg' },
  theme: { type: 'string' },
  output: { type: 'string' },
} as const;

/** Runs `server-status map`: writes the diagram of a cloud's states and transitions. */
export async function mapCommand(args: string[], language: Language): Promise<number> {
  const { say } = language;
  const { values, positionals } = readArgs(say, args, OPTIONS);
  if (positionals.length > 0)
    throw new UsageError(say('map takes no arguments; name the cloud with --cloud.'));
  const format = oneOf(say, '--format', values.format, ['svg', 'mermaid']);
  const theme = oneOf(say, '--theme', values.theme ?? 'light', THEMES);
  if (format === 'mermaid' && values.theme !== undefined) {
    throw new UsageError(say('--theme applies only to svg; a Mermaid diagram uses the colours of its page.'));
  }
  const clouds = await new ConfigFiles(values, language).cloudsAt('.');
  const cloud = clouds.get(cloudId(say, values.cloud, false, clouds)) as Cloud;
  const picture = format === 'svg' ? mapAsSvg(say, cloud, theme) : renderMermaid(say, stateMap(say, cloud));
  if (values.output === undefined) process.stdout.write(picture);
  else await writeOutput(say, values.output, picture);
  return 0;
}
