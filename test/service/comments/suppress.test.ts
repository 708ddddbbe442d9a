import assert from 'node:assert/strict';
import { checkText } from '../../../src/service';

const BAD = '{"OS-EXT-STS:vm_state": "active", "status": "ERROR"}';
/** Two findings on one line: a mismatch and a hint. */
const TWO = '{"OS-EXT-STS:vm_state": "stopped", "status": "ERROR", "OS-EXT-STS:power_state": 1}';

const rules = (text: string, languageId: string) => checkText(text, languageId).map(({ rule }) => rule);

/** The lines, from 1, that findings of a text stand on. */
const linesOf = (text: string, languageId: string) =>
  checkText(text, languageId).map(({ span }) => text.slice(0, span.start).split(/\r\n|\r|\n/).length);

const LANGUAGES = [
  ['jsonc', 'in a line comment', (words: string) => `// ${words}`],
  ['jsonc', 'in a block comment', (words: string) => `/* ${words} */`],
  ['json', 'in a comment of plain JSON', (words: string) => `// ${words}`],
  ['yaml', 'in a comment', (words: string) => `# ${words}`],
] as const;

for (const [languageId, where, comment] of LANGUAGES) {
  /** One value a line, so that JSON is YAML's flow style and both can have comments between. */
  const list = (...parts: string[]) => `[\n${parts.join('\n')}\n]\n`;

  describe(`silencing ${where} of ${languageId}`, () => {
    it('covers the whole file with disable-file, wherever it stands', () => {
      const text = list(`${BAD},`, BAD, comment('server-status-disable-file'));
      assert.deepEqual(rules(text, languageId), []);
    });

    it('covers one code of the file with disable-file CODE', () => {
      const text = list(comment('server-status-disable-file status-mismatch'), TWO);
      assert.deepEqual(rules(text, languageId), ['power-state']);
    });

    it('covers its own line with disable-line', () => {
      const text = list(`${BAD}, ${comment('server-status-disable-line')}`, BAD);
      assert.deepEqual(linesOf(text, languageId), [3]);
    });

    it('covers one code of its own line with disable-line CODE', () => {
      const text = list(`${TWO} ${comment('server-status-disable-line power-state')}`);
      assert.deepEqual(rules(text, languageId), ['status-mismatch']);
    });

    it('covers the next line alone with disable-next-line', () => {
      const text = list(comment('server-status-disable-next-line'), `${BAD},`, BAD);
      assert.deepEqual(linesOf(text, languageId), [4]);
    });

    it('covers one code of the next line with disable-next-line CODE', () => {
      const text = list(comment('server-status-disable-next-line status-mismatch'), TWO);
      assert.deepEqual(rules(text, languageId), ['power-state']);
    });

    it('covers everything behind it with disable', () => {
      const text = list(`${BAD},`, comment('server-status-disable'), `${BAD},`, BAD);
      assert.deepEqual(linesOf(text, languageId), [2]);
    });

    it('covers everything from disable to enable', () => {
      const text = list(
        comment('server-status-disable'),
        `${BAD},`,
        comment('server-status-enable'),
        `${BAD},`,
        BAD,
      );
      assert.deepEqual(linesOf(text, languageId), [5, 6]);
    });

    it('covers one code from disable CODE to enable CODE', () => {
      const text = list(
        comment('server-status-disable status-mismatch'),
        `${TWO},`,
        comment('server-status-enable status-mismatch'),
        TWO,
      );
      assert.deepEqual(rules(text, languageId), ['power-state', 'status-mismatch', 'power-state']);
    });

    it('keeps the other codes silent where enable names one', () => {
      const text = list(
        comment('server-status-disable'),
        `${TWO},`,
        comment('server-status-enable status-mismatch'),
        TWO,
      );
      assert.deepEqual(rules(text, languageId), ['status-mismatch']);
    });

    it('covers everything between one pair, and again between the next', () => {
      const [off, on] = [comment('server-status-disable'), comment('server-status-enable')];
      const text = list(off, `${BAD},`, on, `${BAD},`, off, `${BAD},`, on, BAD);
      assert.deepEqual(linesOf(text, languageId), [5, 9]);
    });

    it('covers everything behind a second disable, too, which adds nothing', () => {
      const off = comment('server-status-disable');
      assert.deepEqual(rules(list(off, off, BAD), languageId), ['unused-directive']);
    });

    it('goes on behind a comment for a line', () => {
      const line = comment('server-status-disable-line');
      const text = list(comment('server-status-disable'), `${BAD},`, `${BAD}, ${line}`, BAD);
      assert.deepEqual(linesOf(text, languageId), []);
    });

    it('ends on the line of enable', () => {
      const text = list(
        comment('server-status-disable'),
        `${BAD},`,
        `${BAD} ${comment('server-status-enable')}`,
      );
      assert.deepEqual(linesOf(text, languageId), [4]);
    });

    it('covers with two comments for one line what each of them names', () => {
      const next = comment('server-status-disable-next-line status-mismatch');
      const text = list(next, `${TWO} ${comment('server-status-disable-line power-state')}`);
      assert.deepEqual(rules(text, languageId), []);
    });

    it('takes several codes, with commas or blanks', () => {
      for (const codes of ['status-mismatch power-state', 'status-mismatch, power-state']) {
        const text = list(comment(`server-status-disable-next-line ${codes}`), TWO);
        assert.deepEqual(rules(text, languageId), []);
      }
    });

    it('takes a comment right behind the brace of its server', () => {
      const text = `{ ${comment('server-status-disable-line')}\n"OS-EXT-STS:vm_state": "active",\n"status": "ERROR" }`;
      assert.deepEqual(rules(text, languageId), ['unused-directive', 'status-mismatch']);
    });
  });

  describe(`unused-directive ${where} of ${languageId}`, () => {
    const GOOD = '{"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"}';

    for (const verb of ['disable', 'disable-line', 'disable-next-line', 'disable-file', 'enable']) {
      it(`is information for ${verb} that silences nothing`, () => {
        const found = checkText(list(comment(`server-status-${verb}`), GOOD), languageId);
        assert.deepEqual(
          found.map(({ rule, severity }) => `${severity} ${rule}`),
          ['information unused-directive'],
        );
      });
    }

    for (const [disable, enable, found] of [
      ['', ' status-mismatch', []],
      [' status-mismatch', '', []],
      [' status-mismatch', ' power-state status-mismatch', []],
      [' status-mismatch', ' power-state', ['unused-directive']],
    ] as const)
      it(`is ${found.length === 0 ? 'not ' : ''}found for enable${enable} behind disable${disable}`, () => {
        const [off, on] = [`server-status-disable${disable}`, `server-status-enable${enable}`];
        assert.deepEqual(rules(list(comment(off), BAD, comment(on)), languageId), found);
      });

    it('is found for a code that is not there', () => {
      const text = list(comment('server-status-disable-next-line status-mismatches'), BAD);
      assert.deepEqual(rules(text, languageId), ['unused-directive', 'status-mismatch']);
    });

    it('is found for a known code without a finding', () => {
      const text = list(comment('server-status-disable-next-line wrong-type'), BAD);
      assert.deepEqual(rules(text, languageId), ['unused-directive', 'status-mismatch']);
    });

    it('stands inside its comment', () => {
      const words = 'server-status-disable-file no-such-rule';
      const text = list(comment(words), GOOD);
      const [finding] = checkText(text, languageId);
      const at = text.indexOf(comment(words));
      assert.ok(finding && at <= finding.span.start && finding.span.end <= at + comment(words).length);
    });

    it('is not found for a comment that silences', () => {
      assert.deepEqual(rules(list(comment('server-status-disable-next-line'), BAD), languageId), []);
    });

    it('is not found for a comment of another tool', () => {
      assert.deepEqual(rules(list(comment('eslint-disable-next-line'), GOOD), languageId), []);
    });
  });
}

