// host.js LIBRARY STORE BOOK: milliseconds of processor time one by one, in calls of 500 lines, one by one from JavaScript's objects.
'use strict';
const fs = require('node:fs');
const { Engine } = require('../../../adapters/node');

const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };

async function timed(library, place, documents, size) {
  const engine = await Engine.open(place, {}, library);
  const start = spent();
  for (let at = 0; at < documents.length; at += size) {
    if (size > 1) await engine.accounts_save(documents.slice(at, at + size).join('\n'));
    else await engine.account_save(documents[at]);
  }
  const took = spent() - start;
  engine.close();
  return took.toFixed(1);
}

async function main([library, store, book]) {
  const lines = fs.readFileSync(book, 'utf8').trimEnd().split('\n');
  const objects = lines.map((line) => JSON.parse(line));
  console.log(await timed(library, `${store}/one`, lines, 1), await timed(library, `${store}/many`, lines, 500),
              await timed(library, `${store}/objects`, objects, 1));
}

main(process.argv.slice(2));
