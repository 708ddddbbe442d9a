import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** What VS Code loads: the extension, and the script of its one page that runs any. */
const BUNDLES = ['dist/extension.cjs', 'dist/state-map.js'];

/** Ways to run a text as code, to load code, and to reach a network or another process, each with an example. */
const HARMS: readonly (readonly [harm: string, pattern: RegExp, example: string])[] = [
  ['runs a text as code', /(?<![\w$.])eval\b|(?<![\w$])Function\s*\(/, 'new Function("return 1")'],
  ['runs a text later', /\bset(?:Timeout|Interval)\(\s*["'`]/, 'setTimeout("a()",1)'],
  [
    'makes a function of a text',
    /\.constructor\.constructor\b|\.constructor\(\s*["'`]/,
    'a.constructor("b")',
  ],
  [
    'loads code while it runs',
    /(?<![\w$.])import\s*\(|\bimportScripts\b|\bcreateElement\(\s*["'`]script/,
    'await import("./a.js")',
  ],
  [
    'names a module of Node',
    /\b(?:require|from)\s*\(?\s*["'`](?!vscode["'`])|["'`]node:|child_process/,
    'require("net")',
  ],
  [
    'starts a process',
    /\b(?:spawn|spawnSync|execFile|createTerminal|ShellExecution|ProcessExecution)\b/,
    'a.createTerminal()',
  ],
  [
    'asks a network',
    /(?<![\w$])fetch\b|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection/,
    'globalThis.fetch(a)',
  ],
  ['asks for another thread', /\bnew\s+(?:Shared)?Worker\b|serviceWorker/, 'new Worker(a)'],
  [
    'writes HTML into a page',
    /\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write\b/,
    'a.innerHTML=b',
  ],
];

for (const name of BUNDLES) {
  describe(`${name}`, () => {
    // The licences at its end are prose.
    const [code = ''] = readFileSync(name, 'utf8').split('/*! Contains ');

    it('is there', () => {
      assert.ok(code.length > 10_000);
    });

    for (const [harm, pattern, example] of HARMS) {
      it(`has nothing that ${harm}`, () => {
        assert.match(example, pattern);
        const found = [...code.matchAll(new RegExp(pattern, 'g'))];
        assert.deepEqual(
          found.map(({ index }) => code.slice(Math.max(0, index - 40), index + 60)),
          [],
        );
      });
    }
  });
}

describe('The pages of the extension', () => {
  const code = readFileSync('dist/extension.cjs', 'utf8');
  const pages = code.split('<!DOCTYPE html>').slice(1);
  const source = readFileSync('src/editor/state-map-page.ts', 'utf8');

  it('are two, and let nothing through but what they name', () => {
    assert.equal(pages.length, 2);
    assert.equal(code.split('http-equiv="Content-Security-Policy"').length - 1, pages.length);
    // Either in the page or in a list that the page takes.
    assert.equal(code.split("default-src 'none'").length - 1, pages.length);
    assert.doesNotMatch(code, /'unsafe-eval'|script-src[^;]*'unsafe-inline'|connect-src/);
  });

  it('run one script, which carries the nonce, and none that stands in an attribute', () => {
    const scripts = pages.flatMap((page) => page.match(/<script\b[^>]*>/g) ?? []);
    assert.equal(scripts.length, 1);
    assert.match(scripts[0] ?? '', /^<script nonce="\$\{\w+\}" src="/);
    assert.doesNotMatch(pages.join(''), /<\w[^>]*\son\w+=|javascript:/);
  });

  it('have a nonce made anew for each, and no source of scripts beside it', () => {
    const policy = /const policy = \[([^\]]*)\]/.exec(source)?.[1] ?? '';
    assert.match(policy, /"default-src 'none'"/);
    assert.match(policy, /`script-src 'nonce-\$\{nonce\}'`/);
    assert.match(readFileSync('src/editor/state-map-view.ts', 'utf8'), /stateMapPage\([^)]*randomUUID\(\)\)/);
  });
});
