export { datesByPerson } from './annual-plan/person-dates.js';
export type * from './annual-plan/plan-paper.js';
export { drawWallChart } from './annual-plan/wall-chart.js';
export { type DocumentRefusal, documentRefusals, LARGEST_DOCUMENT } from './document-refusal.js';
export { type DocumentReading, decodeText, readDocument } from './read-document.js';
export { readSheets, type Sheet, type SheetRow } from './read-sheets.js';
export {
  readTables,
  readText,
  type TableRefusal,
  type Tables,
  tableRefusals,
} from './read-tables.js';
export { type DocumentOrder, writeDocument } from './write-document.js';
export { type Cell, writeSheet } from './write-sheet.js';
