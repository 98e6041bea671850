import { Global, Module } from '@nestjs/common';
import { DocumentWriter } from './document-writer.js';

@Global()
@Module({ providers: [DocumentWriter], exports: [DocumentWriter] })
export class DocumentsModule {}
