/**
 * Lets those who ask the same question at the same time be answered by one reading. Whoever asks while a reading is
 * under way waits for the next one, together with all others who do: no answer was read before it was asked for, so
 * that it is as true as one read for its asker alone. Nothing is kept once it is answered.
 */
export class SharedReadings<Answer> {
  readonly #underWay = new Map<string, Promise<Answer>>();
  readonly #next = new Map<string, Promise<Answer>>();

  /** `question` must name everything that the answer depends on, above all whose rows are seen. */
  ask(question: string, read: () => Promise<Answer>): Promise<Answer> {
    const next = this.#next.get(question);
    if (next !== undefined) return next;
    const underWay = this.#underWay.get(question);
    if (underWay === undefined) return this.#begin(question, read);
    const begin = () => {
      this.#next.delete(question);
      return this.#begin(question, read);
    };
    const later = underWay.then(begin, begin);
    this.#next.set(question, later);
    return later;
  }

  async #begin(question: string, read: () => Promise<Answer>): Promise<Answer> {
    const reading = read();
    this.#underWay.set(question, reading);
    try {
      return await reading;
    } finally {
      if (this.#underWay.get(question) === reading) this.#underWay.delete(question);
    }
  }
}
