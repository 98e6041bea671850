import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';

/** Injection token of the file that holds the installation's key; made with the first secret, readable by its owner only. */
export const KEY_FILE = Symbol('KEY_FILE');

const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/**
 * Keeps secrets that must be given back, such as a mail server's password: sealed (AES-256-GCM) in the database with a
 * key outside it, so that a copy of the database alone gives none away. Also signs what people carry in links.
 */
@Injectable()
export class SecretBox {
  #key: Buffer | null = null;

  constructor(@Inject(KEY_FILE) private readonly file: string) {}

  seal(secret: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#read(), nonce);
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** Null when the key is another one (a database restored without its key file): the secret must be entered again. */
  open(sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#read(), bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + 16));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + 16)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }

  /** A short signature of a text, for one purpose. */
  sign(purpose: string, text: string): string {
    return createHmac('sha256', this.#read()).update(`${purpose}\n${text}`).digest('base64url').slice(0, 32);
  }

  isSigned(purpose: string, text: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(purpose, text));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  #read(): Buffer {
    this.#key ??= this.#load() ?? this.#make();
    return this.#key;
  }

  #load(): Buffer | null {
    try {
      const key = Buffer.from(readFileSync(this.file, 'utf8').trim(), 'base64');
      if (key.length !== KEY_BYTES) throw new Error(`${this.file} does not hold a key of ${KEY_BYTES} bytes.`);
      return key;
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Two processes may make it at once: the second finds the first one's. */
  #make(): Buffer {
    mkdirSync(dirname(this.file), { recursive: true });
    try {
      writeFileSync(this.file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
    const made = this.#load();
    if (made === null) throw new Error(`${this.file} cannot be written.`);
    return made;
  }
}
