import type { Options } from '../options';
import type { Config } from './types';

/** The effect of a config on a file. */
export interface Applied {
  readonly options: Options;
  /** True if the config ignores the file: it is not checked. */
  readonly ignored: boolean;
}

/**
 * Applies a config to options: first its top level, then each override that matches the file, in order.
 *
 * @param path relative to the config's folder, with forward slashes.
 * @param base the options from the settings or the command line.
 */
export function applyConfig(config: Config, path: string, base: Options): Applied {
  const parts = [config, ...config.overrides.filter(({ matches }) => matches(path))];
  const said = parts.findLast(({ cloud }) => cloud !== undefined)?.cloud;
  // They include the built-in clouds.
  const { clouds } = config;
  // `auto` leaves the choice to the base, as does a custom cloud with mistakes.
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
