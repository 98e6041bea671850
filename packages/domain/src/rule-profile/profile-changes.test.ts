import { lightSchemes } from './light-scheme.js';
import { profileChanges } from './profile-changes.js';
import { defaultRuleProfile, type RuleProfile } from './rule-profile.js';

const profile = defaultRuleProfile;
const changesOf = (changed: Partial<RuleProfile>) => profileChanges(profile, { ...profile, ...changed });

it('a version that says the same changes nothing, whatever the order of its keys', () => {
  expect(changesOf({})).toEqual([]);
  const [first, ...rest] = profile.ladders.duty;
  if (first === undefined) throw new Error('the ladder has no rung');
  const { name, offset, to, form } = first;
  const turned = { form, to, offset: { days: offset.days, unit: offset.unit }, name };
  expect(changesOf({ ladders: { ...profile.ladders, duty: [turned, ...rest] } })).toEqual([]);
});

it('names each thing that differs, with what it was and what it is', () => {
  const short = profile.ladders.leader.slice(1);
  expect(
    changesOf({
      reminder: { ...profile.reminder, remindAt: '10:00' },
      ladders: { ...profile.ladders, leader: short, 'write-report': short },
      lights: lightSchemes['blue-orange-red'],
      reportWithinWorkdays: 20,
    }),
  ).toEqual([
    { area: 'ladder', key: 'leader', was: profile.ladders.leader, is: short },
    { area: 'ladder', key: 'write-report', was: null, is: short },
    { area: 'reminder', name: 'remindAt', was: '09:00', is: '10:00' },
    { area: 'lights', was: profile.lights, is: lightSchemes['blue-orange-red'] },
    { area: 'length', name: 'reportWithinWorkdays', was: 15, is: 20 },
  ]);
  const { 'duty/member': gentle, ...ladders } = profile.ladders;
  expect(changesOf({ ladders: ladders as RuleProfile['ladders'] })).toEqual([
    { area: 'ladder', key: 'duty/member', was: gentle, is: null },
  ]);
});
