/**
 * The map's colours: the theme's in the editor, and for a picture by itself its own, light and dark. Shapes carry
 * the meaning too (dashed, thick, filled), so that nothing hangs on a colour alone.
 */
export const MAP_STYLE = `
.map { --ink: var(--vscode-foreground, #1f2328); --faint: var(--vscode-foreground, #454c54);
  --edge: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #8c959f)); --sheet: var(--vscode-editor-background, #ffffff);
  --rest: var(--vscode-editorWidget-background, #f1f3f5); --busy: var(--vscode-editor-background, #e8f1fd);
  --line: var(--vscode-descriptionForeground, #59636e); --now: var(--vscode-focusBorder, #0b5cad);
  --next: var(--vscode-textLink-foreground, #0b5cad);
  font-family: var(--vscode-font-family, system-ui, "Segoe UI", "DejaVu Sans", "PingFang SC", "Microsoft YaHei",
    "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif); }
.map .sheet { fill: var(--sheet); }
.map text { fill: var(--ink); }
.map text.faint, .map text.label { fill: var(--faint); }
.map text.other { font-style: italic; }
.map .rule { stroke: var(--edge); stroke-width: 1; opacity: 0.45; }
.map .paper { fill: var(--rest); stroke: var(--edge); stroke-width: 1; }
.map .busy .paper { fill: var(--busy); stroke: var(--next); }
.map .noted .paper, .map .every .paper { fill: var(--sheet); stroke-dasharray: 4 3; }
.map .stroke { stroke: var(--line); stroke-width: 1.4; fill: none; }
.map .fill { fill: var(--line); }
.map .now .paper { stroke: var(--now); stroke-width: 3; }
.map .next .stroke { stroke: var(--next); stroke-width: 2.6; }
.map .next .fill { fill: var(--next); }
.map .next .label { fill: var(--ink); font-weight: bold; }
.map .before .stroke { stroke: var(--ink); stroke-width: 2.6; stroke-dasharray: 7 4; }
.map .before .fill { fill: var(--ink); }
`;

/** For a picture that stands by itself, where the reader's screen is dark. */
export const DARK_STYLE = `
@media (prefers-color-scheme: dark) {
  .map { --ink: #e6edf3; --faint: #c3ccd5; --edge: #6e7681; --sheet: #0d1117; --rest: #1c232c; --busy: #12263f;
    --line: #9aa4af; --now: #58a6ff; --next: #58a6ff; }
}
`;
