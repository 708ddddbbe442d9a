import assert from 'node:assert/strict';
import { layoutDiagram, layoutMap, stateMap } from '../../src/map';
import { planDiagram } from '../../src/map/plan-diagram';
import { resolveCloud } from '../../src/mapping';
import { inEnglish } from '../../src/words';
import { itemsOf, textsOf } from './helpers';

/** A cloud of these vm_states, whose rows say nothing that matters here. */
const cloudOf = (vmStates: readonly string[], statuses: Readonly<Record<string, string>> = {}) =>
  resolveCloud(
    {
      id: 'own',
      title: 'Own',
      vmStates: Object.fromEntries(vmStates.map((vmState) => [vmState, `It is ${vmState}.`])),
      rows: Object.entries(statuses).map(([vmState, status]) => ({ vmState, taskState: null, status })),
    },
    new Map(),
  );

const planOf = (...args: Parameters<typeof cloudOf>) =>
  planDiagram(inEnglish, stateMap(inEnglish, cloudOf(...args)));

const diagramOf = (...args: Parameters<typeof cloudOf>) =>
  layoutDiagram(inEnglish, stateMap(inEnglish, cloudOf(...args)));

describe('The plan of the diagram', () => {
  it('has active and stopped for its rails, joined directly, and the others between them', () => {
    const { left, right, rungs } = planOf(['stopped', 'paused', 'error', 'active']);
    assert.deepEqual([left?.vmState, right?.vmState], ['active', 'stopped']);
    assert.deepEqual(
      rungs.map(({ node }) => node?.vmState),
      ['error', undefined, 'paused'],
    );
    const [, direct] = rungs;
    assert.deepEqual(
      [direct?.fromLeft, direct?.toLeft].map((way) => [way?.from, way?.to]),
      [
        ['active', 'stopped'],
        ['stopped', 'active'],
      ],
    );
  });

  it('joins no rails where one of them is missing', () => {
    const { left, right, rungs } = planOf(['active', 'paused']);
    assert.deepEqual(
      [left?.vmState, right, rungs.map(({ node }) => node?.vmState)],
      ['active', undefined, ['paused']],
    );
  });

  it('makes no rail of a vm_state without ways to the others', () => {
    const { left, right, rungs } = planOf(['active', 'deleted']);
    assert.deepEqual(
      [left, right, rungs.map(({ node }) => node?.vmState)],
      [undefined, undefined, ['deleted', 'active']],
    );
  });

  it('puts vm_states that Nova does not have last', () => {
    const { rungs } = planOf(['frozen', 'deleted', 'paused', 'building']);
    assert.deepEqual(
      rungs.map(({ node }) => node?.vmState),
      ['building', 'paused', 'deleted', 'frozen'],
    );
  });

  it('says what leads from everywhere to where no line does', () => {
    assert.deepEqual(planOf(['active', 'error', 'stopped']).notes, [
      'From every vm_state to active or error: reset state (os-resetState).',
    ]);
    assert.deepEqual(planOf(['deleted', 'soft-delete', 'frozen']).notes, []);
  });

  it('knows what a vm_state shows at rest, and what it means', () => {
    const { rungs } = planOf(['paused', 'frozen'], { paused: 'PAUSED' });
    assert.deepEqual(
      rungs.map(({ node }) => [node?.status, node?.meaning]),
      [
        ['PAUSED', 'It is paused.'],
        ['', 'It is frozen.'],
      ],
    );
  });

  it('has a way to the next rung beside it', () => {
    const { rungs } = planOf(['shelved', 'shelved_offloaded']);
    assert.deepEqual([rungs[0]?.down?.from, rungs[0]?.down?.to], ['shelved', 'shelved_offloaded']);
    assert.equal(rungs[1]?.down, undefined);
  });

  it('lets ways by the same actions share a line where their ends are far apart', () => {
    const { buses, rungs } = planOf(['paused', 'suspended', 'shelved', 'shelved_offloaded']);
    assert.deepEqual(
      buses.map(({ from, to, actions }) => [from, to, actions.map(({ id }) => id)]),
      [[['paused', 'suspended'], ['shelved', 'shelved_offloaded'], ['shelve']]],
    );
    // What is on the shared line is not drawn once more; what other actions do, is.
    assert.deepEqual(
      rungs.map(({ down }) => down?.actions.map(({ id }) => id)),
      [undefined, undefined, ['shelve_offload'], undefined],
    );
  });
});

describe('The picture of the diagram', () => {
  it('has the vm_state in the middle of its box where there is no status', () => {
    const drawing = diagramOf(['frozen'], {});
    const [box] = itemsOf(drawing, 'box');
    const [name, ...more] = itemsOf(drawing, 'text');
    assert.ok(box && name);
    assert.deepEqual([name.text, more], ['frozen', []]);
    const middle = box.box.y + box.box.height / 2;
    assert.deepEqual(name.at, [box.box.x + box.box.width / 2, middle + 4]);
  });

  it('has the status below the vm_state', () => {
    const [name, status] = itemsOf(diagramOf(['paused'], { paused: 'PAUSED' }), 'text');
    assert.deepEqual([name?.text, status?.text], ['paused', 'PAUSED']);
    assert.ok((name?.at[1] ?? 0) < (status?.at[1] ?? 0));
  });

  it('has its notes below all else, one under the other, and ends below them', () => {
    const drawing = diagramOf(['active', 'error', 'stopped']);
    const boxes = itemsOf(drawing, 'box').map(({ box }) => box.y + box.height);
    const note = textsOf(drawing).find(({ text }) => text.startsWith('From every'));
    assert.ok(note && note.box.y >= Math.max(...boxes) && note.box.y + note.box.height <= drawing.height);
    const bare = diagramOf(['frozen']);
    assert.equal(bare.height, Math.max(...itemsOf(bare, 'box').map(({ box }) => box.y + box.height)));
  });

  it('is as wide as the longest note', () => {
    const drawing = diagramOf(['active', 'error'], {});
    const widest = Math.max(...textsOf(drawing).map(({ box }) => box.x + box.width));
    assert.ok(drawing.width >= widest);
  });
});

describe('The whole picture', () => {
  const textsIn = (vmStates: readonly string[]) =>
    itemsOf(layoutMap(inEnglish, stateMap(inEnglish, cloudOf(vmStates))), 'text').map(({ text }) => text);

  it('has a heading for the operations that keep the vm_state where there are any', () => {
    assert.ok(textsIn(['active']).includes('Operations that keep the vm_state'));
    assert.ok(!textsIn(['frozen']).includes('Operations that keep the vm_state'));
  });

  it('has the notes of the table one under the other', () => {
    const own = resolveCloud(
      { id: 'own', title: 'Own', statuses: { LOST: '' }, vmStates: { frozen: '' } },
      new Map(),
    );
    const drawing = layoutMap(inEnglish, stateMap(inEnglish, own));
    const [first, second] = ['The document does', 'In the list'].map(
      (start) => itemsOf(drawing, 'text').find(({ text }) => text.startsWith(start))?.at,
    );
    assert.deepEqual([second?.[0], (second?.[1] ?? 0) - (first?.[1] ?? 0)], [first?.[0], 18]);
  });
});
