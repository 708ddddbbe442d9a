import assert from 'node:assert/strict';
import { readConfig } from '../../../src/service/config';
import { unmark } from './helpers';

/** What is wrong, a config with the place of it between ⟦ and ⟧, and what the message has to say. */
type Mistake = readonly [what: string, marked: string, message: RegExp];

const SYNTAX: readonly Mistake[] = [
  ['an empty file', '⟦⟧', /empty.*\{\}/],
  ['nothing but a comment', '// later⟦⟧', /empty/],
  ['a comma that is missing', '{"cloud": "auto" ⟦"rules"⟧: {}}', /comma is missing/],
  ['a colon that is missing', '{"cloud" ⟦"auto"⟧}', /colon is missing/],
  ['a value that is missing', '{"cloud": ⟦}⟧', /Expected a value/],
  ['a brace that is not closed', '{"rules": {}⟦⟧', /brace \} is missing/],
  ['a text that is not closed', '{"cloud": ⟦"auto}⟧', /string is not closed/],
  ['a key without quotes', '{⟦cloud⟧: "auto"}', /JSON|double quotes/],
  ['text behind the config', '{} ⟦{⟧}', /Unexpected text after the end/],
  ['brackets without end', `${'['.repeat(100)}⟦[⟧`, /nested too deeply/],
];

const SHAPE: readonly Mistake[] = [
  ['a config that is a list', '⟦[⟧]', /The config must be an object, not a list/],
  ['a config that is null', '⟦null⟧', /must be an object, not null/],
  ['a misspelt key', '{⟦"rulse"⟧: {}}', /Unknown key "rulse"\. Did you mean "rules"\?/],
  ['a key that is like no other', '{⟦"extendz"⟧: []}', /Unknown key "extendz".*Known: .*overrides/],
  ['a key that stands twice', '{"rules": {}, ⟦"rules"⟧: {}}', /Duplicate key "rules"/],
  ['a cloud that is a number', '{"cloud": ⟦1⟧}', /cloud must be a string, not a number/],
  ['rules that are a list', '{"rules": ⟦[⟧]}', /rules must be an object, not a list/],
  ['languages that are one text', '{"languages": ⟦"go"⟧}', /languages must be a list, not a string/],
  [
    'a language that is not there',
    '{"languages": [⟦"pyton"⟧]}',
    /Unknown language "pyton"\. Did you mean "python"\?/,
  ],
  ['globs that are one text', '{"ignore": ⟦"**/negative/**"⟧}', /ignore must be a list, not a string/],
  ['a glob that is true', '{"ignore": [⟦true⟧]}', /must be a string, not a boolean/],
  ['overrides that are an object', '{"overrides": ⟦{⟧}}', /overrides must be a list/],
  ['clouds that are a list', '{"clouds": ⟦[⟧]}', /clouds must be an object/],
];

const WORDS: readonly Mistake[] = [
  [
    'a misspelt cloud',
    '{"cloud": ⟦"huaweiclod"⟧}',
    /Unknown cloud "huaweiclod"\. Did you mean "huaweicloud"\?/,
  ],
  [
    'a cloud that is not there',
    '{"cloud": ⟦"azure"⟧}',
    /Unknown cloud "azure"\. Known: auto, openstack, .* or /,
  ],
  [
    'a misspelt rule',
    '{"rules": {⟦"power-sate"⟧: "off"}}',
    /Unknown rule "power-sate"\. Did you mean "power-state"\?/,
  ],
  [
    'a severity that is not there',
    '{"rules": {"power-state": ⟦"fatal"⟧}}',
    /Unknown severity "fatal"\. Known: off/,
  ],
  [
    'a misspelt severity',
    '{"rules": {"power-state": ⟦"warn"⟧}}',
    /severity "warn"\. Did you mean "warning"\?/,
  ],
  [
    'a severity that is a number',
    '{"rules": {"power-state": ⟦2⟧}}',
    /severity of power-state must be a string/,
  ],
];

