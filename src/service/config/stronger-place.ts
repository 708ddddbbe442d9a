import type { Options } from '../options';
import type { Fixture } from '../recognise/types';

/**
 * Says which place takes precedence over this one, so a cloud named here has no effect. Returns undefined if none does.
 *
 * @param options the current options of the file.
 */
export function sayStronger(
  fixture: Fixture,
  { clouds, cloudFrom, say }: Options,
  here: 'config' | 'setting',
): string | undefined {
  const [comment] = fixture.directives.clouds;
  if (comment && clouds.has(comment.cloud)) return say('the comment in the file takes precedence');
  if (here === 'setting' && cloudFrom === 'config') return say('the config file takes precedence');
  return undefined;
}

/**
 * Says which cloud applies after a place no longer names one.
 *
 * @param options the options without that place.
 */
export function sayNext({ cloud, clouds, cloudFrom, say }: Options): string | undefined {
  const title = clouds.get(cloud)?.title;
  if (title === undefined) return undefined;
  return cloudFrom === 'config'
    ? say('then {cloud} applies, from the config file', { cloud: title })
    : say('then {cloud} applies, from the setting', { cloud: title });
}
