export { ImportList } from './import-list.js';
export { KeepPerson } from './keep-person.js';
export { RosterModule } from './roster.module.js';
export { lockRoster } from './roster.query.js';
export { noteChanges } from './write-roster.query.js';
