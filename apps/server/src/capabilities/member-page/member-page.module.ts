import { Module } from '@nestjs/common';
import { TaskModule } from '../task/index.js';
import { ActOnMatter } from './act-on-matter.js';
import { MemberPageController } from './member-page.controller.js';
import { ReadMemberPage } from './read-member-page.js';

@Module({
  imports: [TaskModule],
  controllers: [MemberPageController],
  providers: [ReadMemberPage, ActOnMatter],
})
export class MemberPageModule {}
