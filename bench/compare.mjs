// Checks the same 1,000 servers with this project and with what people would use instead.
//
// Everything runs in one process, turn by turn, and only the ratios within one run mean anything.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { run } from '../scripts/processes.mjs';
import { bundleCore } from './core.mjs';
import { checkFiles, filesOf, parseFiles, shortened, startNode } from './files.mjs';
import { asJson, asYaml, generate } from './generate.mjs';
import { loadTime } from './load.mjs';
import { memoryTimes } from './memory.mjs';
import { jsonHover, jsonLanguageService } from './peers/json-language-service.mjs';
import { yamlHover, yamlLanguageServer } from './peers/yaml-language-server.mjs';
import { apiDescription, lockFile } from './quiet.mjs';
import { recordingOf } from './recording.mjs';
import { schemaOf } from './schema.mjs';
import { checkFolder, readFolder, sourcesIn } from './sources.mjs';

const SERVERS = 1000;
const MANY = 20_000;
const TYPED_IN = 10_000;
const VERY_MANY = 50_000;
const SOURCES = 5000;
const FILES = 10_000;
const LARGE_FILES = 1600;
const IN_LARGE_FILE = 116;
/** How often each contender runs before it is measured, until the engine has compiled it, and how often then. */
const USUAL = { warmUp: 10, rounds: 11 };
/** For what takes milliseconds: until the engine has all the memory that it is going to use, too. */
const LIGHT = { warmUp: 40, rounds: 31 };
/** For whole processes and very large texts, which take seconds. */
const FEW = { warmUp: 3, rounds: 5 };
/** For a key: a person presses many of them. */
const MANY_KEYS = { warmUp: 40, rounds: 101 };

/** The length of a text that takes more than milliseconds. */
const LONG = 10_000_000;

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');
const cli = join(root, 'dist', 'cli.js');

const core = await bundleCore();

const { servers, wrong } = generate(SERVERS, core);
const json = asJson(servers);
const yaml = asYaml(servers);
const recording = recordingOf(servers);
const schema = schemaOf(core.clouds.get('openstack'));
const mismatches = (fixture) => core.check(fixture).filter(({ rule }) => rule === 'status-mismatch').length;
const checked = (text, language) => () => mismatches(core.readFixture(text, language));
const parse = (reader) => () => {
  reader();
  return null;
};

/**
 * The targets, which are printed at the end with the results. A language service is compared in turns of its own: it
 * leaves so much memory to collect that whoever comes next waits for fresh pages from the system.
 */
const bars = [];

await compareJson('as JSON', json);
await compareJson('as JSON on one line', JSON.stringify({ servers }));
await compareYaml();
await compareRecording();
await compareQuiet('package-lock.json', lockFile(), 'json', 'JSON.parse', JSON.parse);
await compareQuiet('OpenAPI in YAML', apiDescription(), 'yaml', 'js-yaml load', load);
await compareJudging('a tenth of them wrong', json, wrong, 0.2);
await compareJudging('all of them wrong', ...allWrong(MANY));
await compareKeystroke('JSON', asJson, 'json', 1);
await compareKeystroke('YAML', asYaml, 'yaml', 1);
await compareKeystroke('an HTTP recording in YAML', recordingOf, 'yaml', 2);
await compareHover('JSON', json, 'json', jsonHover);
await compareHover('YAML', yaml, 'yaml', yamlHover);
await compareMany();
await compareSources(SOURCES);
await compareFiles(FILES);
await compareThreads(LARGE_FILES);
await compareStart();
bars.push({
  what: 'load of the extension, ms',
  value: loadTime(join(root, 'dist', 'extension.cjs'), USUAL.rounds),
  most: 15,
});
bars.push({ what: 'extension, minified, in kB', value: sizeOf('extension.cjs') / 1000, most: 320 });
bars.push({ what: 'extension, packed (VSIX), in kB', value: await packedSize(), most: 340 });
printBars();

async function compareJson(how, text) {
  const title = `${SERVERS} servers ${how}`;
  const own = ['Server Status: read and check', checked(text, 'json')];
  const parser = ['JSON.parse (no positions, no check)', parse(() => JSON.parse(text))];
  const service = ['vscode-json-languageservice: parse and validate', jsonLanguageService(text, schema)];
  const [check, parsed] = await compare(`${title}, ${megabytes(text)}`, wrong, [own, parser], LIGHT);
  const [beside, validated] = await compare(`${title}, beside a language service`, wrong, [own, service]);
  bars.push({ what: `${title}, times JSON.parse`, value: check / parsed, most: 1.5 });
  bars.push({ what: `${title}, times faster than the JSON service`, value: validated / beside, least: 20 });
}

