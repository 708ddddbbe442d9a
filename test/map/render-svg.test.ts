import assert from 'node:assert/strict';
import sax from 'sax';
import { layoutDiagram, mapAsSvg, renderSvg, stateMap, wayOf } from '../../src/map';
import { markedClasses } from '../../src/map/render-svg';
import { type Cloud, resolveCloud } from '../../src/mapping';
import { inEnglish } from '../../src/words';
import { CLOUDS } from './helpers';

/** The texts of an SVG, and the classes of its groups; throws where it is no XML. */
function read(svg: string): { texts: string[]; groups: { classes: string[]; title: string }[] } {
  const texts: string[] = [];
  const groups: { classes: string[]; title: string }[] = [];
  const open: string[] = [];
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    open.push(name);
    if (name === 'g') groups.push({ classes: String(attributes.class).split(' '), title: '' });
  };
  parser.onclosetag = () => open.pop();
  parser.ontext = (text) => {
    if (open.at(-1) === 'text') texts.push(text);
    const group = groups.at(-1);
    if (open.at(-1) === 'title' && open.at(-2) === 'g' && group) group.title = text;
  };
  parser.write(svg).close();
  return { texts, groups };
}

/** What the marks of a server make of the diagram, by their titles. */
function marked(cloud: Cloud, vmState: string, taskState: string | null) {
  const marks = { vmState, ...wayOf(inEnglish, cloud, vmState, taskState) };
  const options = { title: 'Map', description: '', marks };
  const { groups } = read(renderSvg(layoutDiagram(inEnglish, stateMap(inEnglish, cloud)), options));
  const titles = (mark: string) =>
    groups.filter(({ classes }) => classes.includes(mark)).map(({ title }) => title.split(':')[0]);
  return { now: titles('now'), before: titles('before'), next: titles('next') };
}

describe('The map as SVG', () => {
  for (const cloud of CLOUDS) {
    it(`is XML and holds every status, vm_state and task_state of the table of ${cloud.id}`, () => {
      const words = new Set(read(mapAsSvg(inEnglish, cloud)).texts.flatMap((text) => text.split(/[, ]+/)));
      const { statuses, vmStates } = cloud;
      const tasks = cloud.rows.map(({ taskState }) => taskState ?? 'null').filter((task) => task !== '*');
      const missing = [...Object.keys(statuses), ...Object.keys(vmStates), ...tasks].filter(
        (one) => !words.has(one),
      );
      assert.deepEqual(missing, []);
    });
  }

  it('is XML whatever an own cloud is called', () => {
    const name = `<a href="x">&'\u0000\u001b\ud800]]>`;
    const own = resolveCloud(
      {
        id: 'own',
        title: name,
        vmStates: { [name]: name },
        rows: [{ vmState: name, taskState: name, status: name }],
      },
      new Map(),
    );
    assert.ok(read(mapAsSvg(inEnglish, own)).texts.includes(`<a href="x">&']]>`));
  });

  for (const theme of ['light', 'dark', 'auto'] as const) {
    it(`brings its colours along in ${theme}, asks for nothing from elsewhere and runs nothing`, () => {
      for (const cloud of CLOUDS) {
        const svg = mapAsSvg(inEnglish, cloud, theme);
        assert.doesNotMatch(svg, /var\(|--\w/);
        assert.doesNotMatch(svg, /<script|<image|<foreignObject|href=|url\(|@import| on\w+=/i);
        const bare = svg.match(/<(?:rect|text|polygon|polyline|circle)(?![^>]* (?:fill|stroke)=)[^>]*>/g);
        assert.equal(bare, null);
      }
    });
  }

  it('has a style sheet only where it is to follow the reader, and is dark there by that alone', () => {
    for (const cloud of CLOUDS) {
      const [light, dark, auto] = (['light', 'dark', 'auto'] as const).map((theme) =>
        mapAsSvg(inEnglish, cloud, theme),
      );
      assert.doesNotMatch(`${light}${dark}`, /<style/);
      assert.match(auto ?? '', /<style>\s*@media \(prefers-color-scheme: dark\)/);
      assert.equal(auto?.replace(/<style>[^<]*<\/style>\n/, ''), light);
    }
  });

  it('marks a server, where it came from and where it can go', () => {
    const [openstack] = CLOUDS;
    assert.deepEqual(marked(openstack as Cloud, 'rescued', null), {
      now: ['rescued'],
      before: ['active to rescued', 'stopped to rescued', 'error to rescued'],
      next: ['rescued to active', 'every vm_state to soft-delete', 'every vm_state to deleted'],
    });
  });

  it('marks the end of the operation that is under way', () => {
    const [openstack] = CLOUDS;
    const { now, before, next } = marked(openstack as Cloud, 'active', 'resize_prep');
    assert.deepEqual(now, ['active']);
    assert.deepEqual(before, []);
    assert.ok(next.includes('active to resized'));
    assert.ok(!next.includes('active to paused'));
  });

  it('leaves its colours and its font to a page that has the style', () => {
    const [openstack] = CLOUDS;
    const drawing = layoutDiagram(inEnglish, stateMap(inEnglish, openstack as Cloud));
    const svg = renderSvg(drawing, { title: 'Map', description: 'All.' });
    assert.doesNotMatch(svg, /fill=|stroke=|font-family|<style|class="sheet"|undefined/);
    assert.match(
      svg,
      /^<svg [^>]*height="\d+">\n<title id="map-title">Map<\/title>\n<desc id="map-description">All\.<\/desc>\n<g /,
    );
  });

  it('marks nothing but the classes of a server and its way', () => {
    const [openstack] = CLOUDS;
    const options = {
      title: 'Map',
      description: '',
      marks: { vmState: 'rescued', ...wayOf(inEnglish, openstack as Cloud, 'rescued', null) },
    };
    const { groups } = read(
      renderSvg(layoutDiagram(inEnglish, stateMap(inEnglish, openstack as Cloud)), options),
    );
    const classes = new Set(groups.flatMap((group) => group.classes));
    assert.deepEqual([...classes].sort(), ['before', 'every', 'next', 'now', 'state', 'way']);
  });

  it('does not mark a way from everywhere for an action that stays where it is', () => {
    const action = { id: 'delete', label: 'delete', title: 'delete', call: 'DELETE /servers/{id}' };
    const about = { kind: 'way', from: [], to: ['deleted'], actions: ['delete'] } as const;
    const classes = (from: string, to: string, id = 'delete') =>
      markedClasses(about, { vmState: 'x', before: [], next: [{ from, to, action: { ...action, id } }] });
    assert.deepEqual(classes('active', 'deleted'), ['next']);
    assert.deepEqual(classes('deleted', 'deleted'), []);
    assert.deepEqual(classes('active', 'error'), []);
    assert.deepEqual(classes('active', 'deleted', 'stop'), []);
  });

  it('marks a way from one vm_state for a server that was in that one', () => {
    const action = { id: 'stop', label: 'stop', title: 'stop', call: 'os-stop' };
    const about = { kind: 'way', from: ['active'], to: ['stopped'], actions: ['stop'] } as const;
    const classes = (from: string) =>
      markedClasses(about, { vmState: 'x', next: [], before: [{ from, to: 'stopped', action }] });
    assert.deepEqual([classes('active'), classes('error')], [['before'], []]);
  });
});
