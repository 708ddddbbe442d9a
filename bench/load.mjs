// Measures how long Node takes to load the extension's bundle.
import { outputOf } from './files.mjs';

/** Loads the file with stand-ins for VS Code's classes, and prints the milliseconds. */
const LOADER = `
  const Module = require('node:module');
  const load = Module._load;
  const value = { append: () => value };
  const classOf = () =>
    new Proxy(class { static t = (text) => text; }, { get: (of, name) => (name in of ? of[name] : value) });
  const vscode = new Proxy({}, { get: classOf });
  Module._load = (name, ...others) => (name === 'vscode' ? vscode : load(name, ...others));
  const start = performance.now();
  require(process.argv[1]);
  console.log(performance.now() - start);`;

/** Returns the milliseconds that loading a bundle takes: the median of some processes. */
export function loadTime(file, rounds) {
  const times = Array.from({ length: rounds }, () => Number(outputOf(['-e', LOADER, file]).stdout));
  return times.toSorted((a, b) => a - b)[rounds >> 1];
}
