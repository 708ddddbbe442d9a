#!/usr/bin/env node
import module from 'node:module';

// From Node 22 on: caches the compiled code for the next call. Only modules that are loaded afterwards are cached.
const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();
const { run } = await import('./run');
await run(process.argv.slice(2));
