import type { Cloud } from '../../mapping';

/** Computes a value for the clouds in force on demand, and keeps it as long as they exist. */
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
