export { type DocumentRefusal, documentRefusals, LARGEST_DOCUMENT } from './document-refusal.js';
export { type DocumentReading, decodeText, readDocument } from './read-document.js';
export { readSheets, type Sheet, type SheetRow } from './read-sheets.js';
