export { RosterModule } from './roster.module.js';
export { lockRoster } from './roster.query.js';
export { noteChanges } from './write-roster.query.js';
