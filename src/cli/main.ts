#!/usr/bin/env node
import module from 'node:module';

// From Node 22 on: keeps the compiled code, so that the next call starts sooner. It holds for what is loaded after it.
const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();
const { run } = await import('./run');
await run(process.argv.slice(2));
