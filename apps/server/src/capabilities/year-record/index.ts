export { YearRecordModule } from './year-record.module.js';
