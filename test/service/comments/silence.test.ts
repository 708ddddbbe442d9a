import assert from 'node:assert/strict';
import { check, checkText, type Edit, readFixture } from '../../../src/service';
import { silenceFile, silenceLine } from '../../../src/service/comments/silence';
import { applyEdits } from '../helpers';

type Silence = typeof silenceLine;

/** The text after the first finding is silenced; undefined where it cannot be. */
function silenced(silence: Silence, text: string, languageId: string): string | undefined {
  const fixture = readFixture(text, languageId);
  const findings = check(fixture);
  const finding = findings.find(({ rule }) => rule === RULE) ?? findings[0];
  assert.ok(finding, 'there is a finding');
  const edit: Edit | undefined = silence(fixture, finding);
  if (edit === undefined) return undefined;
  const after = applyEdits(text, [edit]);
  const left = checkText(after, languageId).filter(({ rule }) => rule === finding.rule);
  assert.deepEqual(left, []);
  return after;
}

const NEXT = 'server-status-disable-next-line';
const LINE = 'server-status-disable-line';
const FILE = 'server-status-disable-file';
const RULE = 'status-mismatch';
const BAD = 'OS-EXT-STS:vm_state: active';
const BAD_JSON = '"OS-EXT-STS:vm_state": "active", "status": "ERROR"';