const GLOBS: readonly Mistake[] = [
  ['an empty glob', '{"ignore": [⟦""⟧]}', /empty/],
  ['a glob that takes back', '{"ignore": ["a/**", ⟦"!a/b/**"⟧]}', /starts with !/],
  ['a glob from the root', '{"ignore": [⟦"/a/**"⟧]}', /relative to this file's folder/],
  ['a glob that climbs', '{"ignore": [⟦"../a/**"⟧]}', /below this file's folder/],
  [
    'a glob that is a folder',
    '{"ignore": [⟦"a/"⟧]}',
    /names a folder; to match everything in it, write "a\/\*\*"/,
  ],
  ['a glob with backslashes', '{"ignore": [⟦"a\\\\**"⟧]}', /separated by \//],
  ['a glob with a slash in braces', '{"ignore": [⟦"{a/b,c}/*.json"⟧]}', /a separate glob for each/],
  ['a glob of too many stars', '{"ignore": [⟦"*a*a*a*a*b"⟧]}', /more than 3 stars/],
  ['a glob with a bracket left open', '{"ignore": [⟦"a/[bc"⟧]}', /bracket/],
];

const OVERRIDES: readonly Mistake[] = [
  ['an override without files', '{"overrides": [⟦{⟧"cloud": "openstack"}]}', /has no files/],
  ['an override for no file', '{"overrides": [{"files": ⟦[⟧]}]}', /to no file/],
  [
    'an override with a misspelt key',
    '{"overrides": [{"files": ["a"], ⟦"rule"⟧: {}}]}',
    /Unknown key "rule".*rules/,
  ],
  [
    'an override with an unknown cloud',
    '{"overrides": [{"files": ["a"], "cloud": ⟦"x"⟧}]}',
    /Unknown cloud "x"/,
  ],
  [
    'an override with an unknown rule',
    '{"overrides": [{"files": ["a"], "rules": {⟦"x"⟧: "off"}}]}',
    /Unknown rule/,
  ],
  ['an override that is a text', '{"overrides": [⟦"a"⟧]}', /An override must be an object/],
];

const row = (text: string) => `{"clouds": {"mine": {"extends": "openstack", "rows": [${text}]}}}`;

const CLOUDS: readonly Mistake[] = [
  ['a cloud with the id of another', '{"clouds": {⟦"openstack"⟧: {}}}', /already.*extend openstack/],
  ['a cloud called auto', '{"clouds": {⟦"auto"⟧: {}}}', /auto is no name/],
  ['a cloud that no comment could name', '{"clouds": {⟦"my cloud"⟧: {}}}', /letters, digits/],
  [
    'a cloud on one that is not there',
    '{"clouds": {"a": {"extends": ⟦"openstak"⟧}}}',
    /openstak.*mean "openstack"\?/,
  ],
  ['a cloud on itself', '{"clouds": {"a": {"extends": ⟦"a"⟧}}}', /cannot extend itself/],
  [
    'a misspelt key of a cloud',
    '{"clouds": {"a": {⟦"vmstates"⟧: {}}}}',
    /Unknown key "vmstates"\. Did you mean "vmStates"/,
  ],
  [
    'an unlisted that is not there',
    '{"clouds": {"a": {"unlisted": ⟦"unknown"⟧}}}',
    /default, UNKNOWN or silent/,
  ],
  ['a title on two lines', '{"clouds": {"a": {"title": ⟦"a\\nb"⟧}}}', /one line/],
  [
    'a meaning that is null',
    '{"clouds": {"a": {"statuses": {"X": ⟦null⟧}}}}',
    /meaning of "X" must be a string/,
  ],
  ['a value without a name', '{"clouds": {"a": {"statuses": {⟦""⟧: "x"}}}}', /statuses is empty/],
  ['a row without a status', row('⟦{⟧"vmState": "active", "taskState": null}'), /has no status/],
  [
    'a row without a task_state',
    row('⟦{⟧"vmState": "active", "status": "ERROR"}'),
    /has no taskState\. null stands/,
  ],
  ['a row that is a list', row('⟦[⟧]'), /A row must be an object/],
  [
    'a row with a misspelt vm_state',
    row('{"vmState": ⟦"actve"⟧, "taskState": null, "status": "ACTIVE"}'),
    /not a vm_state of mine\. Did you mean "active"\?.*List a new value in vmStates/,
  ],
  [
    'a row with a misspelt task_state',
    row('{"vmState": "active", "taskState": ⟦"rebootin"⟧, "status": "ACTIVE"}'),
    /not a task_state of mine\. Did you mean "rebooting"\?/,
  ],
  [
    'a row with a misspelt status',
    row('{"vmState": "active", "taskState": null, "status": ⟦"ACTIV"⟧}'),
    /not a status of mine\. Did you mean "ACTIVE"\?/,
  ],
  [
    'a second row for a pair',
    row(
      '{"vmState": "active", "taskState": null, "status": "ERROR"}, ⟦{⟧"vmState": "active", "taskState": "", "status": "ACTIVE"}',
    ),
    /"active" \+ null already has a row/,
  ],
  [
    'a row with a vm_state that is new and not listed',
    row('{"vmState": ⟦"frosty"⟧, "taskState": null, "status": "ACTIVE"}'),
    /"frosty" is not a vm_state of mine\. List a new value in vmStates/,
  ],
  [
    'a row with the text None for null',
    row('{"vmState": "active", "taskState": ⟦"None"⟧, "status": "ACTIVE"}'),
    /null without quotes/,
  ],
  [
    'a row for any vm_state',
    row('{"vmState": ⟦"*"⟧, "taskState": null, "status": "ACTIVE"}'),
    /A row has exactly one vm_state/,
  ],
];

const KINDS = {
  syntax: SYNTAX,
  shape: SHAPE,
  words: WORDS,
  globs: GLOBS,
  overrides: OVERRIDES,
  clouds: CLOUDS,
};

describe('readConfig', () => {
  for (const [kind, mistakes] of Object.entries(KINDS)) {
    for (const [what, marked, message] of mistakes) {
      it(`reports ${what} at its place (${kind})`, () => {
        const { text, spans } = unmark(marked);
        const { problems } = readConfig(text);
        assert.deepEqual(
          problems.map(({ span }) => span),
          spans,
          JSON.stringify(problems),
        );
        assert.match(problems[0]?.message ?? '', message);
      });
    }
  }

  it('reports both clouds of a circle, and spells the circle out', () => {
    const { text, spans } = unmark('{"clouds": {"a": {"extends": ⟦"b"⟧}, "b": {"extends": ⟦"a"⟧}}}');
    const { problems } = readConfig(text);
    assert.deepEqual(
      problems.map(({ span }) => span),
      spans,
    );
    assert.match(problems[0]?.message ?? '', /a → b → a/);
  });

  it('does not blame a cloud for a circle below it', () => {
    const { problems } = readConfig('{"clouds": {"c": {"extends": "a"}, "a": {"extends": "a"}}}');
    assert.equal(problems.length, 1);
  });

  it('names a cloud once, although the config claims its name too', () => {
    const { problems } = readConfig('{"clouds": {"openstack": {}, "a": {"extends": "opnstack"}}}');
    assert.match(problems[1]?.message ?? '', /Did you mean "openstack"\?$/);
  });

  it('names all mistakes in the order of the text', () => {
    const { text, spans } = unmark('{⟦"x"⟧: 1, "overrides": [⟦{⟧}], "cloud": ⟦"y"⟧}');
    assert.deepEqual(
      readConfig(text).problems.map(({ span }) => span),
      spans,
    );
  });

  it('counts a byte order mark as one character before the mistake', () => {
    const { text, spans } = unmark('\uFEFF{⟦"x"⟧: 1}');
    assert.deepEqual(
      readConfig(text).problems.map(({ span }) => span),
      spans,
    );
  });

  it('does not read a text of more than a million characters', () => {
    const { problems } = readConfig(`{"cloud": 1}${' '.repeat(1_000_000)}`);
    assert.match(problems.map(({ message }) => message).join(), /^This file is too large/);
  });

  it('takes no glob of more than a thousand characters', () => {
    const problemsOf = (glob: string) => readConfig(JSON.stringify({ ignore: [glob] })).problems;
    assert.deepEqual(problemsOf('a'.repeat(1000)), []);
    assert.match(problemsOf('a'.repeat(1001))[0]?.message ?? '', /is longer than 1000 characters/);
  });

  it('counts the stars on both sides of a bracket', () => {
    const { problems } = readConfig('{"ignore": ["*[a]*[a]*[a]*"]}');
    assert.match(problems[0]?.message ?? '', /more than 3 stars/);
  });

  it('leaves out clouds beyond a hundred, and says so at the first of them', () => {
    const ids = Array.from({ length: 102 }, (_, i) => `c${i}`);
    const text = JSON.stringify({
      clouds: Object.fromEntries(ids.map((id) => [id, { extends: 'openstack' }])),
    });
    const { config, problems } = readConfig(text);
    assert.deepEqual(
      problems.map(({ message, span }) => [message.slice(0, 34), text.slice(span.start, span.end)]),
      [['A config can define at most 100 cl', '"c100"']],
    );
    assert.ok(config.clouds.has('c99') && !config.clouds.has('c100'));
  });
});
