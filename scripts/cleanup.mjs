/** @type {Set<() => void>} */
const tasks = new Set();

/**
 * Does something when this process ends, also when it is stopped by a signal.
 *
 * @param {() => void} task synchronous, as Node waits for nothing at that point
 * @returns {() => void} takes it back
 */
export function atExit(task) {
  listen();
  tasks.add(task);
  return () => tasks.delete(task);
}

let listening = false;

function listen() {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    for (const task of tasks) task();
  });
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]))
    process.on(signal, () => process.exit(code));
}