const LINES: readonly [string, string, string, string | undefined][] = [
  [
    'above its line',
    'yaml',
    `s:\n  ${BAD}\n  status: ERROR\n`,
    `s:\n  ${BAD}\n  # ${NEXT} ${RULE}\n  status: ERROR\n`,
  ],
  [
    'above a dash',
    'yaml',
    `s:\n  - status: ERROR\n    ${BAD}\n`,
    `s:\n  # ${NEXT} ${RULE}\n  - status: ERROR\n    ${BAD}\n`,
  ],
  ['on the first line', 'yaml', `status: ERROR\n${BAD}\n`, `# ${NEXT} ${RULE}\nstatus: ERROR\n${BAD}\n`],
  [
    'behind a byte order mark, in CR LF',
    'yaml',
    `\uFEFFstatus: ERROR\r\n${BAD}\r\n`,
    `\uFEFF# ${NEXT} ${RULE}\r\nstatus: ERROR\r\n${BAD}\r\n`,
  ],
  [
    'between the lines of flow style',
    'yaml',
    `s: {\n  ${BAD},\n  status: ERROR }\n`,
    `s: {\n  ${BAD},\n  # ${NEXT} ${RULE}\n  status: ERROR }\n`,
  ],
  [
    'above flow style on one line',
    'yaml',
    `- { status: ERROR, ${BAD} }\n`,
    `# ${NEXT} ${RULE}\n- { status: ERROR, ${BAD} }\n`,
  ],
  [
    'nowhere in a text of flow style over lines',
    'yaml',
    `{ a: "b\n  c", status: ERROR, ${BAD} }\n`,
    undefined,
  ],
  [
    'before a document',
    'yaml',
    `a: 1\n--- { status: ERROR, ${BAD} }\n`,
    `a: 1\n# ${NEXT} ${RULE}\n--- { status: ERROR, ${BAD} }\n`,
  ],
  [
    'behind the header of a block text',
    'yaml',
    `${BAD}\nstatus: |-\n  ERROR\n`,
    `${BAD}\nstatus: |- # ${NEXT} ${RULE}\n  ERROR\n`,
  ],
  [
    'behind the header of a block text in CR LF',
    'yaml',
    `${BAD}\r\nstatus: >\r\n  ERROR\r\n`,
    `${BAD}\r\nstatus: > # ${NEXT} ${RULE}\r\n  ERROR\r\n`,
  ],
  [
    'above a value on its own line',
    'yaml',
    `${BAD}\nstatus:\n  ERROR\n`,
    `${BAD}\nstatus:\n  # ${NEXT} ${RULE}\n  ERROR\n`,
  ],
  [
    'above the key of the string that it stands in',
    'yaml',
    `r:\n  body: |\n    {\n      ${BAD_JSON}\n    }\n`,
    `r:\n  # ${NEXT} ${RULE}\n  body: |\n    {\n      ${BAD_JSON}\n    }\n`,
  ],
  [
    'above the key of Base64',
    'yaml',
    `r:\n  body: !!binary ${btoa(`{${BAD_JSON}}`)}\n`,
    `r:\n  # ${NEXT} ${RULE}\n  body: !!binary ${btoa(`{${BAD_JSON}}`)}\n`,
  ],
  [
    'in the comment that is there',
    'yaml',
    `# ${NEXT} power-state -- why\nstatus: ERROR\n${BAD}\n`,
    `# ${NEXT} power-state, ${RULE} -- why\nstatus: ERROR\n${BAD}\n`,
  ],
  [
    'in the comment that is there, separated as its codes are',
    'yaml',
    `# ${NEXT} power-state wrong-type\nstatus: ERROR\n${BAD}\n`,
    `# ${NEXT} power-state wrong-type ${RULE}\nstatus: ERROR\n${BAD}\n`,
  ],
  [
    'in the comment behind the value',
    'yaml',
    `status: ERROR # server-status-disable-line power-state\n${BAD}\n`,
    `status: ERROR # server-status-disable-line power-state, ${RULE}\n${BAD}\n`,
  ],
  ['above its line', 'jsonc', `{\n\t${BAD_JSON}\n}\n`, `{\n\t// ${NEXT} ${RULE}\n\t${BAD_JSON}\n}\n`],
  [
    'in the block comment that is there',
    'jsonc',
    `{\n  /* ${NEXT} power-state */\n  ${BAD_JSON} }`,
    `{\n  /* ${NEXT} power-state, ${RULE} */\n  ${BAD_JSON} }`,
  ],
  [
    'above the string that it stands in',
    'jsonc',
    `{\n  "a": 1,\n  "body": ${JSON.stringify(`{${BAD_JSON}}`)}\n}`,
    `{\n  "a": 1,\n  // ${NEXT} ${RULE}\n  "body": ${JSON.stringify(`{${BAD_JSON}}`)}\n}`,
  ],
  [
    'in the comment for that line, not in one for another',
    'yaml',
    `# ${NEXT} power-state\na: 1\n# ${NEXT} wrong-type\nstatus: ERROR\n${BAD}\n`,
    `# ${NEXT} power-state\na: 1\n# ${NEXT} wrong-type, ${RULE}\nstatus: ERROR\n${BAD}\n`,
  ],
  [
    'in the comment on that line, not in one on another',
    'yaml',
    `a: 1 # ${LINE} power-state\nstatus: ERROR # ${LINE} wrong-type\n${BAD}\n`,
    `a: 1 # ${LINE} power-state\nstatus: ERROR # ${LINE} wrong-type, ${RULE}\n${BAD}\n`,
  ],
  [
    'not in a comment above that speaks for more than the line',
    'yaml',
    `# server-status-disable wrong-type\nstatus: ERROR\n${BAD}\n`,
    `# server-status-disable wrong-type\n# ${NEXT} ${RULE}\nstatus: ERROR\n${BAD}\n`,
  ],
  [
    'not in a comment behind the value that speaks for more than the line',
    'yaml',
    `status: ERROR # server-status-disable wrong-type\n${BAD}\n`,
    `# ${NEXT} ${RULE}\nstatus: ERROR # server-status-disable wrong-type\n${BAD}\n`,
  ],
  ['nowhere in strict JSON', 'json', `{${BAD_JSON}}`, undefined],
  ['nowhere in JSON Lines', 'jsonl', `{${BAD_JSON}}\n`, undefined],
];

