import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import { clouds, statusChoices } from '../../src/mapping';
import { checkText, hints, readFixture, setState } from '../../src/service';
import { accept } from './completing';
import { applyEdits } from './helpers';

/** Ways in which a source or a document holds YAML: how it is put in, and how the language takes it out again. */
const CONTAINERS: readonly (readonly [
  name: string,
  language: string,
  write: (yaml: string) => string,
  read: (text: string) => string,
])[] = [
  [
    'a raw string of Go',
    'go',
    (yaml) => `var x = \`\n${yaml}\`\n`,
    (text) => text.slice(text.indexOf('`') + 1, text.lastIndexOf('`')),
  ],
  [
    'an interpreted string of Go',
    'go',
    (yaml) => `var x = ${JSON.stringify(yaml)}\n`,
    (text) => JSON.parse(text.slice(8)),
  ],
  [
    'three quotes of Python, indented',
    'python',
    (yaml) => `def f():\n    x = """\n${yaml.replace(/^/gm, '        ')}"""\n`,
    (text) => text.slice(text.indexOf('"""') + 3, text.lastIndexOf('"""')),
  ],
  [
    'a text block of Java',
    'java',
    (yaml) => `  String x = """\n${yaml.replace(/^(?=.)/gm, '      ')}      """;\n`,
    (text) => text.slice(text.indexOf('\n') + 1, text.lastIndexOf('"""')).replace(/^ {6}/gm, ''),
  ],
  [
    'a here document of Ruby',
    'ruby',
    (yaml) => `x = <<~YAML\n${yaml.replace(/^(?=.)/gm, '  ')}YAML\n`,
    (text) => text.slice(text.indexOf('\n') + 1, text.lastIndexOf('YAML')).replace(/^ {2}/gm, ''),
  ],
  [
    'a here document of a shell that strips tabs',
    'shellscript',
    (yaml) => `cat <<-EOF\n${yaml.replace(/^(?=.)/gm, '\t')}EOF\n`,
    (text) => text.slice(text.indexOf('\n') + 1, text.lastIndexOf('EOF')).replace(/^\t*/gm, ''),
  ],
  [
    'a fence of Markdown in a quote',
    'markdown',
    (yaml) => `> ~~~yaml\n${yaml.replace(/^(?=.)/gm, '> ')}> ~~~\n`,
    (text) => text.replace(/^> ?/gm, '').replace(/^~~~.*\n/gm, ''),
  ],
  [
    'a fence of Markdown in a list',
    'markdown',
    (yaml) => `- a\n\n  \`\`\`\n${yaml.replace(/^(?=.)/gm, '  ')}  \`\`\`\n`,
    (text) => text.slice(text.indexOf('```\n') + 4, text.lastIndexOf('```')).replace(/^ {2}/gm, ''),
  ],
  [
    'a directive of reStructuredText',
    'restructuredtext',
    (yaml) => `.. code-block:: yaml\n   :linenos:\n\n${yaml.replace(/^(?=.)/gm, '   ')}\nEnd\n`,
    (text) => text.slice(text.indexOf('\n\n'), text.lastIndexOf('End')),
  ],
  [
    'a listing of AsciiDoc',
    'asciidoc',
    (yaml) => `[source,yaml]\n----\n${yaml}----\n`,
    (text) => text.slice(text.indexOf('----\n') + 5, text.lastIndexOf('----')),
  ],
];

const yaml = (status: string) =>
  `server:\n  id: a\n${status}  OS-EXT-STS:vm_state: active\n  OS-EXT-STS:task_state: rebooting\n  tail: [1]\n`;

for (const [name, language, write, read] of CONTAINERS) {
  const says = (text: string) => (load(read(text)) as { server: Record<string, unknown> }).server;

  describe(`a server in YAML in ${name}`, () => {
    it('has its finding at the value, and a fix', () => {
      const text = write(yaml('  status: ACTIVE\n'));
      const [finding, ...others] = checkText(text, language);
      assert.deepEqual(others, []);
      assert.equal(finding && text.slice(finding.span.start, finding.span.end), 'ACTIVE');
      const after = applyEdits(text, finding?.fixes[0]?.edits ?? []);
      assert.deepEqual(says(after), { ...says(text), status: 'REBOOT' });
    });

    it('gets a line for the status that a hint shows', () => {
      const text = write(yaml(''));
      const [hint] = hints(readFixture(text, language), { start: 0, end: text.length }, 'missing');
      assert.deepEqual(says(applyEdits(text, hint?.edits ?? [])), { ...says(text), status: 'REBOOT' });
    });

    it('has a missing field completed', () => {
      assert.equal(says(accept(write(yaml('  |\n')), language, 'status')).status, 'REBOOT');
    });

    it('is set to every status of OpenStack, with the lines that it needs', () => {
      const cloud = clouds.get('openstack');
      assert.ok(cloud);
      for (const { status, pairs } of statusChoices(cloud)) {
        const text = write(yaml('  status: ACTIVE\n  progress: 5\n'));
        const fixture = readFixture(text, language);
        const [object] = fixture.servers;
        const change = object && setState(fixture, object, cloud, { status, pair: pairs[0] ?? null });
        assert.ok(change, `${status} can be set`);
        const after = says(applyEdits(text, change.edits));
        assert.deepEqual([after.status, after.id, after.tail], [status, 'a', [1]]);
        assert.equal(typeof after.fault === 'object', status === 'ERROR');
      }
    });
  });
}
