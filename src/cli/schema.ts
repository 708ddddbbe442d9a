import { type Cloud, DEFAULT_CLOUD } from '../mapping';
import { SCHEMA_DRAFTS, serverSchema } from '../service';
import type { Language } from '../words';
import { CONFIG_OPTIONS, ConfigFiles } from './config-files';
import { cloudId, oneOf, readArgs, UsageError } from './usage';
import { writeOutput } from './write-output';

const OPTIONS = {
  ...CONFIG_OPTIONS,
  cloud: { type: 'string', default: DEFAULT_CLOUD },
  draft: { type: 'string', default: SCHEMA_DRAFTS[0] },
  output: { type: 'string' },
} as const;

/** Runs `server-status schema`: writes a cloud's table as a JSON Schema, for editors and tests without this product. */
export async function schemaCommand(args: string[], language: Language): Promise<number> {
  const { say } = language;
  const { values, positionals } = readArgs(say, args, OPTIONS);
  if (positionals.length > 0)
    throw new UsageError(say('schema takes no arguments; name the cloud with --cloud.'));
  const draft = oneOf(say, '--draft', values.draft, SCHEMA_DRAFTS);
  const clouds = await new ConfigFiles(values, language).cloudsAt('.');
  const cloud = clouds.get(cloudId(say, values.cloud, false, clouds)) as Cloud;
  const nova = clouds.get(DEFAULT_CLOUD) as Cloud;
  const schema = `${JSON.stringify(serverSchema(say, cloud, nova, draft), null, 2)}\n`;
  if (values.output === undefined) process.stdout.write(schema);
  else await writeOutput(say, values.output, schema);
  return 0;
}
