import { Module } from '@nestjs/common';
import { AccountModule } from '../account/index.js';
import { TaskModule } from '../task/index.js';
import { ActOnMatter } from './act-on-matter.js';
import { EndLinks } from './end-links.js';
import { MemberPageController } from './member-page.controller.js';
import { ReadMemberPage } from './read-member-page.js';

@Module({
  imports: [AccountModule, TaskModule],
  controllers: [MemberPageController],
  providers: [ReadMemberPage, ActOnMatter, EndLinks],
})
export class MemberPageModule {}
