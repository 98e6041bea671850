export { MemberPageModule } from './member-page.module.js';
