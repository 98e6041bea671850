/**
 * Something the person in front of the screen can mend: told in one sentence, without a stack trace.
 * Everything else that goes wrong is a defect and keeps its stack.
 */
export class Refusal extends Error {
  /**
   * @param {string} code what happened, for programs and tests
   * @param {string} english
   * @param {string} chinese
   */
  constructor(code, english, chinese) {
    super(english);
    this.name = 'Refusal';
    this.code = code;
    this.english = english;
    this.chinese = chinese;
  }
}
