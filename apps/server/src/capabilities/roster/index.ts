export { RosterModule } from './roster.module.js';
export { noteChanges } from './write-roster.query.js';
