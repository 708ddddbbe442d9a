import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { languageOfLocale, localeOf } from '../../src/cli/reader-language';
import { mapAsSvg, renderMermaid, stateMap } from '../../src/map';
import { type Cloud, clouds } from '../../src/mapping';
import { CHINESE, englishIn } from '../l10n/chinese';
import { BAD, ENV, GOOD, inFolder, run, runBefore, WARNING } from './helpers';

/** Files of every kind: good, bad, read in strings, broken, unreadable, left out, left alone. */
const FILES = {
  '.git/HEAD': '',
  '.serverstatus.json': '{ "ignore": ["out.json"] }',
  'a.json': `[${BAD}, ${BAD}, ${WARNING}, ${GOOD}]\n`,
  'b.yaml': '# server-status cloud=huaweicloud\nOS-EXT-STS:vm_state: actve\nstatus: ACTVE\nfault: {}\n',
  'string.json': JSON.stringify({ body: GOOD }),
  'alone.yaml': 'server:\n  status: ACTIVE\n',
  'empty.json': '{}',
  'broken.json': `[${BAD}`,
  'out.json': BAD,
  'bad/.serverstatus.json': '{ "cloud": "azure", "rulse": {} }',
  'bad/a.json': GOOD,
  'binary/a.json': Buffer.from([0]),
  'utf16/a.json': Buffer.from('\uFEFF{}', 'utf16le'),
  'latin/a.json': Buffer.from([0x22, 0xe9, 0x22]),
  'deep.yaml': `${'[a, '.repeat(2000)}x${']'.repeat(2000)}\nserver: x: y`,
  'latin-config.json': Buffer.from([0x22, 0xe9, 0x22]),
};

const CHECKED = ['a.json', 'b.yaml', 'string.json', 'alone.yaml', 'empty.json', 'broken.json', 'out.json'];

/** Calls of every command, right and wrong ones. */
const CALLS: readonly (readonly string[])[] = [
  [],
  ['--help'],
  ['chekc'],
  ['check', ...CHECKED],
  ['check', ...CHECKED, '--explain'],
  ['check', 'a.json', '--quiet'],
  ['check', 'a.json', 'broken.json', '--dry-run'],
  ['check', '-', '--fix'],
  ['check', 'missing.json', 'binary', 'utf16', 'latin'],
  ['check', 'deep.yaml', '--explain'],
  ['check', 'bad'],
  ['check', 'a.json', '--config', 'latin-config.json'],
  ['check', 'a.json', '--config', 'missing.json'],
  ['check', 'a.json', '--config', 'missing.json', '--no-config'],
  ['check', '--colour'],
  ['check', '--cloud'],
  ['check', '--cloud', '-x'],
  ['check', '--fix=yes'],
  ['check', 'a.json', '--cloud', 'azure'],
  ['check', '--rule', 'status=off'],
  ['check', '--rule', 'status-mismatch'],
  ['check', '--rule', 'status-mismatch=fatal'],
  ['check', '--format', 'xml'],
  ['check', '--max-warnings', 'few'],
  ['check', '-', 'a.json', '--fix'],
  ['check', 'a.json', '--baseline', 'missing.json'],
  ['check', 'a.json', '--baseline', 'a.json'],
  ['check', 'a.json', '--baseline', 'x', '--write-baseline', 'x'],
  ['check', 'a.json', '--write-baseline', 'x', '--dry-run'],
  ['check', 'a.json', '--write-baseline', 'x', '--output', 'x'],
  ['check', 'a.json', '--write-baseline', 'baseline.json'],
  ['check', 'a.json', '--baseline', 'baseline.json'],
  ['check', 'b.yaml', '--format', 'sarif'],
  ['check', '-', '--fix', '--format', 'json'],
  ['check', 'a.json', '--dry-run', '--format', 'json'],
  ['lookup', '--vm-state', 'active', '--task-state', 'resize_prep'],
  ['lookup', '--vm-state', 'paused', '--task-state', 'spawning'],
  ['lookup', 'ACTIVE'],
  ['lookup', 'REBOTT'],
  ['lookup'],
  ['lookup', 'ACTIVE', '--vm-state', 'active'],
  ['lookup', 'ACTIVE', '--cloud', 'azure'],
  ['clouds'],
  ['clouds', 'huaweicloud'],
  ['map', 'huaweicloud'],
  ['map', '--format', 'png'],
];