async function compareYaml() {
  const title = `${SERVERS} servers as YAML`;
  const own = ['Server Status: read and check', checked(yaml, 'yaml')];
  const parser = ['js-yaml load (no positions, no check)', parse(() => load(yaml))];
  const service = ['yaml-language-server: validate', yamlLanguageServer(yaml, schema)];
  const [check, loaded] = await compare(`${title}, ${megabytes(yaml)}`, wrong, [own, parser]);
  const [beside, validated] = await compare(`${title}, beside a language service`, wrong, [own, service]);
  bars.push({ what: `${title}, times js-yaml load`, value: check / loaded, most: 0.2 });
  bars.push({ what: `${title}, times faster than the YAML service`, value: validated / beside, least: 60 });
}

async function compareRecording() {
  const title = `${SERVERS} servers as an HTTP recording in YAML`;
  const [check, parser] = await compare(`${title}, ${megabytes(recording)}`, wrong, [
    ['Server Status: read and check', checked(recording, 'yaml')],
    ['js-yaml load (the bodies are left unread)', parse(() => load(recording))],
  ]);
  bars.push({ what: `${title}, times js-yaml load`, value: check / parser, most: 0.25 });
}

/** Compares reading a file without servers, like the command line does. */
async function compareQuiet(what, text, language, peer, read) {
  const [check, parser] = await compare(`${what} without a server, ${megabytes(text)}`, 0, [
    [
      'Server Status: read and check',
      () => mismatches(core.readFixture(text, language, { leftAlone: false })),
    ],
    [peer, parse(() => read(text))],
  ]);
  bars.push({ what: `${what} without a server, times ${peer}`, value: check / parser, most: 0.1 });
}

/** Compares the check of servers that are already read, with the evidence for their cloud, but never checked before. */
async function compareJudging(how, text, wrong, most) {
  const read = () => {
    const fixture = core.readFixture(text, 'json');
    fixture.marks();
    return fixture;
  };
  const title = `${read().servers.length} servers that have been read, ${how}`;
  const contenders = [
    ['Server Status: check', mismatches, read],
    ['JSON.parse (no positions, no check)', parse(() => JSON.parse(text))],
  ];
  const times = text.length < LONG ? LIGHT : USUAL;
  const [check, parser] = await compare(`${title}, ${megabytes(text)}`, wrong, contenders, times);
  bars.push({ what: `${title}, times JSON.parse`, value: check / parser, most });
}

/** Returns servers that are all wrong, as after half a migration or with the wrong cloud. */
function allWrong(count) {
  const all = generate(count, core, 1);
  return [asJson(all.servers), all.wrong];
}

/** Types a letter in the middle of a large file and takes it back: to the findings, the text itself not counted. */
async function compareKeystroke(how, write, language, most) {
  const text = write(generate(TYPED_IN, core).servers);
  const press = keysIn(text, language, statusIn(text));
  const title = `a key in ${TYPED_IN} servers as ${how}`;
  const [keystroke] = await compare(
    `${title}, ${megabytes(text)}`,
    null,
    [['Server Status: read what changed, and check', parse(() => core.check(press()))]],
    MANY_KEYS,
  );
  await compare(
    `all ${TYPED_IN} servers as ${how}, ${megabytes(text)}`,
    null,
    [['Server Status: read all, and check', parse(() => core.check(core.readFixture(text, language)))]],
    FEW,
  );
  bars.push({ what: `${title}, ms`, value: keystroke, most });
}

/** Compares hover and completion after a key: the peers parse the text again. */
async function compareHover(how, text, language, peer) {
  const at = statusIn(text);
  const press = keysIn(text, language, at);
  const title = `hover and completion in ${SERVERS} servers as ${how}`;
  const [own, other] = await compare(`${title}, ${megabytes(text)}`, null, [
    [
      'Server Status: read what changed, hover and complete',
      parse(() => {
        const fixture = press();
        core.hover(fixture, at);
        core.complete(fixture, at);
      }),
    ],
    ['the language service: parse, hover and complete', peer(text, schema, at)],
  ]);
  bars.push({ what: `${title}, times faster than the service`, value: other / own, least: 20 });
}

/** Returns a function that doubles a letter, or takes the second one back, and reads what that changed, as an editor tells it. */
function keysIn(text, language, at) {
  const typed = flat(text.slice(0, at) + text[at] + text.slice(at));
  const keys = [
    { text: typed, change: { start: at, end: at, growth: 1 } },
    { text: flat(text), change: { start: at, end: at + 1, growth: -1 } },
  ];
  let [fixture, pressed] = [core.readFixture(text, language), 0];
  return () => {
    const key = keys[pressed % keys.length];
    pressed += 1;
    fixture = core.readChange(fixture, key.text, key.change);
    return fixture;
  };
}

/** Returns an offset in the value of a status in the middle of a text. */
function statusIn(text) {
  const status = /status\\*"?: ?\\*"?[A-Z]/g;
  status.lastIndex = text.length / 2;
  return status.exec(text) ? status.lastIndex : Number.NaN;
}

