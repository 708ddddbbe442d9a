export { type Applied, applyConfig } from './apply';
export { ConfigSearch, type ConfigText, type Folders, type FoundConfig, foundIn } from './find';
export { BASELINE_VERSION, type Baseline, readBaseline } from './read-baseline';
export { readConfig } from './read-config';
export { newConfigOf, setCloud } from './set-cloud';
export { newConfigFor, type Said, setFor, type Where } from './set-for';
export { sayNext, sayStronger } from './stronger-place';
export { CONFIG_NAME, type Config, type ConfigProblem } from './types';
