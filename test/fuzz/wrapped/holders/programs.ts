// biome-ignore-all lint/suspicious/noTemplateCurlyInString: other languages have them in strings, too
import type { Dice } from '../dice';

/** A program around a string. */
type Program = (expression: string, dice: Dice) => string;

/** Lines that hold quotes, comments and look-alikes of their own; any of them may stand before and behind the string. */
const NOISE: Readonly<Record<string, readonly string[]>> = {
  go: [
    '// It’s a `comment with a " quote\'s',
    "var quotes = []rune{'\"', '\\'', '`', '\\\\'}",
    'const path = "/servers/\\"x\\"" // "status": "ERROR"',
    'type Server struct {\n\tVMState string `json:"OS-EXT-STS:vm_state"`\n\tStatus  string `json:"status"`\n}',
    '/* ` {"OS-EXT-STS:vm_state": "x" */',
    'var keys = map[string]string{"OS-EXT-STS:vm_state": "VMState", "status": "Status"}',
    'func check(s Server) bool {\n\treturn s.VMState == "active" && s.Status != `ERROR`\n}',
  ],
  python: [
    '# It’s a """comment with a \' quote',
    'PATH = "/servers/\\"x\\"" \'it\\\'s\'  # "status": "ERROR"',
    'def check(server):\n    """It\'s "checked"."""\n    assert server["OS-EXT-STS:vm_state"] == \'active\'',
    'KEYS = {"OS-EXT-STS:vm_state": "vm_state", "status": "status"}',
    "SCHEMA = dict(vm_state=dict(type='str'), status=dict(type='str'))",
    "R = r'\\'' + rb'\\\"'.decode()",
    'if PATH: KEYS = {}; R = "{\\"OS-EXT-STS:vm_state\\": "',
  ],
  javascript: [
    '// It’s a `comment with a " quote\'s',
    'const path1 = "/servers/\\"x\\"" + \'it\\\'s\'; // "status": "ERROR"',
    'const pattern = /["\'`]/g.test("x") ? 6 / 2 / 1 : /[/"]\\/"/;',
    'const template = `a ${ { a: `b ${"`"} c` }.a } "d`;',
    '/* ` {"OS-EXT-STS:vm_state": "x" */',
    'const keys = { "OS-EXT-STS:vm_state": "vmState", status: "status" };',
    'function check(server) {\n  return server["OS-EXT-STS:vm_state"] === \'active\' && server.status === "ERROR";\n}',
  ],
  java: [
    '// It’s a """ comment with a " quote\'s',
    "static final char[] QUOTES = {'\"', '\\'', '\\\\', '\\u0022'};",
    'static final String PATH = "/servers/\\"x\\""; // "status": "ERROR"',
    '/* """ {"OS-EXT-STS:vm_state": "x" */',
    '@JsonProperty("OS-EXT-STS:vm_state") private String vmState = "";',
    '@Test public void active() { assertEquals("ACTIVE", get("status"), "vm_state is it’s"); }',
  ],
  kotlin: [
    '// It’s a """ comment with a " quote\'s',
    "val quotes = listOf('\"', '\\'', '\\\\')",
    'val path = "/servers/\\"x\\"" // "status": "ERROR"',
    'val nested = "a ${ if (id == "}") "b" else "c ${id}" } d"',
    '@SerialName("OS-EXT-STS:vm_state") val vmState: String = ""',
    'fun active() = assertEquals("active", server.vmState)',
  ],
  csharp: [
    '// It’s a """ comment with a " quote\'s',
    "char[] quotes = { '\"', '\\'', '\\\\' };",
    'string path = @"C:\\" + "\\"x\\""; // "status": "ERROR"',
    'string nested = $"a {(id == "}" ? "b" : $"c {id}")} d {{";',
    '[JsonPropertyName("OS-EXT-STS:vm_state")] public string VmState { get; set; } = "";',
    'Assert.Equal("active", server.VmState);',
  ],
  rust: [
    '// It’s a r#" comment with a " quote\'s',
    "const QUOTES: [char; 3] = ['\"', '\\'', '\\\\'];",
    "fn longest<'a, 'b: 'a>(x: &'a str, y: &'b str) -> &'a str { x }",
    '#[serde(rename = "OS-EXT-STS:vm_state")]\nstruct A { vm_state: String }',
    'const PATH: &str = r"C:\\"; // "status": "ERROR"',
    'fn t() { assert_eq!(server.vm_state, "active"); }',
  ],
  ruby: [
    '# It’s a comment with a " quote\'s and <<~EOS',
    'path = "/servers/\\"x\\"" + \'it\\\'s\' # "status": "ERROR"',
    'nested = "a #{ { a: "}" }[:a] + "b" } c"',
    'words = %w[it\'s "a]',
    'matched = path =~ /["\']/',
    'keys = { "OS-EXT-STS:vm_state" => :vm_state, "status" => :status }',
    'class << self; end',
    "expect(server['OS-EXT-STS:vm_state']).to eq('active')",
  ],
  php: [
    '// It’s a comment with a " quote\'s and <<<EOS',
    '# another one: "it\'s',
    '$path = "/servers/\\"x\\"" . \'it\\\'s\'; // "status": "ERROR"',
    '$nested = "a {$ids["a"]} $id[0] ${id} b";',
    '$keys = ["OS-EXT-STS:vm_state" => "vmState", "status" => "status"];',
    '$this->assertEquals("active", $server["OS-EXT-STS:vm_state"]);',
  ],
  shellscript: [
    '# It’s a comment with a " quote\'s and <<EOF',
    'path="/servers/\\"x\\"" # "status": "ERROR"',
    'echo it\\\'s \\"quoted\\" ${#path} ${path##*/} $#',
    'name="$(basename "${path}" \')\')"',
    'test "$(jq -r \'.server["OS-EXT-STS:vm_state"]\')" = active',
    'cat <<< "here"',
  ],
};