/** Returns a text in one piece, as an editor gives it: a joined one is put together when it is first read. */
function flat(text) {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** Compares the time per server of a very large file with that of a usual one. */
async function compareMany() {
  const many = asJson(generate(VERY_MANY, core).servers);
  const title = `${VERY_MANY} servers as JSON, ${megabytes(many)}`;
  const [all, one] = await compare(
    title,
    null,
    [
      ['Server Status: read and check', parse(checked(many, 'json'))],
      [`the same for ${SERVERS} servers`, parse(checked(json, 'json'))],
    ],
    FEW,
  );
  const value = all / VERY_MANY / (one / SERVERS);
  bars.push({ what: `${title}, times the time per server`, value, most: 1.3 });
  bars.push({ what: `${title}, memory, times the text`, value: await memoryTimes(many), most: 3 });
}

/** Compares a folder of test sources and documents without servers: whole processes, with cached files. */
async function compareSources(count) {
  const folder = sourcesIn(count);
  await compare(`${count} sources without a server`, 0, [
    ['Server Status: check the folder', checkFolder(cli, folder)],
    ['a process that reads them', readFolder(folder)],
  ]);
}

/** Compares many small files with a process that reads and parses them. */
async function compareFiles(count) {
  const all = generate(count, core, 100);
  const folder = filesOf(shortened(all.servers), 1);
  const title = `${count} JSON files with a server each`;
  const [check, parser] = await compare(
    title,
    all.wrong,
    [
      ['Server Status: check the folder', checkFiles(cli, folder, [])],
      ['a process that reads and parses them', parseFiles(folder)],
    ],
    FEW,
  );
  bars.push({ what: `${title}, times the process that parses`, value: check / parser, most: 2.5 });
}

/** Compares enough files for a second thread to pay off. */
async function compareThreads(count) {
  const all = generate(count * IN_LARGE_FILE, core, 500);
  const folder = filesOf(all.servers, IN_LARGE_FILE);
  const title = `${count} JSON files of ${IN_LARGE_FILE} servers`;
  const [one, two] = await compare(
    title,
    all.wrong,
    [
      ['Server Status: check the folder', checkFiles(cli, folder, [])],
      ['Server Status: --threads 2', checkFiles(cli, folder, ['--threads', '2'])],
    ],
    FEW,
  );
  bars.push({ what: `${title}, times faster with 2 threads`, value: one / two, least: 1.5 });
}

/** Compares the start-up time with one small file. */
async function compareStart() {
  const folder = filesOf(shortened(generate(1, core, 2).servers), 1);
  const [check, node] = await compare('one small JSON file', 1, [
    ['Server Status: check the file', checkFiles(cli, join(folder, 'p0', 'f0.json'), [])],
    ['node -e 0', startNode],
  ]);
  bars.push({ what: "one small file, ms more than Node's own start", value: check - node, most: 25 });
}

/** Prints the results next to the targets. A missed target fails nothing, as the machine may be slow. */
function printBars() {
  console.log('\nwhat is wanted\n');
  for (const { what, value, most, least } of bars) {
    const wanted = most === undefined ? (least === undefined ? '' : `at least ${least}`) : `at most ${most}`;
    const holds = (most === undefined || value <= most) && (least === undefined || value >= least);
    console.log(
      `${what.padEnd(82)} ${value.toFixed(2).padStart(8)}   ${wanted.padEnd(14)} ${holds ? '' : 'missed'}`.trimEnd(),
    );
  }
}

/** Packs the extension, and returns the size of the package in kB. */
async function packedSize() {
  const vsix = join(root, 'out', 'bench.vsix');
  await run(process.execPath, [join(root, 'scripts', 'package.mjs'), '--no-build', vsix]);
  return statSync(vsix).size / 1000;
}

function sizeOf(file) {
  return statSync(join(root, 'dist', file)).size;
}

/**
 * Runs the contenders in turns and prints their medians and ratios to the first one. A contender that finds a wrong
 * number of wrong servers fails the run. What a contender prepares before each round is not measured.
 *
 * @returns the medians in milliseconds.
 */
async function compare(title, wrong, contenders, { warmUp, rounds } = USUAL) {
  const times = contenders.map(() => []);
  const found = contenders.map(() => null);
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [i, [, run, prepare]] of contenders.entries()) {
      const prepared = prepare?.();
      const start = performance.now();
      found[i] = await run(prepared);
      const time = performance.now() - start;
      if (round >= warmUp) times[i].push(time);
    }
  }
  const medians = times.map(median);
  console.log(`\n${title}${wrong === null ? '' : `, ${wrong} of them wrong`}; median of ${rounds} rounds\n`);
  console.log(row('what', 'ms', 'ratio', 'found'));
  for (const [i, [name]] of contenders.entries()) {
    const ratio = (medians[i] / medians[0]).toFixed(2);
    console.log(row(name, medians[i].toFixed(1), ratio, found[i] ?? '-'));
    if (found[i] !== null && found[i] !== wrong) {
      console.error(`${name} found ${found[i]} wrong servers, not ${wrong}.`);
      process.exitCode = 1;
    }
  }
  return medians;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function megabytes(text) {
  return `${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`;
}

function row(what, ms, ratio, found) {
  return `${what.padEnd(50)} ${ms.padStart(8)} ${ratio.padStart(8)} ${String(found).padStart(7)}`;
}
