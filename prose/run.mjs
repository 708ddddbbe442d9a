// `npm run lint:prose`: prints hints of textlint on the English of the pages and messages; with files, on those only. The run
// always succeeds. `--passive` adds what may be passive voice, which is often right.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');

/** Where pages are. docs/clouds/ is made from the tables, docs/zh-cn/ is in Chinese. */
const FOLDERS = ['.', 'docs', 'docs/rules', 'examples', 'bench'];

/** The files of messages, and what holds the English in each. */
const MESSAGES = [
  ['l10n/bundle.l10n.zh-cn.json', Object.keys],
  ['package.nls.json', Object.values],
];

installLinter();
const { createLinter, loadTextlintrc } = await import('textlint');
const linter = createLinter({
  descriptor: await loadTextlintrc({
    configFilePath: join(here, '.textlintrc.json'),
    node_modulesDir: join(here, 'node_modules'),
  }),
});

const isPassiveAsked = process.argv.includes('--passive');
const asked = process.argv.slice(2).filter((arg) => arg !== '--passive');
const files = asked.length > 0 ? asked : FOLDERS.flatMap(pagesIn);
let count = 0;
for (const file of files) {
  const { messages } = await linter.lintFiles([join(root, file)]).then(([result]) => result);
  for (const { line, column, message, ruleId } of messages)
    print(`${file}:${line}:${column}`, message, ruleId);
}
for (const [file, textsOf] of asked.length > 0 ? [] : MESSAGES) {
  for (const text of textsOf(JSON.parse(readFileSync(join(root, file), 'utf8')))) {
    const { messages } = await linter.lintText(text, 'message.md');
    for (const { message, ruleId } of messages) print(`${file}: ${JSON.stringify(text)}`, message, ruleId);
  }
}
console.log(`${count} hints`);

function pagesIn(folder) {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => (folder === '.' ? name : `${folder}/${name}`));
}

function print(place, message, rule) {
  if (!isPassiveAsked && message.includes('passive voice')) return;
  count += 1;
  console.log(`${place}: ${message.replaceAll('\n', ' ')} (${rule})`);
}

/** The linter is no dependency of the project: it is installed here, at the version of the lockfile. */
function installLinter() {
  if (existsSync(join(here, 'node_modules'))) return;
  console.log(`Installing the linter (${relative(root, join(here, 'package-lock.json'))}) …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--prefix', here], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
