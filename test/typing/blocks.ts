/** A measurement of how long a host was blocked. */
export interface Blocks {
  /** Ends it, and gives the longest time in milliseconds in which nothing else could run. */
  stop(): number;
}

/** Watches the host with a timer that ticks. */
export function watchBlocks(): Blocks {
  let [last, longest] = [performance.now(), 0];
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(tick, 1);
  return {
    stop() {
      tick();
      clearInterval(timer);
      return longest;
    },
  };
}
