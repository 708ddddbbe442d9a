import assert from 'node:assert/strict';
import { renderMermaid, stateMap, taskWords } from '../../src/map';
import { deriveStatus } from '../../src/mapping';
import { inEnglish } from '../../src/words';
import { CLOUDS } from './helpers';

for (const cloud of CLOUDS) {
  describe(`The matrix of ${cloud.id}`, () => {
    const map = () => stateMap(inEnglish, cloud);

    it('says of every pair what the table says', () => {
      for (const { vmState, cells } of map().rows) {
        if (vmState === null) continue;
        const named = new Set(cells.flatMap(({ taskStates }) => taskStates));
        for (const taskState of [null, ...Object.keys(cloud.taskStates)]) {
          const cell = cells.find((one) =>
            named.has(taskState) ? one.taskStates.includes(taskState) : one.others,
          );
          assert.equal(
            cell?.status ?? null,
            deriveStatus(cloud, vmState, taskState).status,
            `${vmState} ${taskState}`,
          );
        }
      }
    });

    it('has one status at rest a vm_state at most, and a column for every other one', () => {
      const { rows, columns } = map();
      for (const { cells } of rows) {
        assert.ok(cells.filter(({ atRest }) => atRest).length <= 1);
        for (const { status, atRest } of cells) assert.ok(atRest || columns.includes(status));
      }
    });

    it('offers pairs to set a server to that give the status', () => {
      for (const { cells } of map().rows)
        for (const { status, pairs } of cells)
          for (const { vmState, taskState } of pairs)
            assert.equal(deriveStatus(cloud, vmState, taskState).status, status);
    });

    it('names its sources, and that of the transitions', () => {
      const { sources } = map();
      assert.deepEqual(sources.slice(0, -1), cloud.sources);
      assert.match(sources.at(-1)?.url ?? '', /^https:\/\/opendev\.org\/openstack\/nova/);
    });

    it('can be sent as JSON', () => {
      assert.deepEqual(JSON.parse(JSON.stringify(map())), map());
    });
  });

  describe(`The Mermaid diagram of ${cloud.id}`, () => {
    const drawn = () => renderMermaid(inEnglish, stateMap(inEnglish, cloud)).trimEnd().split('\n');

    it('is made of lines that Mermaid reads', () => {
      const lines = drawn();
      assert.deepEqual(lines.slice(0, 4), [
        '---',
        `title: "States of ${cloud.title}"`,
        '---',
        'stateDiagram-v2',
      ]);
      for (const line of lines.slice(4)) {
        assert.match(line, /^ {2}(%% .+|state "[^"]+" as \w+|\w+ : [^:;]+|(\[\*\]|\w+) --> \w+ : [^:;]+)$/);
      }
    });

    it('holds every cell and every way', () => {
      const map = stateMap(inEnglish, cloud);
      const lines = drawn();
      const ways = lines.filter((line) => line.includes('-->'));
      assert.equal(ways.length, map.transitions.length + map.anywhere.length);
      for (const { vmState, cells } of map.rows) {
        const state = `  state "${vmState ?? 'any other vm_state'}" as `;
        const id = lines.find((line) => line.startsWith(state))?.slice(state.length);
        for (const cell of cells)
          assert.ok(
            lines.includes(`  ${id} : ${cell.status} (${taskWords(inEnglish, cell).join(', ')})`),
            `${vmState} ${cell.status}`,
          );
      }
    });
  });
}
