// The smallest host in Node (adapters/node, koffi): the same as samples/c/host.c, byte for byte.
// Usage: host.js LIBRARY STORE_DIRECTORY SETTINGS.json BOOK.ndjson AS_OF
'use strict';
const fs = require('node:fs');
const { Engine } = require('../../adapters/node');

async function main([library, store, settings, book, asOf]) {
  const engine = await Engine.open(store, {}, library);
  const print = ({ body }) => process.stdout.write(body.endsWith('\n') ? body : `${body}\n`);
  await engine.settings_set(fs.readFileSync(settings, 'utf8'));
  print(await engine.accounts_save(fs.readFileSync(book, 'utf8')));
  print(await engine.accounts_get(asOf, { fields: 'summary' }));
  print(await engine.calls_plan(asOf, { language: 'nl' }));
  engine.close();
}

main(process.argv.slice(2)).catch((failure) => {
  console.error(failure.message, failure.findings ?? failure);
  process.exitCode = 1;
});
