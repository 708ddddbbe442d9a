import fc from 'fast-check';
import { LANGUAGE_IDS } from '../../src/fixture';
import { file, holds, LANGUAGES, SEED, survive } from './helpers';

/** Pieces that programs and documents are made of, in whichever language. */
const PIECES = [
  ...'\'"`\\/#*<>(){}[]$%@:;,.=+-|~!?&^_',
  ...['\n', '\n', '\r\n', '\r', '  ', '\t', ' ', '\0', '\uD800', '🚀', '\u2028'],
  ...[
    '"""',
    "'''",
    '```',
    '````json',
    '~~~yaml\n',
    '```json\n',
    '\n```\n',
    '#{',
    '${',
    '{{',
    '{%',
    '$(',
    '<%',
  ],
  ...['//', '/*', '*/', '<!--', '-->', '{/*', '*/}', '=begin\n', '=end\n', '__END__', '<?php', '?>'],
  ...[
    '<<EOF\n',
    "<<-'EOF'\n",
    '<<~X\n',
    '<<<X\n',
    'EOF\n',
    'X\n',
    'X;\n',
    'r#"',
    '"#',
    'b"',
    "f'",
    '@"',
    '$@"',
    'R"(',
  ],
  ...['%q(', '%w[', '%Q{', '\\u{1F680}', '\\x41', '\\u0041', '\\N{', '\\101', '\\\n', 'raw(', '${"'],
  ...[
    '.. code-block:: json\n\n',
    '::\n\n   ',
    '----\n',
    '[source,json]\n',
    '....\n',
    '---\n',
    'import x from "y"\n',
  ],
  ...['{"OS-EXT-STS:vm_state": "active", "status": "ERROR"}', 'OS-EXT-STS:vm_state: active\nstatus: ERROR\n'],
  ...[
    '"OS-EXT-STS:vm_state"',
    '"status"',
    'OS-EXT-STS:task_state',
    'null',
    'nil',
    'None',
    '=>',
    ': ',
    'server',
  ],
  ...['server-status-disable', 'server-status cloud=rackspace', 'map[string]any{', 'dict(', 'array('],
];

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((some) => some.join(''));

for (const languageId of LANGUAGE_IDS.filter((id) => !LANGUAGES.includes(id))) {
  describe(`any text as ${languageId} (seed ${SEED})`, function () {
    this.timeout(30_000);

    it('is read, checked, hovered and completed without throwing', () => {
      // The key makes sure that the reader does not turn away at once.
      const text = fc.string({ unit: 'binary', maxLength: 300 });
      holds(
        fc.property(text, pieces, (noise, some) =>
          survive(`${noise}"OS-EXT-STS:vm_state"${some}`, languageId),
        ),
        20,
      );
    });

    it('may be any order of pieces, with a server among them', () => {
      holds(
        fc.property(pieces, file, pieces, (before, value, behind) =>
          survive(`${before}${JSON.stringify(value)}${behind}`, languageId),
        ),
        30,
      );
    });
  });
}
