export { readSheets, type Sheet, type SheetRow } from './read-sheets.js';
