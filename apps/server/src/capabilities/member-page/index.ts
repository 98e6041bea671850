export { findContact, loadMattersOfCase, type MatterRecord } from './matter.query.js';
export { MemberPageModule } from './member-page.module.js';
