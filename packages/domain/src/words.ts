/** The words that screens and mails share. Apart from the rules, so that a browser gets them and nothing else. */

export * from './reminder/notice-wording.js';
export * from './reminder/notice-words.js';
export * from './task/task-kind-words.js';
