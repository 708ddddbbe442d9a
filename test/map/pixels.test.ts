import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { mapAsSvg } from '../../src/map';
import { inEnglish } from '../../src/words';
import { CLOUDS } from './helpers';

/** What a renderer that is no browser makes of a picture: how many of a hundred pixels each colour has. */
function sharesOf(svg: string): Map<string, number> {
  const picture = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const { pixels } = picture;
  const counts = new Map<string, number>();
  for (let i = 0; i < pixels.length; i += 4) {
    const colour = `#${Buffer.from(pixels.subarray(i, i + 3)).toString('hex')}`;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  picture.free();
  return new Map([...counts].map(([colour, count]) => [colour, (count * 400) / pixels.length]));
}

/** The sheet, then the boxes of statuses at rest and of those that an operation gives. */
const COLOURS = {
  light: ['#ffffff', '#f1f3f5', '#e8f1fd'],
  dark: ['#0d1117', '#1c232c', '#12263f'],
  auto: ['#ffffff', '#f1f3f5', '#e8f1fd'],
} as const;

describe('The map in a renderer that is no browser', () => {
  before(async () => {
    await initWasm(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
  });

  for (const [theme, [sheet, rest, busy]] of Object.entries(COLOURS)) {
    it(`has the colours of ${theme}, and no black`, () => {
      const [openstack] = CLOUDS;
      assert.ok(openstack);
      const shares = sharesOf(mapAsSvg(inEnglish, openstack, theme as keyof typeof COLOURS));
      const share = (colour: string) => shares.get(colour) ?? 0;
      assert.ok(share(sheet) > 40, `${share(sheet)} % sheet`);
      assert.ok(share(rest) > 3, `${share(rest)} % boxes at rest`);
      assert.ok(share(busy) > 3, `${share(busy)} % boxes of operations`);
      assert.ok(share('#000000') < 0.1, `${share('#000000')} % black`);
    });
  }
});
