/**
 * `npm run test:mutants [-- [--idle] FOLDER|FILE…]`: makes one small change to the code at a time, each a mutant, runs
 * the tests for it, and prints the mutants that no test noticed.
 *
 *   npm run test:mutants -- src/mapping src/service/rules/wrong-type.ts
 *
 * With --idle, every test runs for every mutant that it could notice, and tests that noticed none are also printed.
 * Works on a copy of the project in the system's temporary folder. Ends with code 1 below the bar of config.mjs.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { inRoot, ROOT } from '../scripts/paths.mjs';
import { atExit } from '../scripts/processes.mjs';
import { BAR, FOLDERS, LEFT_OUT, testsFor } from './config.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Folders that are not copied: built, installed or downloaded files. */
const NOT_COPIED = ['node_modules', 'dist', 'out', '.git', '.vscode-test'];

const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { idle: { type: 'boolean' } } });
const targets = positionals.map((target) => target.replaceAll('\\', '/').replace(/\/$/, ''));
if (targets.length === 0) targets.push(...FOLDERS);
const unknown = targets.find((target) => !target.startsWith('src/') || !existsSync(inRoot(fileOf(target))));
if (unknown) throw new Error(`Wanted: folders or files of src/, and ${unknown} is none`);

installStryker();
const copy = copyProject();
process.chdir(copy);
const mutants = await runStryker();
const scores = targets.map((target) => report(target, mutants));
if (values.idle) reportIdle(mutants);
if (scores.some((score) => score < BAR)) {
  console.log(`\nWanted: ${BAR} % in each.`);
  process.exitCode = 1;
}

/** Returns a target's file. A target can name lines: `src/mapping/nearest.ts:20-30`. */
function fileOf(target) {
  return target.replace(/:.*$/, '');
}

/** Installs Stryker and a mocha that it supports, with their own lockfile: they are not dependencies of the project. */
function installStryker() {
  if (existsSync(path.join(here, 'node_modules'))) return;
  console.log('Installing Stryker (mutants/package-lock.json) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--prefix', here], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Copies the project, so the original is not changed. */
function copyProject() {
  const folder = mkdtempSync(path.join(tmpdir(), 'server-status-mutants-'));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (file) => !NOT_COPIED.includes(path.basename(file)),
  });
  symlinkSync(inRoot('node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

/** @returns {Promise<import('@stryker-mutator/api/core').MutantResult[]>} */
async function runStryker() {
  const build = ['node', 'esbuild.mjs', '--tests'];
  const { status } = spawnSync(build[0], build.slice(1), { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const built = readdirSync('out/test', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.mjs'));

  const installed = (name) => path.join(here, 'node_modules', name);
  const core = pathToFileURL(path.join(installed('@stryker-mutator/core'), 'dist/src/index.js'));
  const { Stryker } = await import(core.href);
  return new Stryker({
    plugins: [path.join(installed('@stryker-mutator/mocha-runner'), 'dist/src/index.js')],
    testRunner: 'mocha',
    mochaOptions: { spec: testsFor(built, targets), ui: 'bdd', 'no-config': true },
    mutate: [...targets.map((target) => (/\.ts\b/.test(target) ? target : `${target}/**/*.ts`)), ...LEFT_OUT],
    inPlace: true,
    buildCommand: build.join(' '),
    // Stryker would rewrite the real one, with a TypeScript version that it does not support.
    tsconfigFile: 'none.json',
    // esbuild ignores types, and an added line would shift the positions in golden files.
    disableTypeChecks: false,
    coverageAnalysis: 'perTest',
    // Code that runs once would need a new process for every mutant, and is mostly data.
    ignoreStatic: true,
    disableBail: values.idle === true,
    concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 1),
    reporters: [process.stdout.isTTY ? 'progress' : 'progress-append-only'],
    allowEmpty: true,
    logLevel: 'warn',
  }).runMutationTest();
}

/** Prints the numbers of a folder and its files, and its survivors. Returns its score. */
function report(target, all) {
  const found = all
    .map((mutant) => ({ ...mutant, file: path.relative(copy, mutant.fileName).replaceAll('\\', '/') }))
    .filter(({ file }) => file === fileOf(target) || file.startsWith(`${target}/`));
  const files = [...new Set(found.map(({ file }) => file))].sort();
  const rows = files.map((file) => [file, count(found.filter((mutant) => mutant.file === file))]);
  const total = count(found);

  console.log(`\n${line('', ['mutants', 'killed', 'timed out', 'survived', 'no coverage', 'score'])}`);
  for (const [file, numbers] of rows) if (file !== target) console.log(line(file, cells(numbers)));
  console.log(line(target, cells(total)));

  const survivors = found.filter(({ status }) => UNNOTICED.includes(status));
  if (survivors.length > 0) console.log();
  for (const { file, location, mutatorName, replacement, status } of survivors) {
    const { line, column } = location.start;
    const shown = replacement.replace(/\s+/g, ' ').slice(0, 100);
    console.log(
      `${file}:${line}:${column} ${status === 'NoCoverage' ? 'no coverage' : 'survived'}: ${mutatorName} → ${shown}`,
    );
  }
  return total.score;
}

/** Prints the tests that ran for a mutant but noticed none. Tests of tables are rightly among them. */
function reportIdle(all) {
  const noticing = new Set(all.flatMap(({ killedBy = [] }) => killedBy));
  const ran = new Set(all.flatMap(({ coveredBy = [] }) => coveredBy));
  const idle = [...ran].filter((test) => !noticing.has(test));
  console.log(`\n${idle.length} of ${ran.size} tests noticed no mutant:`);
  for (const test of idle) console.log(`- ${test}`);
}

function count(mutants) {
  const of = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const all = of(...NOTICED, ...UNNOTICED);
  return {
    all,
    killed: of('Killed'),
    timedOut: of('Timeout'),
    survived: of('Survived'),
    noCoverage: of('NoCoverage'),
    score: all === 0 ? 100 : (of(...NOTICED) / all) * 100,
  };
}

function cells({ all, killed, timedOut, survived, noCoverage, score }) {
  return [all, killed, timedOut, survived, noCoverage, score.toFixed(1)].map(String);
}

function line(name, numbers) {
  return name.padEnd(44) + numbers.map((text) => text.padStart(12)).join('');
}
