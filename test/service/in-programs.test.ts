// biome-ignore-all lint/suspicious/noTemplateCurlyInString: other languages have them in strings, too
import assert from 'node:assert/strict';
import { checkText, readFixture } from '../../src/service';
import { applyEdits } from './helpers';

const VM = "'OS-EXT-STS:vm_state'";

/** What is found in a text, and what is taken for a server. */
function found(text: string, languageId: string) {
  const rules = checkText(text, languageId).map(({ rule }) => rule);
  return { rules, servers: readFixture(text, languageId).servers.length };
}

describe('A value that is filled in when a program runs', () => {
  const server = (status: string) => `{"server": {"status": ${status}, "OS-EXT-STS:vm_state": "active"}}`;

  for (const [what, languageId, text] of [
    ['a command between backquotes', 'shellscript', `cat <<EOF\n${server('"`get "x"`"')}\nEOF\n`],
    ['a part of one', 'shellscript', `cat <<EOF\n${server('"X_`get`"')}\nEOF\n`],
    ['a command in quotes', 'shellscript', `echo "${server('"`get`"').replaceAll('"', '\\"')}"\n`],
    ['a name in braces', 'javascript', `s = '${server('{status}')}'.replace('{status}', x)`],
    ['a number in braces', 'java', `s = """\n${server('{0}')}""";`],
    ['a name in braces', 'json', server('{status}')],
  ] as const)
    it(`is neither right nor wrong: ${what} (${languageId})`, () =>
      assert.deepEqual(found(text, languageId), { rules: [], servers: 1 }));

  for (const id of ['${ID}', '#{ID}', 'f{x}', '{ID}'])
    it(`leaves the fields around it as they are: ${id}`, () => {
      const text = `{"id": ${id}, "OS-EXT-STS:vm_state": "stopped", "status": "ACTIVE"}`;
      assert.deepEqual(found(text, 'json'), { rules: ['status-mismatch'], servers: 1 });
    });

  it('is none in a backquote that is escaped', () => {
    const text = `cat <<EOF\n${server('"\\`ERROR\\`"')}\nEOF\n`;
    assert.deepEqual(found(text, 'shellscript').rules, ['unknown-status']);
  });
});

describe('A map without brackets', () => {
  for (const [what, text] of [
    ['arrows', `u = server('a', ${VM} => 'stopped', 'status' => §)\n`],
    ['colons', `u = server(${VM}: 'stopped', status: §)\n`],
  ] as const)
    it(`is a server between the brackets of a call of Ruby: ${what}`, () => {
      const [finding] = checkText(text.replace('§', "'ACTIVE'"), 'ruby');
      assert.equal(finding?.rule, 'status-mismatch');
      const fixed = applyEdits(text.replace('§', "'ACTIVE'"), finding.fixes[0]?.edits ?? []);
      assert.equal(fixed, text.replace('§', "'SHUTOFF'"));
    });

  for (const text of [
    `f(x ? ${VM} : 'status')`,
    `f(x ? ${VM}: 'status')`,
    `if (${VM} == x) then 'status' end`,
  ])
    it(`is none where a program chooses or compares: ${text}`, () =>
      assert.equal(found(text, 'ruby').servers, 0));

  for (const value of ["(a ? 'ACTIVE' : 'BUILD')", '(a ? :x : :y)', '(Foo::BAR)'])
    it(`is none between the brackets of a value: ${value}`, () =>
      assert.deepEqual(found(`{'status' => ${value}, ${VM} => 'active'}`, 'ruby'), {
        rules: [],
        servers: 1,
      }));
});

