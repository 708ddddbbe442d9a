import type { Options } from '../options';
import type { Fixture } from '../recognise/types';

/**
 * Says which stronger place names a cloud that counts, so that one named here does nothing.
 *
 * @param options what holds for the file
 */
export function sayStronger(
  fixture: Fixture,
  { clouds, cloudFrom, say }: Options,
  here: 'config' | 'setting',
): string | undefined {
  const [comment] = fixture.directives.clouds;
  if (comment && clouds.has(comment.cloud)) return say('the comment in the file overrides it');
  if (here === 'setting' && cloudFrom === 'config') return say('the config file overrides it');
  return undefined;
}

/**
 * Says which cloud holds once a place has fallen silent.
 *
 * @param options what holds without that place
 */
export function sayNext({ cloud, clouds, cloudFrom, say }: Options): string | undefined {
  const title = clouds.get(cloud)?.title;
  if (title === undefined) return undefined;
  return cloudFrom === 'config'
    ? say('then {cloud} applies, from the config file', { cloud: title })
    : say('then {cloud} applies, from the setting', { cloud: title });
}
