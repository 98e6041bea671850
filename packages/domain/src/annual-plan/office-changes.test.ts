import { quarterlyActivity as item } from '../../test/quarterly-activity.js';
import { officeChanges } from './office-changes.js';

const published = item({ leadOffice: '经济委', cooperating: ['发改局', '住建局'] });
const to = (leadOffice: string | null, cooperating: string[]) => ({ ...published, leadOffice, cooperating });

it.each([
  ['nothing', published, 0],
  ['the order of the units', to('经济委', ['住建局', '发改局']), 0],
  ['another lead office', to('提案委', ['发改局', '住建局']), 1],
  ['no lead office any more', to(null, ['发改局', '住建局']), 1],
  ['one unit more', to('经济委', ['发改局', '住建局', '财政局']), 1],
  ['one unit less', to('经济委', ['发改局']), 1],
  ['another unit', to('经济委', ['发改局', '财政局']), 1],
])('changed: %s', (_name, edited, count) => {
  const changes = officeChanges([published], [edited]);
  expect(changes).toHaveLength(count);
  for (const change of changes) {
    expect(change).toEqual({
      title: published.title,
      before: { leadOffice: '经济委', cooperating: ['发改局', '住建局'] },
      after: { leadOffice: edited.leadOffice, cooperating: edited.cooperating },
    });
  }
});

it('says nothing of items that come or go', () => {
  expect(officeChanges([published], [])).toEqual([]);
  expect(officeChanges([], [published])).toEqual([]);
});
