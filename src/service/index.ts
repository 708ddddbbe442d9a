export { type Fixture, type ReadOptions, readFixture, type Span } from '../fixture';
export { check, checkText, DEFAULT_OPTIONS, RULES } from './check';
export { type Completion, type Completions, complete } from './complete';
export {
  type Applied,
  applyConfig,
  CONFIG_NAME,
  type Config,
  type ConfigProblem,
  readConfig,
} from './config';
export {
  type ExplainedObject,
  type ExplainedServer,
  explainFile,
  type FileExplanation,
} from './explain-file';
export { type Hover, hover } from './hover';
export { lineAt, lineStarts } from './lines';
export { code } from './markdown';
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