const FILES: readonly [string, string, string, string | undefined][] = [
  [
    'at the top',
    'yaml',
    `# the first\nstatus: ERROR\n${BAD}\n`,
    `# ${FILE} ${RULE}\n# the first\nstatus: ERROR\n${BAD}\n`,
  ],
  [
    'behind a byte order mark and directives',
    'yaml',
    `\uFEFF%YAML 1.2\r\n---\r\nstatus: ERROR\r\n${BAD}\r\n`,
    `\uFEFF%YAML 1.2\r\n# ${FILE} ${RULE}\r\n---\r\nstatus: ERROR\r\n${BAD}\r\n`,
  ],
  [
    'behind an interpreter and a licence',
    'yaml',
    `#!/usr/bin/env x\n# © we\n# all\n\nstatus: ERROR\n${BAD}\n`,
    `#!/usr/bin/env x\n# © we\n# all\n# ${FILE} ${RULE}\n\nstatus: ERROR\n${BAD}\n`,
  ],
  [
    'in the comment that is there',
    'yaml',
    `status: ERROR\n${BAD} # ${FILE} wrong-type\n`,
    `status: ERROR\n${BAD} # ${FILE} wrong-type, ${RULE}\n`,
  ],
  [
    'behind an interpreter alone',
    'yaml',
    `#!/usr/bin/env x\nstatus: ERROR\n${BAD}\n`,
    `#!/usr/bin/env x\n# ${FILE} ${RULE}\nstatus: ERROR\n${BAD}\n`,
  ],
  [
    'behind two directives',
    'yaml',
    `%YAML 1.2\n%TAG ! !x\n---\nstatus: ERROR\n${BAD}\n`,
    `%YAML 1.2\n%TAG ! !x\n# ${FILE} ${RULE}\n---\nstatus: ERROR\n${BAD}\n`,
  ],
  [
    'at the top, whatever comments stand further down',
    'yaml',
    `status: ERROR\n# more\n\n${BAD}\n`,
    `# ${FILE} ${RULE}\nstatus: ERROR\n# more\n\n${BAD}\n`,
  ],
  [
    'not in a comment for a line',
    'yaml',
    `a: 1 # ${LINE} wrong-type\nstatus: ERROR\n${BAD}\n`,
    `# ${FILE} ${RULE}\na: 1 # ${LINE} wrong-type\nstatus: ERROR\n${BAD}\n`,
  ],
  [
    'above a comment that belongs to what follows',
    'jsonc',
    `// about it\n{\n${BAD_JSON}}`,
    `// ${FILE} ${RULE}\n// about it\n{\n${BAD_JSON}}`,
  ],
  [
    'behind a licence with blanks behind it',
    'jsonc',
    `/* © we */  \n\n{${BAD_JSON}}`,
    `/* © we */  \n// ${FILE} ${RULE}\n\n{${BAD_JSON}}`,
  ],
  ['at the top', 'jsonc', `{${BAD_JSON}}`, `// ${FILE} ${RULE}\n{${BAD_JSON}}`],
  [
    'behind a licence',
    'jsonc',
    `/*\n * © we\n */\n\n{${BAD_JSON}}`,
    `/*\n * © we\n */\n// ${FILE} ${RULE}\n\n{${BAD_JSON}}`,
  ],
  ['nowhere in strict JSON', 'json', `{${BAD_JSON}}`, undefined],
];

const IN_STRING = `'{${BAD_JSON}}'`;

