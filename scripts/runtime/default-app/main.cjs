'use strict';
/* What the older runtime starts: the app in the folder that the first plain argument names. Runs on Node 18 inside an asar. */
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { productName, name, version, main } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

process.defaultApp = true;
app.setName(productName ?? name);
app.setVersion(version ?? '0.0.0');
app.setAppPath(folder);
require(path.join(folder, main ?? 'index.js'));