describe('silencing words', () => {
  it('do nothing inside a text', () => {
    const text = `{"note": "// server-status-disable-file", "server": ${BAD}}`;
    assert.deepEqual(rules(text, 'jsonc'), ['status-mismatch']);
  });

  it('do nothing inside a text of YAML', () => {
    const text = `note: "# server-status-disable-file"\nserver: ${BAD}\n`;
    assert.deepEqual(rules(text, 'yaml'), ['status-mismatch']);
  });

  it('do nothing where the verb is no verb', () => {
    assert.deepEqual(rules(`// server-status-disabled\n${BAD}`, 'jsonc'), ['status-mismatch']);
  });

  it('work in CR LF texts', () => {
    const text = `[\r\n// server-status-disable-next-line\r\n${BAD},\r\n${BAD}\r\n]`;
    assert.deepEqual(linesOf(text, 'jsonc'), [4]);
  });

  it('work in broken YAML', () => {
    const text = `# server-status-disable-next-line\na: ${BAD}\nb: ]\nc: ${BAD}\n`;
    assert.deepEqual(linesOf(text, 'yaml'), [4]);
  });

  it('work before a comment block that spans lines', () => {
    const text = `[\n/* server-status-disable-next-line\n   because we test it */\n${BAD}\n]`;
    assert.deepEqual(rules(text, 'jsonc'), []);
  });
});
