/** The themes of a standalone picture. */
export const THEMES = ['light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** A colour by its purpose, whose value depends on the theme. */
type Tone = 'ink' | 'faint' | 'edge' | 'sheet' | 'rest' | 'busy' | 'line' | 'now' | 'next';

const TONES: Readonly<Record<Theme, Readonly<Record<Tone, string>>>> = {
  light: {
    ink: '#1f2328',
    faint: '#454c54',
    edge: '#8c959f',
    sheet: '#ffffff',
    rest: '#f1f3f5',
    busy: '#e8f1fd',
    line: '#59636e',
    now: '#0b5cad',
    next: '#0b5cad',
  },
  dark: {
    ink: '#e6edf3',
    faint: '#c3ccd5',
    edge: '#6e7681',
    sheet: '#0d1117',
    rest: '#1c232c',
    busy: '#12263f',
    line: '#9aa4af',
    now: '#58a6ff',
    next: '#58a6ff',
  },
};

/** The tones in the editor: colours of VS Code's theme, of which the first that exists is used. */
const THEME_COLOURS: Readonly<Record<Tone, readonly string[]>> = {
  ink: ['foreground'],
  faint: ['foreground'],
  edge: ['contrastBorder', 'editorWidget-border'],
  sheet: ['editor-background'],
  rest: ['editorWidget-background'],
  busy: ['editor-background'],
  line: ['descriptionForeground'],
  now: ['focusBorder'],
  next: ['textLink-foreground'],
};

/** The fonts of a standalone picture, including Chinese ones. */
export const FONT_FAMILY =
  "system-ui, 'Segoe UI', 'DejaVu Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Zen Hei', sans-serif";

type Paint = Readonly<Record<string, string>>;

/**
 * The style of the map's parts by CSS selector; later rules override earlier ones, as in CSS. Shapes also carry the
 * meaning (dashed, thick, filled), so nothing depends on colour alone. `$ink` is a tone.
 */
const RULES: readonly (readonly [selector: string, paint: Paint])[] = [
  ['.sheet', { fill: '$sheet' }],
  ['text', { fill: '$ink' }],
  ['text.faint', { fill: '$faint' }],
  ['text.label', { fill: '$faint' }],
  ['text.other', { 'font-style': 'italic' }],
  ['.rule', { stroke: '$edge', 'stroke-width': '1', opacity: '0.45' }],
  ['.paper', { fill: '$rest', stroke: '$edge', 'stroke-width': '1' }],
  ['.busy .paper', { fill: '$busy', stroke: '$next' }],
  ['.noted .paper', { fill: '$sheet', 'stroke-dasharray': '4 3' }],
  ['.every .paper', { fill: '$sheet', 'stroke-dasharray': '4 3' }],
  ['.stroke', { stroke: '$line', 'stroke-width': '1.4', fill: 'none' }],
  ['.fill', { fill: '$line' }],
  ['.now .paper', { stroke: '$now', 'stroke-width': '3' }],
  ['.next .stroke', { stroke: '$next', 'stroke-width': '2.6' }],
  ['.next .fill', { fill: '$next' }],
  ['.next .label', { fill: '$ink', 'font-weight': 'bold' }],
  ['.before .stroke', { stroke: '$ink', 'stroke-width': '2.6', 'stroke-dasharray': '7 4' }],
  ['.before .fill', { fill: '$ink' }],
];

/** The style of the editor's page, whose colours follow VS Code's theme. */
export const MAP_STYLE = `
.map { ${Object.entries(THEME_COLOURS).map(themeVariable).join(' ')}
  font-family: var(--vscode-font-family, ${FONT_FAMILY}); }
${styleSheet((tone) => `var(--${tone})`)}
`;

/** Makes a light picture dark on a dark screen. Programs without support for style sheets draw it light. */
export const DARK_STYLE = `
@media (prefers-color-scheme: dark) {
${styleSheet((tone) => TONES.dark[tone])}
}
`;

/**
 * Returns the style of a part as attributes, which every SVG renderer supports. Many support no CSS variables, and some
 * no style sheets.
 *
 * @param within the classes of the surrounding groups.
 */
export function paintOf(
  theme: Theme,
  element: string,
  classes: readonly string[],
  within: readonly string[],
): Paint {
  const paints = RULES.filter(([selector]) => {
    const [part = '', group] = selector.split(' ').reverse();
    const [name, className] = part.split('.');
    return (
      (name === '' || name === element) &&
      (className === undefined || classes.includes(className)) &&
      (group === undefined || within.includes(group.slice(1)))
    );
  }).map(([, paint]) => paint);
  return withTones(Object.assign({}, ...paints), (tone) => TONES[theme][tone]);
}

function styleSheet(toColour: (tone: Tone) => string): string {
  return RULES.map(([selector, paint]) => {
    const declarations = Object.entries(withTones(paint, toColour)).map(
      ([name, value]) => `${name}: ${value};`,
    );
    return `.map ${selector} { ${declarations.join(' ')} }`;
  }).join('\n');
}

function withTones(paint: Paint, toColour: (tone: Tone) => string): Paint {
  const filled = Object.entries(paint).map(([name, value]) => [
    name,
    value.startsWith('$') ? toColour(value.slice(1) as Tone) : value,
  ]);
  return Object.fromEntries(filled);
}

/** Returns a variable like `--edge: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #8c959f));` */
function themeVariable([tone, colours]: readonly [string, readonly string[]]): string {
  const value = colours.reduceRight(
    (otherwise, colour) => `var(--vscode-${colour}, ${otherwise})`,
    TONES.light[tone as Tone],
  );
  return `--${tone}: ${value};`;
}
