/** The checker in JavaScript alone, which runs everywhere and offline; the package's own entry prefers a program. */
declare module 'recheck/lib/browser.js' {
  import type { checkSync } from 'recheck';

  const recheck: { readonly checkSync: typeof checkSync };
  export default recheck;
}
