import type { ActionField } from '../definition.js';

/** The day something was done; lateness is judged by it. */
export const doneOn: ActionField = { name: 'doneOn', type: 'date-done', required: true };
/** The day something is to be held. */
export const heldOn: ActionField = { name: 'heldOn', type: 'date-planned', required: true };
/** Why somebody ends or refuses something: never left out. */
export const reason: ActionField = { name: 'reason', type: 'text', required: true };
export const note: ActionField = { name: 'note', type: 'text', required: false };
export const attended: ActionField = { name: 'attended', type: 'count', required: false };

export const text = (name: string): ActionField => ({ name, type: 'text', required: true });
export const optionalText = (name: string): ActionField => ({ name, type: 'text', required: false });
export const count = (name: string): ActionField => ({ name, type: 'count', required: true });
export const optionalCount = (name: string): ActionField => ({ name, type: 'count', required: false });
