export { type Fixture, type ReadOptions, readFixture, type Span } from '../fixture';
export { check, checkText, DEFAULT_OPTIONS, RULES } from './check';
export { type Completion, type Completions, complete } from './complete';
export { type Hover, hover } from './hover';
export { lineAt, lineStarts } from './lines';
export type { Edit, Finding, Fix, Options, Related, RuleCode, Severity } from './types';
