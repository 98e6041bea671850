import { Injectable } from '@nestjs/common';
import { type Finding, readYear } from '@xushi/domain';
import { documentOf, type SourceRefusal, type WrittenSource } from '../../platform/documents/read-source.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import type { Actor } from '../account/index.js';
import { isRecordable } from './recordable-year.js';

/** Reads a past year's report or ledger into findings, for the clerk to confirm. Writes nothing. */
@Injectable()
export class ReadFindings {
  async run(
    actor: Actor,
    input: { readonly committeeId: string; readonly year: number; readonly source: WrittenSource },
  ): Promise<Result<Finding[], 'year-out-of-range' | SourceRefusal>> {
    if (!isRecordable(actor, input)) return refused('year-out-of-range', 'year');
    const document = await documentOf(input.source);
    return document.ok ? ok(readYear(document.value, { year: input.year })) : document;
  }
}
