export {
  type Difference,
  ENDINGS,
  isHolder,
  isWhole,
  joinDifferences,
  LANGUAGE_IDS,
  lengthOf,
  lineAt,
  lineStarts,
  once,
  positionsIn,
  type ReadOptions,
  type Span,
  type Steps,
} from '../fixture';
export { check, checkText } from './check';
export { type Completions, complete } from './complete';
export {
  type Amount,
  type Coverage,
  type CoveredPair,
  type CoveredStatus,
  coverageOf,
  type ListedFixture,
  noCoverage,
} from './coverage';
export { type ExplainedCloud, explainClouds, explainFile, type FileExplanation } from './explain-file';
export { fingerprintParts } from './fingerprint-parts';
export { canFixAll, fixAll, stringsOf, unseenFix } from './fix-all';
export { fixesOf, preferredFix } from './fixes';
export { type Hint, type HintMode, hints } from './hints';
export { hover } from './hover';
export { insertServer } from './insert-server';
export { knownStatuses } from './known-statuses';
export {
  cloudAt,
  eachServer,
  isStated,
  type ListedServer,
  listServers,
  type StatedServer,
  statedServerAt,
} from './list-servers';
export { DEFAULT_OPTIONS, type Options, SEVERITIES, type Severity } from './options';
export { serverAt } from './places/place';
export { putValue } from './put-value';
export { brokenPlace } from './recognise/broken-place';
export { readChange, readChangeInSteps } from './recognise/read-change';
export { readFixture, readFixtureInSteps } from './recognise/read-fixture';
export type { Fixture } from './recognise/types';
export { RULES } from './rules';
export { sayFinding } from './say-finding';
export { SCHEMA_DRAFTS, type SchemaDraft, serverSchema } from './server-schema';
export { setState } from './set-state';
export { hintModeOf, maxLengthOf, optionsOf, servedLanguagesOf } from './settings';
export {
  type Counted,
  type Summary,
  sayFiles,
  sayFindings,
  sayServers,
  saySummary,
  summaryOf,
} from './summary';
export type { Edit, Finding, Fix, FixableFinding, Related, RuleCode } from './types';
export { newServer } from './write/new-server';
