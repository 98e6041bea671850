import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '../clock/clock.js';
import { dataSourceOptions, type Schema } from './data-source.js';
import { DatabaseListener } from './database-listener.js';
import { DATABASE_URL } from './database-url.js';
import { Doors } from './doors.js';

/** The database and its doors, for everybody; the clock is given by whoever boots. */
@Global()
@Module({})
export class DatabaseModule {
  static at(url: string, schema: Schema, clock: Clock, poolSize?: number): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot(dataSourceOptions(url, schema, poolSize))],
      providers: [
        { provide: DATABASE_URL, useValue: url },
        { provide: Clock, useValue: clock },
        Doors,
        DatabaseListener,
      ],
      exports: [Clock, DATABASE_URL, Doors, DatabaseListener],
    };
  }
}
