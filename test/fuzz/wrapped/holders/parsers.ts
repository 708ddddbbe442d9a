import { spawnSync } from 'node:child_process';
import vm from 'node:vm';
import { transform } from 'esbuild';
import { HOLE } from './place';

/** Reads what `BODY` is set to in each program, with a sign for every expression. */
const PYTHON = `
import ast, json, sys
HOLE = '\\ue002'
def fold(node):
    if isinstance(node, ast.Constant):
        value = node.value
        return value.decode('latin-1') if isinstance(value, bytes) else value
    if isinstance(node, ast.BinOp): return fold(node.left) + fold(node.right)
    if isinstance(node, ast.JoinedStr): return ''.join(fold(value) for value in node.values)
    return HOLE
def body(tree):
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], 'id', '') == 'BODY':
            value = node.value
            if isinstance(value, ast.Subscript): value = value.value
            if isinstance(value, ast.Call): value = value.args[0] if value.args else value.keywords[0].value
            return value
def read(program):
    try: value = body(ast.parse(program.encode('utf-8')))
    except SyntaxError as error: return {'error': str(error)}
    return {'text': fold(value)}
json.dump([read(program) for program in json.load(sys.stdin)], sys.stdout)
`;

interface Read {
  readonly text?: string;
  readonly error?: string;
}

/** True where there is a Python to ask. */
export const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0;

/** Has Python's own parser read programs. @returns what each of them sets `BODY` to. */
export function readByPython(programs: readonly string[]): Read[] {
  const { stdout, stderr } = spawnSync('python3', ['-X', 'utf8', '-W', 'ignore', '-c', PYTHON], {
    input: JSON.stringify(programs),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (stdout === '') throw new Error(stderr);
  const all = JSON.parse(stdout) as Read[];
  const broken = all.findIndex(({ error }) => error !== undefined);
  if (broken >= 0) throw new Error(`${all[broken]?.error}: ${programs[broken]}`);
  return all;
}

/** Has Node read programs, those in TypeScript after esbuild. @returns what each of them sets `BODY` to. */
export async function readByNode(programs: readonly string[], languageId: string): Promise<unknown[]> {
  const loader = languageId === 'typescript' ? 'ts' : languageId === 'typescriptreact' ? 'tsx' : 'jsx';
  const plain =
    languageId === 'javascript' ? programs : await Promise.all(programs.map((one) => stripped(one, loader)));
  return plain.map((program) => {
    const run = vm.runInThisContext(`(function (id, ids, f) {${program}\nreturn BODY; })`);
    return run(HOLE, [HOLE], (value: unknown) => (typeof value === 'object' ? HOLE : value));
  });
}

async function stripped(program: string, loader: 'ts' | 'tsx' | 'jsx'): Promise<string> {
  const { code } = await transform(program, { loader, jsxFactory: 'f' });
  return code;
}
