import { Module } from '@nestjs/common';
import { TaskModule } from '../task/index.js';
import { BeginOffices } from './begin-offices.js';
import { ImportList } from './import-list.js';
import { KeepPerson } from './keep-person.js';
import { KeepUnit } from './keep-unit.js';
import { RosterController } from './roster.controller.js';

@Module({
  imports: [TaskModule],
  controllers: [RosterController],
  providers: [BeginOffices, ImportList, KeepPerson, KeepUnit],
})
export class RosterModule {}
