export { type Applied, applyConfig } from './apply';
export { readConfig } from './read-config';
export { CONFIG_NAME, type Config, type ConfigProblem } from './types';
