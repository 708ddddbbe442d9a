export { isWhole, type ReadOptions, type Span } from '../fixture';
export { check, checkText, DEFAULT_OPTIONS, RULES } from './check';
export { type Completion, type Completions, complete } from './complete';
export {
  type Applied,
  applyConfig,
  CONFIG_NAME,
  type Config,
  type ConfigProblem,
  newConfig,
  newConfigFor,
  readConfig,
  setCloud,
  turnOff,
} from './config';
export { applyEdits } from './edits';
export {
  type ExplainedObject,
  type ExplainedServer,
  explainFile,
  type FileExplanation,
} from './explain-file';
export { type FixedAll, fixAll, preferredFix } from './fix-all';
export { type Hint, type HintMode, hints } from './hints';
export { type Hover, hover } from './hover';
export { insertServer } from './insert-server';
export { lineAt, lineStarts } from './lines';
export { isStated, type ListedServer, listServers, type StatedServer, statedServerAt } from './list-servers';
export { newServer } from './new-server';
export { serverAt } from './place';
export { readFixture } from './recognise/read-fixture';
export type { Fixture } from './recognise/types';
export { nameCloudInFile, unnameCloudInFile } from './set-cloud';
export { type StateEdits, setState } from './set-state';
export { silenceFile, silenceLine } from './silence';
export { sayNext, sayStronger } from './stronger-place';
export { cloudAt } from './subject';
export {
  type Edit,
  type Finding,
  type Fix,
  type Options,
  type Related,
  type RuleCode,
  SEVERITIES,
  type Severity,
} from './types';
