export { createEmptyDatabase, createTestDatabase, type TestDatabase } from './database.js';
export { type OfficeFile, type PrintedLine, type PrintedPage, printByOffice, readFonts, readPages } from './office.js';
export { zipOf } from './zip-of.js';
