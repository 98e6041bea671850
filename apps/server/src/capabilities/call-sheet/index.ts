export { CallSheetModule } from './call-sheet.module.js';
