import { type MatterStanding, matterStandings } from '../member-page/matter.js';
import { attendanceOf } from './attendance.js';

test('everyone asked is counted once: coming, asking for leave, on leave, not coming, or unanswered', () => {
  const said = (wanted: string | null): MatterStanding[] =>
    matterStandings.filter((one) => attendanceOf(one) === wanted);
  expect(said('coming')).toEqual(['coming']);
  expect(said('leave-asked')).toEqual(['leave-asked']);
  expect(said('on-leave')).toEqual(['on-leave']);
  expect(said('not-coming')).toEqual(['not-coming']);
  expect(said('unanswered')).toEqual(['asked', 'leave-refused', 'paused', 'not-needed']);
  expect(said(null)).toEqual(['received', 'called-off']);
});
