import type { Options } from '../options';
import type { Config } from './types';

/** What a config makes of one file. */
export interface Applied {
  readonly options: Options;
  /** True for a file that the config leaves out: it is not checked. */
  readonly ignored: boolean;
}

/**
 * Lays a config over the options that hold without it: first the config as a whole, then each override that is
 * for the file, in their order.
 *
 * @param path the file's, relative to the config's folder, with forward slashes
 * @param base the settings, or what the command line says
 */
export function applyConfig(config: Config, path: string, base: Options): Applied {
  const parts = [config, ...config.overrides.filter(({ matches }) => matches(path))];
  const said = parts.findLast(({ cloud }) => cloud !== undefined)?.cloud;
  // Those that were there before are among them.
  const { clouds } = config;
  // "auto" means that the config does not speak, as does a cloud of its own that cannot be made.
  const speaks = said !== undefined && clouds.has(said);
  const options: Options = {
    ...base,
    cloud: speaks ? said : base.cloud,
    cloudFrom: speaks ? 'config' : base.cloudFrom,
    rules: Object.assign({}, base.rules, ...parts.map(({ rules }) => rules)),
    clouds,
  };
  return { options, ignored: config.ignores(path) };
}
