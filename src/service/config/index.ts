export { type Applied, applyConfig } from './apply';
export { ConfigSearch, type ConfigText, type Folders, type FoundConfig, foundIn } from './find';
export { type ForFile, newConfigForFile, setForFile } from './for-file';
export { BASELINE_VERSION, type Baseline, readBaseline } from './read-baseline';
export { readConfig } from './read-config';
export { newConfigFor, setCloud } from './set-cloud';
export { sayNext, sayStronger } from './stronger-place';
export { CONFIG_NAME, type Config, type ConfigProblem } from './types';