/** The figures in what the tables say need not be the same: months have names in English. */
const DATA: readonly string[] = [clouds, CHINESE.clouds]
  .flatMap((all) => [...all.values()])
  .flatMap(({ sources }) => sources.map(({ title }) => title))
  // A title that another one begins with must not tear it apart.
  .sort((a, b) => b.length - a.length);

/** All numbers, in the order of their size, since Chinese has them in another order. */
function figures(text: string): number[] {
  const told = DATA.reduce((rest, title) => rest.replaceAll(title, ''), text);
  return (told.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b);
}

/** How many columns of a terminal a text takes. */
const widthOf = (text: string) =>
  [...text].reduce((sum, char) => sum + (/[\u3000-\u9fff\uff01-\uff60]/.test(char) ? 2 : 1), 0);

describe('server-status --lang zh-cn', function () {
  this.timeout(60_000);
  const runsOf = runBefore(
    FILES,
    CALLS.map((call) => [call, ['--lang', 'zh-cn', ...call]].map((args) => ({ args, input: BAD }))),
  );

  for (const [i, call] of CALLS.entries()) {
    it(`says the same as in English, and no sentence of it in English: ${call.join(' ') || 'no command'}`, () => {
      const [english, translated] = runsOf(i);
      assert.ok(english && translated);
      assert.equal(translated.code, english.code);
      const said = translated.out + translated.err;
      assert.equal(englishIn(said.replaceAll('server-status ', '')), undefined);
      assert.match(said, /\p{Script=Han}/u);
      assert.deepEqual(figures(said), figures(english.out + english.err));
    });
  }

  it(
    'says the messages, titles and reasons of the JSON format, and leaves everything else',
    inFolder(FILES, (folder) => {
      const args = ['check', 'a.json', 'b.yaml', 'binary', 'deep.yaml', '--format', 'json'];
      const english = run(folder, args).out;
      const translated = run(folder, [...args, '--lang', 'zh-cn']).out;
      const sentence = /"(message|title|skipped)": "(.*)"/g;
      const sentences = [...translated.matchAll(sentence)].map(([, , text = '']) => text);
      assert.ok(sentences.length > 10);
      assert.deepEqual(
        sentences.filter((text) => !/\p{Script=Han}/u.test(text)),
        [],
      );
      assert.equal(translated.replace(sentence, '$1'), english.replace(sentence, '$1'));
    }),
  );

  it('draws the map in Chinese', () => {
    const cloud = CHINESE.clouds.get('huaweicloud') as Cloud;
    const map = ['map', '--lang', 'zh-cn', '--cloud', 'huaweicloud', '--format'];
    assert.equal(run(tmpdir(), [...map, 'svg']).out, mapAsSvg(CHINESE.say, cloud));
    assert.equal(
      run(tmpdir(), [...map, 'mermaid']).out,
      renderMermaid(CHINESE.say, stateMap(CHINESE.say, cloud)),
    );
  });

  it('lays the help out in the same columns', () => {
    const columns = (lang: string) =>
      run(tmpdir(), ['--help', '--lang', lang])
        .out.split('\n')
        .map((line) => /^( {2,6}\S.*? {2,}).+$/.exec(line)?.[1])
        .filter((start) => start !== undefined);
    const english = columns('en');
    assert.ok(english.length > 15);
    assert.deepEqual(columns('zh-cn').map(widthOf), english.map(widthOf));
  });

  it('has every option of the help in both languages', () => {
    const options = (lang: string) => run(tmpdir(), ['--help', '--lang', lang]).out.match(/--[a-z-]+/g);
    const named = options('en')?.sort();
    assert.ok(named?.includes('--stdin-filename'));
    assert.deepEqual(options('zh-cn')?.sort(), named);
  });
});

