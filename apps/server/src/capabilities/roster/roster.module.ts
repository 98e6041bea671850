import { Module } from '@nestjs/common';
import { TaskModule } from '../task/index.js';
import { ImportList } from './import-list.js';
import { KeepPerson } from './keep-person.js';
import { KeepUnit } from './keep-unit.js';
import { RosterController } from './roster.controller.js';

@Module({
  imports: [TaskModule],
  controllers: [RosterController],
  providers: [ImportList, KeepPerson, KeepUnit],
})
export class RosterModule {}
