import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sayHelp } from '../../src/cli/help';
import { RULES } from '../../src/service';
import { inEnglish } from '../../src/words';
import { anchorsIn, ENGLISH_PAGES } from './pages';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));

const DOCS = ENGLISH_PAGES.filter((page) => page.startsWith('docs/'));

/** What a row of a table is about: the code or link that it begins with, without an option's value. */
const ROW = /^\| \[?`([\w.-]+)(?: [^`]*)?`/gm;

/** The pages of docs/ with a row about each name. */
const PAGES_BY_NAME = new Map<string, Set<string>>();
for (const page of DOCS) {
  for (const [, name = ''] of readFileSync(page, 'utf8').matchAll(ROW))
    PAGES_BY_NAME.set(name, (PAGES_BY_NAME.get(name) ?? new Set()).add(page));
}

const pagesAbout = (name: string) => [...(PAGES_BY_NAME.get(name) ?? [])];

const help = sayHelp(inEnglish);
const OPTIONS = [...new Set(help.match(/--[a-z][a-z-]*/g))];
const CLI_COMMANDS = [
  ...new Set([...help.matchAll(/^ {2}server-status (\w+)/gm)].map(([, name = '']) => name)),
];
const COMMANDS: string[] = contributes.commands.map(({ command }: { command: string }) => command);
const SETTINGS = Object.keys(contributes.configuration.properties);

/** What has a reference, and the page that has it. */
const REFERENCES = [
  ['option', OPTIONS, 'docs/cli.md'],
  ['command of the editor', COMMANDS, 'docs/settings.md'],
  ['setting', SETTINGS, 'docs/settings.md'],
] as const;

describe('The reference', () => {
  for (const [kind, names, page] of REFERENCES) {
    it(`has a row for every ${kind} in ${page}, and in no other page`, () => {
      assert.ok(names.length > 5);
      for (const name of names) assert.deepEqual(pagesAbout(name), [page], name);
    });
  }

  it('has a heading for every command of the command line in docs/cli.md', () => {
    assert.ok(CLI_COMMANDS.length > 5);
    const headings = anchorsIn('docs/cli.md');
    assert.deepEqual(
      CLI_COMMANDS.filter((name) => !headings.includes(name)),
      [],
    );
  });

  it('has no option, command or setting that does not exist', () => {
    // The only option that takes the place of a command.
    const known = ['--version', ...OPTIONS, ...COMMANDS, ...SETTINGS];
    const named = [...PAGES_BY_NAME.keys()].filter((name) => /^(--|serverStatus\.)/.test(name));
    assert.deepEqual(
      named.filter((name) => !known.includes(name)),
      [],
    );
  });

  for (const [folder, texts] of [
    ['docs', 'package.nls.json'],
    ['docs/zh-cn', 'package.nls.zh-cn.json'],
  ] as const) {
    const page = readFileSync(`${folder}/settings.md`, 'utf8');

    it(`gives every command the title that it has in the palette, in ${folder}`, () => {
      const titles = JSON.parse(readFileSync(texts, 'utf8'));
      for (const command of COMMANDS) {
        const title = titles[command.replace('serverStatus', 'command')];
        assert.ok(page.includes(`| \`${command}\` | ${title} | `), command);
      }
    });

    it(`gives every setting its default, in ${folder}`, () => {
      for (const [name, { default: value }] of Object.entries<{ default: unknown }>(
        contributes.configuration.properties,
      )) {
        const isLong = Array.isArray(value);
        assert.ok(page.includes(`| \`${name}\` | ${isLong ? '' : `\`${JSON.stringify(value)}\` |`}`), name);
      }
    });
  }

  it('gives every rule its default severity', () => {
    const page = readFileSync('docs/rules.md', 'utf8');
    for (const [code, { severity }] of RULES)
      assert.ok(page.includes(`| [${code}](rules/${code}.md) | ${severity} `), code);
  });
});
