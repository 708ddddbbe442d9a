import type { Cloud } from '../mapping';
import type { Say } from '../words';
import { layoutMap } from './layout';
import { renderSvg } from './render-svg';
import { sayMap } from './say-map';
import { stateMap } from './state-map';
import type { Theme } from './style';

export { type Box, boxOfText, type Drawing, flatten, type Item } from './drawing';
export { layoutMap } from './layout';
export { layoutDiagram } from './layout-diagram';
export { renderMermaid } from './render-mermaid';
export { type Marks, renderSvg, type SvgOptions } from './render-svg';
export { sayCell, sayMap, sayWays, taskWords } from './say-map';
export { stateMap } from './state-map';
export { MAP_STYLE, THEMES, type Theme } from './style';
export type {
  Anywhere,
  Keeping,
  MapAction,
  MapCell,
  MapRow,
  Operation,
  OperationWay,
  StateMap,
  Transition,
} from './types';
export { type Step, type Way, wayOf } from './way';

/**
 * Renders a cloud's map as a standalone SVG.
 *
 * @param cloud with its meanings in the user's language.
 * @param theme `auto` is light, but dark in a browser whose user prefers dark.
 */
export function mapAsSvg(say: Say, cloud: Cloud, theme: Theme | 'auto' = 'light'): string {
  const map = stateMap(say, cloud);
  const title = say('States of {cloud}', { cloud: map.cloud.title });
  return renderSvg(layoutMap(say, map), { title, description: sayMap(say, map), theme });
}
