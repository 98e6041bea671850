import { parentPort, workerData } from 'node:worker_threads';
import { type DocumentOrder, writeDocument } from './write-document.js';

/** The program of a thread that writes one document and ends: its order is the thread's data, its bytes the message. */
const bytes = await writeDocument(workerData as DocumentOrder);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
