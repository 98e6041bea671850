import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { DocumentOrder } from '@xushi/documents';

const PROGRAM = createRequire(import.meta.url).resolve('@xushi/documents/write-in-thread');

/**
 * Writes documents on a thread of their own: a workbook of three hundred people takes seconds, and nobody else should
 * wait for it. One at a time, so that ten clerks in December do not take every core and ten fonts' memory.
 */
@Injectable()
export class DocumentWriter {
  #last: Promise<unknown> = Promise.resolve();

  /** The bytes of a document; a defect of the writer rejects. */
  write(order: DocumentOrder): Promise<Uint8Array<ArrayBuffer>> {
    const written = this.#last.then(() => writeOnThread(order));
    this.#last = written.catch(() => undefined);
    return written;
  }
}

function writeOnThread(order: DocumentOrder): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(PROGRAM, { workerData: order, execArgv: [] });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The thread writing ${order.document} ended with ${code}.`)));
  });
}
