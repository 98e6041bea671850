export { CallSheetModule } from './call-sheet.module.js';
export { loadPhones, writeTold, writeTry } from './delivery.query.js';
