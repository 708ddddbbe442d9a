export { clouds, DEFAULT_CLOUD } from './clouds';
export { deriveStatus, pairsFor } from './derive';
export { knownAnywhere, knownTo, vocabularyOf } from './known';
export { misspeltValues, nearestValues, nearestWords } from './nearest';
export { NOVA_ACTIONS, type NovaAction } from './nova/actions';
export {
  POWER_STATES_SEEN,
  STATUSES_WITH_FAULT,
  STATUSES_WITH_PROGRESS,
} from './nova/facts';
export { causesOf, isPlausible, isSeldom, novaName } from './plausible';
export { resolveCloud, resolveClouds } from './resolve-cloud';
export { describe, type FoundValue, searchValues, type ValueDescription } from './search';
export { type ServerState, type StatusChoice, statusChoices } from './states';
export * from './types';
