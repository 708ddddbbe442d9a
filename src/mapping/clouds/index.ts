import { resolveClouds } from '../resolve-cloud';
import type { Cloud } from '../types';
import { ecsClassic } from './ecs-classic';
import { huaweicloud } from './huaweicloud';
import { openstack } from './openstack';
import { opentelekomcloud } from './opentelekomcloud';
import { rackspace } from './rackspace';

/** The built-in clouds by id, in the order of lists. */
export const clouds: ReadonlyMap<string, Cloud> = resolveClouds([
  openstack,
  huaweicloud,
  opentelekomcloud,
  ecsClassic,
  rackspace,
]);

/** The cloud of a server without any evidence for another one. */
export const DEFAULT_CLOUD = 'openstack';