describe('A map that a program merges with another', () => {
  const js = `{ ${VM}: 'active', status: 'REBOOT' }`;
  const python = `{${VM}: 'active', 'status': 'REBOOT'}`;
  const ruby = `{${VM} => 'active', 'status' => 'REBOOT'}`;
  const php = `[${VM} => 'active', 'status' => 'REBOOT']`;

  for (const [languageId, text] of [
    ['javascript', `Object.assign({}, base, ${js})`],
    ['typescript', `_.merge(base, ${js})`],
    ['python', `x = BASE | ${python}`],
    ['python', `x = ${python} | MORE`],
    ['python', `server.update(${python})`],
    ['python', `dict(BASE, **${python})`],
    ['php', `<?php $x = array_merge($base, ${php});`],
    ['php', `<?php $x = ${php} + $base;`],
    ['ruby', `base.merge(${ruby})`],
    ['ruby', `base.merge(${ruby.slice(1, -1)})`],
    ['ruby', `base.merge!(${ruby.slice(1, -1)})`],
    ['ruby', `base.deep_merge(${ruby.slice(1, -1)})`],
    ['python', `x |= ${python}`],
    ['ruby', `expect(x).to include(${ruby.slice(1, -1)})`],
    ['javascript', `expect(x).toEqual(expect.objectContaining(${js}))`],
    ['javascript', `x = { ...base, ...${js} }`],
    ['python', `x = {**${python}, 'OS-EXT-STS:task_state': 'rebooting'}`],
    ['python', `dict(${python}, **MORE)`],
    ['python', `ChainMap(${python}, base)`],
    ['python', `update_dict(base, ${python})`],
    ['php', `<?php $x = [...${php}, 'OS-EXT-STS:task_state' => $t];`],
    ['go', `maps.Copy(s, map[string]any{"OS-EXT-STS:vm_state": "active", "status": "REBOOT"})`],
    ['javascript', `R.mergeRight(base, ${js})`],
    ['javascript', `deepmerge(base, ${js})`],
    ['javascript', `deepmerge(base, { server: ${js} })`],
    ['php', `<?php $s = ${php};\n$s['OS-EXT-STS:task_state'] = 'rebooting';`],
    [
      'go',
      `s := map[string]any{"OS-EXT-STS:vm_state": "active", "status": "REBOOT"}\ns["OS-EXT-STS:task_state"] = t`,
    ],
    ['typescript', `const s: Server = ${js};\ns['OS-EXT-STS:task_state'] = t;`],
    ['javascript', `expect(x).toMatchObject({ server: ${js} })`],
    ['javascript', `sinon.assert.calledWithMatch(f, ${js})`],
    ['javascript', `expect(x).to.containSubset([${js}])`],
    ['javascript', `_.find(servers, ${js})`],
    ['php', `<?php $response->assertJson(['server' => ${php}]);`],
    ['python', `self._wait_for_server_parameter(server, ${python})`],
    [
      'rust',
      `assert_json_include!(actual: x, expected: json!({"OS-EXT-STS:vm_state": "active", "status": "REBOOT"}))`,
    ],
    ['typescript', `const s = makeServer(${js});`],
    ['python', `s = fake_server(${python})`],
    ['python', `s = ${python}\ns['OS-EXT-STS:task_state'] = 'rebooting'\n`],
    ['ruby', `s = ${ruby}\ns.store('OS-EXT-STS:task_state', 'rebooting')\n`],
    ['javascript', `s = { ...${js.slice(1, -1)}, [\`OS-EXT-STS:\${k}\`]: 'rebooting' }`.replace('...', '')],
    ['python', `s = {${python.slice(1, -1)}, f'OS-EXT-STS:{k}': 'rebooting'}`],
    ['ruby', `${ruby}.merge('OS-EXT-STS:task_state' => 'rebooting')`],
  ] as const)
    it(`may have a task_state that is not in it: ${text}`, () => {
      const { rules, servers } = found(text, languageId);
      assert.deepEqual(rules, []);
      assert.ok(servers > 0);
    });

  for (const [languageId, text] of [
    ['javascript', `s = server || ${js}`],
    ['ruby', `s = server || ${ruby}`],
    ['ruby', `list.map { |s| ${ruby} }`],
    ['ruby', `base.merge('server' => ${ruby})`],
    ['python', `s = Server(None, ${python})`],
    ['python', `x = ${python}\nassert s['OS-EXT-STS:task_state'] == None\n`],
    ['python', `servers.extend([${python}])`],
    ['python', `x = ${python}\nlabels['OS-EXT-STS:task_state'] = 'Task'\n`],
    ['python', `x = [${python}, *others]`],
    ['python', `x[0]['OS-EXT-STS:task_state'] = 'a'\npost(${python})`],
    ['python', `s = ${python}\ns = f()\ns['OS-EXT-STS:task_state'] = 'a'`],
    ['javascript', `emergency(${js})`],
    ['python', `m.assert_called_with(${python}, **kwargs)`],
    ['javascript', `expect(list).toContainEqual(${js})`],
    ['ruby', `expect(x).to match_array([${ruby}])`],
    ['javascript', `fetchMock.match('/x', { body: ${js} })`],
    ['typescript', `parseServer(${js})`],
    ['python', `copy.copy(${python})`],
    ['javascript', `expect.toMatchObject(() => { return ${js}; })`],
  ] as const)
    it(`is another one than this: ${text}`, () =>
      assert.deepEqual(found(text, languageId).rules, ['status-mismatch']));

  it('is wrong where no task_state makes it right', () =>
    assert.deepEqual(
      found(`Object.assign({}, base, ${js.replace('REBOOT', 'SHELVED')})`, 'javascript').rules,
      ['status-mismatch'],
    ));
});

