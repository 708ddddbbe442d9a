import { type Cloud, DEFAULT_CLOUD } from '../mapping';
import { inEnglish, mapAsSvg, renderMermaid, stateMap } from '../service';
import { CONFIG_OPTIONS, ConfigFiles } from './config-files';
import { cloudId, oneOf, readArgs, UsageError } from './usage';
import { writeOutput } from './write-output';

const OPTIONS = {
  ...CONFIG_OPTIONS,
  cloud: { type: 'string', default: DEFAULT_CLOUD },
  format: { type: 'string', default: 'svg' },
  output: { type: 'string' },
} as const;

/** `server-status map`: a cloud's states and the ways between them as a picture. */
export async function mapCommand(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  if (positionals.length > 0) throw new UsageError('map takes no arguments; name the cloud with --cloud.');
  const format = oneOf('--format', values.format, ['svg', 'mermaid']);
  const clouds = await new ConfigFiles(values).cloudsAt('.');
  const cloud = clouds.get(cloudId(values.cloud, false, clouds)) as Cloud;
  const picture =
    format === 'svg' ? mapAsSvg(cloud, inEnglish) : renderMermaid(stateMap(cloud, inEnglish), inEnglish);
  if (values.output === undefined) process.stdout.write(picture);
  else await writeOutput(values.output, picture);
  return 0;
}