describe('The language of the command line', () => {
  const says = (args: readonly string[], locale: NodeJS.ProcessEnv = {}) => {
    const { LC_ALL: _, LC_MESSAGES: __, LANG: ___, ...env } = ENV;
    const { code, out, err } = run(tmpdir(), args, '', { ...env, ...locale });
    return [code, /\p{Script=Han}/u.test(out + err) ? 'zh-cn' : 'en'];
  };

  it('is asked for before the command, behind it, and with an equals sign', () => {
    const lookUp = ['lookup', '--vm-state', 'active'];
    for (const args of [
      ['--lang', 'zh-cn', ...lookUp],
      [...lookUp, '--lang', 'zh-cn'],
      ['lookup', '--lang=zh-CN', '--vm-state', 'active'],
    ]) {
      assert.deepEqual(says(args, { LC_ALL: 'C' }), [0, 'zh-cn']);
    }
  });

  it('is not asked for behind --, where arguments stand', () => {
    assert.deepEqual(says(['lookup', '--', '--lang'], { LC_ALL: 'C' }), [1, 'en']);
  });

  it('goes before the locale when it is asked for', () => {
    assert.deepEqual(says(['--help', '--lang', 'en'], { LC_ALL: 'zh_CN.UTF-8' }), [0, 'en']);
  });

  it('is the locale’s where nobody asks', () => {
    assert.deepEqual(says(['--help'], { LANG: 'zh_CN.UTF-8' }), [0, 'zh-cn']);
    assert.deepEqual(says(['--help'], { LANG: 'de_DE.UTF-8' }), [0, 'en']);
  });

  it('is told by LC_ALL before LC_MESSAGES before LANG, and by none that is empty', () => {
    const all = { LC_ALL: 'a', LC_MESSAGES: 'b', LANG: 'c' };
    assert.deepEqual([all, { ...all, LC_ALL: '' }, { LC_MESSAGES: '', LANG: 'c' }].map(localeOf), [
      'a',
      'b',
      'c',
    ]);
  });

  it('is told by the system where no variable is set', () => {
    assert.equal(localeOf({}), Intl.DateTimeFormat().resolvedOptions().locale);
  });

  it('is Chinese for the locales that write it in simplified signs, and for no other', () => {
    const simplified = [
      'zh_CN.UTF-8',
      'zh',
      'zh-Hans',
      'zh_SG',
      'zh_CN.GB18030',
      'zh_CN@pinyin',
      'zh-Hans-HK',
    ];
    const others = [
      'zh_TW.UTF-8',
      'zh_HK',
      'zh-Hant',
      'C',
      'C.UTF-8',
      'POSIX',
      'en_US.UTF-8',
      'ja_JP',
      '',
      '%',
    ];
    assert.deepEqual(
      simplified.filter((locale) => languageOfLocale(locale) !== 'zh-cn'),
      [],
    );
    assert.deepEqual(
      others.filter((locale) => languageOfLocale(locale) !== 'en'),
      [],
    );
  });

  for (const [what, args] of [
    ['is not there', ['check', '--lang', 'fr']],
    ['is another option', ['check', '--lang', '--fix']],
  ] as const) {
    it(`that ${what} is a wrong call, told in the locale's with those that there are`, () => {
      const { code, out, err } = run(tmpdir(), args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^server-status: --lang must be en or zh-cn, not [^\n]*\n$/);
      assert.deepEqual(says(args, { LANG: 'zh_CN.UTF-8' }), [2, 'zh-cn']);
    });
  }

  it('that is not named is a wrong call', () => {
    const { code, err } = run(tmpdir(), ['check', '--lang']);
    assert.deepEqual([code, err], [2, 'server-status: --lang needs a value. See --help.\n']);
  });
});
