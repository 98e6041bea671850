export { checkServer, judgeServer } from './check-server.js';
export { inspectEmbedded } from './inspect-embedded.js';
export { Refusal } from './refusal.js';
export { removeEmbedded, startEmbedded } from './start-embedded.js';
