import assert from 'node:assert/strict';
import { mapAsSvg, renderMermaid, sayWays, stateMap } from '../../src/map';
import { CHINESE, englishInMap } from './chinese';

const { say } = CHINESE;

/** The texts between the tags of an SVG, without its style. */
function textsOf(svg: string): string[] {
  return svg
    .replace(/<style>[^<]*<\/style>/, '')
    .split(/<[^>]*>/)
    .filter((text) => text.trim() !== '');
}

for (const cloud of CHINESE.clouds.values()) {
  describe(`The map of ${cloud.id} in Chinese`, () => {
    const map = stateMap(say, cloud);

    it('has no English sentence in its picture', () => {
      const texts = textsOf(mapAsSvg(say, cloud));
      assert.ok(texts.includes(`${cloud.title} 的状态`));
      assert.deepEqual(
        texts.flatMap((text) => englishInMap(text) ?? []),
        [],
      );
    });

    it('has none in its Mermaid diagram', () => {
      const lines = renderMermaid(say, map).split('\n').slice(4);
      assert.ok(lines.includes('  state "任意 vm_state" as every'));
      // A line's first words are Mermaid's.
      assert.deepEqual(
        lines.flatMap((line) => englishInMap(line.replace(/^ +(state ".*" as \w+|.* --> \w+ :)/, '')) ?? []),
        [],
      );
    });

    it('has none in what the page says of it', () => {
      const actions = [...map.transitions, ...map.anywhere].flatMap((way) => way.actions);
      const said = [
        sayWays(say, map),
        ...map.notes,
        ...map.rows.flatMap(({ meaning, cells }) => [meaning, ...cells.map((cell) => cell.meaning)]),
        ...[...actions, ...map.keeping.map(({ action }) => action)].map(({ title }) => title),
        ...map.operations.flatMap(({ title, ways, note }) => [
          title,
          note,
          ...ways.flatMap(({ from, to }) => [...from, ...to]),
        ]),
      ];
      assert.deepEqual(
        said.flatMap((text) => englishInMap(text) ?? []),
        [],
      );
    });

    it('calls statuses, vm_states, task_states and actions what the API calls them', () => {
      const values = ({ rows, transitions }: typeof map) => [
        rows.map(({ vmState, cells }) => [
          vmState,
          cells.map(({ status, taskStates }) => [status, taskStates]),
        ]),
        transitions.map(({ from, to, actions }) => [
          from,
          to,
          actions.map(({ label, call }) => [label, call]),
        ]),
      ];
      assert.deepEqual(values(map), values(stateMap((text) => text, cloud)));
    });
  });
}

describe('A way in Chinese', () => {
  it('names each action and its call', () => {
    const titles = textsOf(mapAsSvg(say, [...CHINESE.clouds.values()][0] as never));
    assert.ok(titles.some((title) => title.startsWith('active 到 stopped：关机（os-stop）')));
    assert.ok(titles.includes('active 到 resized：变更规格（resize）；冷迁移（migrate）。'));
  });
});