it('A pattern of Python is no server', () => {
  const text = `match x:\n    case {${VM}: 'stopped', 'status': 'ACTIVE'}:\n        pass\n`;
  assert.equal(found(text, 'python').servers, 0);
});

describe('Null in a map of Go', () => {
  for (const [before, after, written] of [
    ['map[string]string{', '}', '""'],
    ['[]map[string]string{{', '}}', '""'],
    ['map[string]map[string]string{"a": {', '}}', '""'],
    ['map[string]any{', '}', 'nil'],
    ['H{', '}', 'nil'],
    ['S{', '}\ntype S = map[string]string', '""'],
    ['T{', '}\ntype T map[string]string', '""'],
    ['[]map[string]interface{}{{', '}}', 'nil'],
  ] as const)
    it(`is ${written} in ${before}`, () => {
      const text = (task: string) =>
        `var s = ${before}"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": ${task}, "status": "ACTIVE"${after}\n`;
      const [finding] = checkText(text('"None"'), 'go');
      assert.equal(finding?.rule, 'null-as-text');
      assert.equal(applyEdits(text('"None"'), finding.fixes[0]?.edits ?? []), text(written));
      assert.deepEqual(checkText(text(written), 'go'), []);
    });
});

describe('A value with a call behind it that does not change it', () => {
  for (const [languageId, text] of [
    ['ruby', "{'OS-EXT-STS:vm_state' => 'stopped'.freeze, 'status' => 'ACTIVE'.freeze}"],
    ['rust', 'json!({"OS-EXT-STS:vm_state": "stopped".to_string(), "status": "ACTIVE".to_owned()})'],
  ] as const)
    it(`is read: ${text}`, () => {
      const [finding] = checkText(text, languageId);
      assert.equal(finding?.rule, 'status-mismatch');
      assert.equal(applyEdits(text, finding.fixes[0]?.edits ?? []), text.replace('ACTIVE', 'SHUTOFF'));
    });
});

it('Null in a dict that Python has printed is None', () => {
  const text = (task: string) =>
    `S = "{'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:task_state': ${task}, 'status': 'ACTIVE'}"\n`;
  const [finding] = checkText(text("'None'"), 'python');
  assert.equal(applyEdits(text("'None'"), finding?.fixes[0]?.edits ?? []), text('None'));
});

describe('A boolean of PHP', () => {
  for (const word of ['false', 'FALSE', 'True'])
    it(`is one however it is written: ${word}`, () =>
      assert.deepEqual(
        found(`<?php $x = [${VM} => 'active', 'OS-EXT-STS:task_state' => ${word}];`, 'php').rules,
        ['wrong-type'],
      ));
});
