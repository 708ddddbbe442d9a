import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRegistry, type IGrammarConfig } from 'vscode-tmgrammar-test/dist/common/index.js';

/** Where scripts/vscode/served-vscode.mjs puts VS Code's own extensions. */
const BUILT_IN = '.vscode-test/served/node_modules/code-server/lib/vscode/extensions';

/** VS Code's grammars of JSON and YAML, with or without those that this extension injects into them. */
export function registry({ injected = true } = {}) {
  const own = injected ? grammarsOf('.') : [];
  return createRegistry([
    ...grammarsOf(join(BUILT_IN, 'json')),
    ...grammarsOf(join(BUILT_IN, 'yaml')),
    ...own,
  ]);
}

/** The grammars that an extension contributes. */
function grammarsOf(folder: string): IGrammarConfig[] {
  const { contributes } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return contributes.grammars.map((grammar: IGrammarConfig) => ({
    ...grammar,
    path: join(folder, grammar.path),
  }));
}
