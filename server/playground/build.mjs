// Builds the page into dist/: the editor, its workers, and a page that loads
// them. Everything comes from node_modules, nothing from elsewhere, and what is
// larger than a page is stored compressed, as the server sends it.
import { build } from 'esbuild';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('dist/', import.meta.url);
for (const name of readdirSync(dist)) {
  if (name !== 'README') rmSync(new URL(name, dist));
}

const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  outdir: dist.pathname,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'linked',
  absWorkingDir: new URL('.', import.meta.url).pathname,
};

await build({
  ...common,
  entryPoints: { playground: 'src/main.jsx' },
  format: 'esm',
  splitting: true,
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  jsx: 'automatic',
  loader: { '.ttf': 'file' },
});
await build({
  ...common,
  entryPoints: {
    'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
    'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
    'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
  },
  format: 'iife',
});

for (const name of readdirSync(dist)) {
  if (name === 'README') continue;
  const file = new URL(name, dist);
  writeFileSync(new URL(name + '.gz', dist), gzipSync(readFileSync(file), { level: 9 }));
  rmSync(file);
}
copyFileSync(new URL('src/index.html', import.meta.url), new URL('index.html', dist));
