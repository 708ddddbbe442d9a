import type { Cloud } from '../../mapping';

/** Makes something of the clouds in force when it is first asked for, and keeps it as long as they are kept. */
export function perClouds<T>(
  make: (clouds: ReadonlyMap<string, Cloud>) => T,
): (clouds: ReadonlyMap<string, Cloud>) => T {
  const kept = new WeakMap<ReadonlyMap<string, Cloud>, { readonly made: T }>();
  return (clouds) => {
    const known = kept.get(clouds) ?? { made: make(clouds) };
    kept.set(clouds, known);
    return known.made;
  };
}
