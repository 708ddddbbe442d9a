import { resolveClouds } from '../resolve-cloud';
import type { Cloud } from '../types';
import { ecsClassic } from './ecs-classic';
import { huaweicloud } from './huaweicloud';
import { openstack } from './openstack';
import { opentelekomcloud } from './opentelekomcloud';
import { rackspace } from './rackspace';

/** Every cloud that ships with the product by its id, in the order in which lists show them. */
export const clouds: ReadonlyMap<string, Cloud> = resolveClouds([
  openstack,
  huaweicloud,
  opentelekomcloud,
  ecsClassic,
  rackspace,
]);

/** The cloud of a server that nothing says more about. */
export const DEFAULT_CLOUD = 'openstack';