/** Where the string stands in the program. */
const PLACES: Readonly<Record<string, readonly Program[]>> = {
  go: [
    (one) => `var body = ${one}`,
    (one) => `func answer(w http.ResponseWriter) {\n\tfmt.Fprintf(w, ${one}, id)\n}`,
    (one) => `var all = []string{"a", ${one}, \`b\`}`,
    (one) => `const (\n\tok = ${one}\n\tn = 'x'\n)`,
  ],
  python: [
    (one) => `BODY = ${one}`,
    (one) => `BODY = json.loads(\n    ${one}\n)`,
    (one) => `BODY = dict(body=${one}, status=200)["body"]`,
  ],
  javascript: [
    (one) => `const BODY = ${one};`,
    (one) => `const BODY = f(${one}, 'x');`,
    (one) => `const BODY = { body: ${one}, status: 200 }.body`,
  ],
  java: [
    (one) => `static final String BODY = ${one};`,
    (one) => `void t() { stub(200, ${one}, "a"); }`,
    (one) => `static String f() { return ${one}; }`,
  ],
  kotlin: [
    (one) => `val body = ${one}`,
    (one) => `val body = ${one}.trimIndent()`,
    (one) => `fun t() { stub(200, ${one}, "a") }`,
  ],
  csharp: [(one) => `string body = ${one};`, (one) => `var x = Stub(200, ${one}, "a");`],
  rust: [
    (one) => `const BODY: &str = ${one};`,
    (one) => `fn t() { stub(200, ${one}, "a"); }`,
    (one) => `fn t() { let b = json(${one}).unwrap(); }`,
  ],
  ruby: [(one) => `body = ${one}`, (one) => `stub_request(:get, 'a"b').to_return(status: 200, body: ${one})`],
  php: [(one) => `$body = ${one};`, (one) => `$response = new Response(200, ['a' => "b"], ${one});`],
  shellscript: [(one) => `body=${one}`, (one) => `curl -H "a: b" -d ${one}`],
};

/** Documents in a shell are the input of a command. */
const SHELL_DOCUMENTS: readonly Program[] = [
  (one) => `cat ${one}`,
  (one) => `body=$(cat ${one}\n)`,
  (one) => `body="$(cat ${one}\n)"`,
];

const HEADS: Readonly<Record<string, string>> = {
  go: 'package mock',
  python: 'import json',
  php: '<?php',
  shellscript: '#!/bin/sh',
};

/** Puts a string into a program of its language, between lines of any kind. */
export function programAround(id: string, expression: string, dice: Dice): string {
  const languageId = id.replace(/^(?:type|java)script.*/, 'javascript');
  const noise = NOISE[languageId] ?? [];
  const isDocument = expression.startsWith('<<');
  const places =
    languageId === 'shellscript' && isDocument
      ? SHELL_DOCUMENTS
      : isDocument
        ? (PLACES[languageId] ?? []).slice(0, 1)
        : (PLACES[languageId] ?? []);
  const some = () => dice.shuffle(noise).slice(0, dice.below(4));
  const before = some();
  const behind = dice.shuffle(noise.filter((line) => !before.includes(line))).slice(0, dice.below(4));
  return `${[HEADS[languageId] ?? '', '', ...before, dice.pick(places)(expression, dice), ...behind].join('\n')}\n`;
}
