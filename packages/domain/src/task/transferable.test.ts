import { taskKinds } from '../workflow/definition.js';
import { transferableKinds } from './transferable.js';

it('a hand-over takes every kind of duty along but what each participant was asked for', () => {
  expect(taskKinds.filter((kind) => !transferableKinds.includes(kind))).toEqual(['answer-invitation', 'contribute']);
  expect(new Set(transferableKinds).size).toBe(transferableKinds.length);
});
