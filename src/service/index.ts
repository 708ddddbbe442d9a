export { isWhole, lineAt, lineStarts, type ReadOptions, type Span } from '../fixture';
export { check, checkText } from './check';
export { nameCloudInFile, unnameCloudInFile } from './comments/name-cloud';
export { silenceFile, silenceLine } from './comments/silence';
export { type Completion, type Completions, complete } from './complete';
export {
  type Applied,
  applyConfig,
  CONFIG_NAME,
  type Config,
  type ConfigProblem,
  ConfigSearch,
  type ConfigText,
  type FoundConfig,
  foundIn,
  newConfig,
  newConfigFor,
  readConfig,
  setCloud,
  turnOff,
} from './config';
export { sayNext, sayStronger } from './config/stronger-place';
export {
  type ExplainedObject,
  type ExplainedServer,
  explainFile,
  type FileExplanation,
} from './explain-file';
export { type FixedAll, fixAll } from './fix-all';
export { fixesOf, preferredFix } from './fixes';
export { type Hint, type HintMode, hints } from './hints';
export { type Hover, hover } from './hover';
export { insertServer } from './insert-server';
export {
  cloudAt,
  isStated,
  type ListedServer,
  listServers,
  type StatedServer,
  statedServerAt,
} from './list-servers';
export { DEFAULT_OPTIONS, type Options, SEVERITIES, type Severity } from './options';
export { serverAt } from './places/place';
export { readFixture } from './recognise/read-fixture';
export type { Fixture } from './recognise/types';
export { RULES } from './rules';
export { type StateEdits, setState } from './set-state';
export type { Edit, Finding, Fix, FixableFinding, Related, RuleCode } from './types';
export { applyEdits } from './write/edits';
export { newServer } from './write/new-server';
