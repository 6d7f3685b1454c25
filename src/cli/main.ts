#!/usr/bin/env node
// A stub that holds the place of the command line.
console.log(`zhizhuang ${process.argv.slice(2).join(' ')}`);