/** Where the language, or who reads the text, wants something else to come first or on the line above. */
const IN_PLACE: readonly [string, Silence, string, string, string][] = [
  [
    'above a command that goes on',
    silenceLine,
    'shellscript',
    `curl http://x \\\n  -d ${IN_STRING} \\\n  -v\n`,
    `# ${NEXT} ${RULE}\ncurl http://x \\\n  -d ${IN_STRING} \\\n  -v\n`,
  ],
  [
    'above a command with a here-document that goes on',
    silenceLine,
    'shellscript',
    `  curl \\\r\n  -d @- <<EOF\r\n{${BAD_JSON}}\r\nEOF\r\n`,
    `  # ${NEXT} ${RULE}\r\n  curl \\\r\n  -d @- <<EOF\r\n{${BAD_JSON}}\r\nEOF\r\n`,
  ],
  [
    'above a statement that goes on',
    silenceLine,
    'python',
    `a = 1\nassert f(x) == \\\n    ${IN_STRING}\n`,
    `a = 1\n# ${NEXT} ${RULE}\nassert f(x) == \\\n    ${IN_STRING}\n`,
  ],
  [
    'below a comment that ends in a backslash',
    silenceLine,
    'python',
    `# C:\\\nx = ${IN_STRING}\n`,
    `# C:\\\n# ${NEXT} ${RULE}\nx = ${IN_STRING}\n`,
  ],
  [
    'behind the tag',
    silenceFile,
    'php',
    `<?php\nnamespace A;\n$s = ${IN_STRING};\n`,
    `<?php\n// ${FILE} ${RULE}\nnamespace A;\n$s = ${IN_STRING};\n`,
  ],
  [
    'behind the tag on its line',
    silenceFile,
    'php',
    `<p>a</p><?php $s = ${IN_STRING};\n`,
    `<p>a</p><?php\n// ${FILE} ${RULE}\n $s = ${IN_STRING};\n`,
  ],
  [
    'behind the tag on its line',
    silenceLine,
    'php',
    `<p>\n<?= ${IN_STRING} ?>\n`,
    `<p>\n<?=\n// ${NEXT} ${RULE}\n ${IN_STRING} ?>\n`,
  ],
  [
    'behind the encoding',
    silenceFile,
    'python',
    `#!/usr/bin/python\n# -*- coding: utf-8 -*-\nx = ${IN_STRING}\n`,
    `#!/usr/bin/python\n# -*- coding: utf-8 -*-\n# ${FILE} ${RULE}\nx = ${IN_STRING}\n`,
  ],
  [
    'behind the encoding',
    silenceFile,
    'ruby',
    `# encoding: utf-8\nx = ${IN_STRING}\n`,
    `# encoding: utf-8\n# ${FILE} ${RULE}\nx = ${IN_STRING}\n`,
  ],
  [
    'behind the metadata that three dots end',
    silenceFile,
    'markdown',
    `---\ntitle: x\n...\n\n\`\`\`json\n{${BAD_JSON}}\n\`\`\`\n`,
    `---\ntitle: x\n...\n<!-- ${FILE} ${RULE} -->\n\n\`\`\`json\n{${BAD_JSON}}\n\`\`\`\n`,
  ],
  ...['---', '+++'].map((sign): (typeof IN_PLACE)[number] => [
    `behind the metadata between ${sign}`,
    silenceFile,
    'markdown',
    `${sign}\ntitle: x\n${sign}\n\n\`\`\`json\n{${BAD_JSON}}\n\`\`\`\n`,
    `${sign}\ntitle: x\n${sign}\n<!-- ${FILE} ${RULE} -->\n\n\`\`\`json\n{${BAD_JSON}}\n\`\`\`\n`,
  ]),
  [
    'in the quote',
    silenceLine,
    'markdown',
    `> - a\n>   \`\`\`json\n>   {${BAD_JSON}}\n>   \`\`\`\n`,
    `> - a\n>   <!-- ${NEXT} ${RULE} -->\n>   \`\`\`json\n>   {${BAD_JSON}}\n>   \`\`\`\n`,
  ],
  [
    'before the quote',
    silenceFile,
    'markdown',
    `> \`\`\`json\n> {${BAD_JSON}}\n> \`\`\`\n`,
    `<!-- ${FILE} ${RULE} -->\n> \`\`\`json\n> {${BAD_JSON}}\n> \`\`\`\n`,
  ],
  [
    'above the blank line of an indented block',
    silenceLine,
    'markdown',
    `- a\n\n      {${BAD_JSON}}\n`,
    `- a\n\n  <!-- ${NEXT} ${RULE} -->\n\n      {${BAD_JSON}}\n`,
  ],
];

describe('Silencing a finding by a comment', () => {
  for (const [where, silence, languageId, before, after] of IN_PLACE) {
    it(`breaks nothing: ${where} (${languageId})`, () => {
      assert.equal(silenced(silence, before, languageId), after);
    });
  }

  for (const [where, languageId, before, after] of LINES) {
    it(`for its line: ${where} (${languageId})`, () => {
      assert.equal(silenced(silenceLine, before, languageId), after);
    });
  }

  for (const [where, languageId, before, after] of FILES) {
    it(`for its file: ${where} (${languageId})`, () => {
      assert.equal(silenced(silenceFile, before, languageId), after);
    });
  }

  it('is not done in an HTTP answer', () => {
    const answer = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{${BAD_JSON}}\r\n`;
    assert.equal(silenced(silenceLine, answer, 'jsonc'), undefined);
    assert.equal(silenced(silenceFile, answer, 'yaml'), undefined);
  });

  it('is not done for a comment that silences nothing: no comment can', () => {
    assert.equal(
      silenced(silenceLine, `# server-status-disable\nstatus: ACTIVE\n${BAD}\n`, 'yaml'),
      undefined,
    );
    assert.equal(
      silenced(silenceFile, `# server-status-disable\nstatus: ACTIVE\n${BAD}\n`, 'yaml'),
      undefined,
    );
  });
});
