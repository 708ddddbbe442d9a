import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { IGrammar, StateStack } from 'vscode-textmate';
import { grammars } from '../../scripts/generate/grammar';
import { nameOfKey } from '../../src/fixture/collect/keys';
import { clouds, knownAnywhere, type StateField, vocabularyOf } from '../../src/mapping';
import { registry } from './host';

const SCOPES: Readonly<Record<StateField, string>> = {
  vmState: 'constant.numeric.vm-state.server-status',
  taskState: 'constant.numeric.task-state.server-status',
  status: 'meta.value.status.server-status',
};
const FIELDS = Object.keys(SCOPES) as StateField[];

const LANGUAGES: Readonly<Record<string, string>> = {
  json: 'source.json',
  jsonc: 'source.json.comments',
  jsonl: 'source.json.lines',
  yaml: 'source.yaml',
};

/** The files of a folder that are in one of the languages. */
function filesOf(folder: string): string[] {
  const extensions = Object.keys(LANGUAGES);
  return readdirSync(folder)
    .filter((name) => extensions.some((extension) => name.endsWith(`.${extension}`)))
    .map((name) => `${folder}/${name}`);
}

async function grammarOf(scopeName: string, options?: { injected: boolean }): Promise<IGrammar> {
  const grammar = await registry(options).loadGrammar(scopeName);
  assert.ok(grammar, scopeName);
  return grammar;
}

/** Each line's characters with the host's scopes of each: without ours, and without null's, which ours replaces. */
function scopesOf(grammar: IGrammar, text: string): string[][] {
  let stack: StateStack | null = null;
  return text.split(/\r?\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    const scopes = (at: number) => tokens.findLast(({ startIndex }) => startIndex <= at)?.scopes ?? [];
    return Array.from(line, (sign, at) => `${sign} ${hosts(scopes(at))}`);
  });
}

function hosts(scopes: string[]): string {
  return scopes.filter((name) => !/\.server-status$|^constant\.language/.test(name)).join(' ');
}

/** The field that a value is coloured as. */
function fieldOf(grammar: IGrammar, line: string, value: string): StateField | undefined {
  const at = line.lastIndexOf(value);
  const token = grammar.tokenizeLine(line, null).tokens.find(({ startIndex }) => startIndex === at);
  return FIELDS.find(
    (field) => token?.scopes.includes(SCOPES[field]) && token.endIndex === at + value.length,
  );
}

describe('The injection grammars', () => {
  it('are the ones that the mapping core gives (npm run generate grammar writes them)', () => {
    const written = readdirSync('syntaxes').map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(`syntaxes/${file}`, 'utf8')),
    ]);
    assert.deepEqual(Object.fromEntries(written), grammars());
  });

  it('know every value of every cloud under its own field, and under no other', async () => {
    const json = await grammarOf('source.json');
    const yaml = await grammarOf('source.yaml');
    const keys = { vmState: 'OS-EXT-STS:vm_state', taskState: 'OS-EXT-STS:task_state', status: 'status' };
    for (const cloud of clouds.values()) {
      const words = FIELDS.flatMap((field) => Object.keys(vocabularyOf(cloud, field)));
      for (const value of [...words, ...Object.keys(cloud.vmStateAliases)]) {
        for (const field of FIELDS) {
          const wanted = knownAnywhere(clouds, field, value) ? field : undefined;
          const name = `${cloud.id}: ${keys[field]} ${value}`;
          assert.equal(fieldOf(json, `{"${keys[field]}": "${value}"}`, value), wanted, name);
          assert.equal(fieldOf(yaml, `${keys[field]}: ${value}`, value), wanted, name);
          assert.equal(fieldOf(yaml, `{${keys[field]}: ${value}}`, value), wanted, name);
        }
      }
    }
  });

  const spellings = {
    vmState: ['vm_state', 'OS-EXT-STS:vm_state', 'os-extended-status:vm_state', 'vmState', 'osExtStsVmState'],
    taskState: ['task_state', 'OS-EXT-STS:task_state', 'OS_EXT_STS_task_state', 'task-state', 'TaskState'],
    status: ['status'],
  };
  const samples = { vmState: 'stopped', taskState: 'rebooting', status: 'SHUTOFF' };
  for (const field of FIELDS) {
    it(`know a ${field} under every key that the reader takes for one`, async () => {
      const json = await grammarOf('source.json');
      for (const key of spellings[field]) {
        assert.equal(nameOfKey(key), field);
        assert.equal(fieldOf(json, `{"${key}": "${samples[field]}"}`, samples[field]), field, key);
      }
    });
  }

  for (const file of [...filesOf('examples'), ...filesOf('test/syntaxes/cases')]) {
    it(`leave everything else in ${file} as VS Code has it`, async () => {
      const scopeName = LANGUAGES[file.slice(file.lastIndexOf('.') + 1)] ?? '';
      const text = readFileSync(file, 'utf8');
      const plain = scopesOf(await grammarOf(scopeName, { injected: false }), text);
      for (const [number, line] of scopesOf(await grammarOf(scopeName), text).entries()) {
        assert.deepEqual(line, plain[number], `line ${number + 1}`);
      }
    });
  }
});
