import { ORPCError } from '@orpc/client';
import { failureOf } from './failure';

const badRequest = (data: unknown) => new ORPCError('BAD_REQUEST', { status: 400, data });

it.each([
  ['a name too short', { issues: [{ code: 'too_small', path: ['committeeName'] }] }, 'committeeName'],
  ['a field of an action', { issues: [{ code: 'too_big', path: ['input', 'note'] }] }, 'note'],
  ['one of many', { issues: [{ code: 'invalid', path: ['taskIds', 3] }] }, 'taskIds'],
  ['the whole', { issues: [{ code: 'invalid_type', path: [] }] }, null],
  ['no reasons told', undefined, null],
])(
  'input the contract does not take is for the person to mend, not a fault of the system: %s',
  (_case, data, field) => {
    expect(failureOf(badRequest(data))).toEqual({ kind: 'refused', reason: 'field-invalid', field });
  },
);

it('what the server calls a defect stays one', () => {
  const error = new ORPCError('INTERNAL_SERVER_ERROR', { status: 500, data: { traceId: 'x' } });
  expect(failureOf(error)).toEqual({ kind: 'defect', trace: 'x' });
});
