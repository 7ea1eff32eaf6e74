// whatsapp-chat-parser reads the same export: node peer_node.js MODULES FILE
const { readFileSync } = require("fs");
const { parseString } = require(process.argv[2] + "/whatsapp-chat-parser");
const started = process.hrtime.bigint();
const messages = parseString(readFileSync(process.argv[3], "utf8"), { daysFirst: true });
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
console.log(JSON.stringify({ seconds, records: messages.length }));
