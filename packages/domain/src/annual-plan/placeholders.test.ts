import { meantBy, placeholdersIn, placeholdersOf } from './placeholders.js';

describe('what a template leaves to be filled in', () => {
  it.each([
    ['对××乡社会保障情况进行视察', ['××乡']],
    ['围绕XX街道棚户区改造开展调研', ['XX街道']],
    ['走访某某村和某社区', ['某某村', '某社区']],
    ['20××年委员培训班', ['20××年']],
    ['xx县政协全体会议，××县政协常委会', ['xx县', '××县']],
    ['X月X日前组织委员视察', ['X月', 'X日']],
    ['组织委员视察（  ）项目', ['（  ）']],
    ['视察()', ['()']],
    ['组织____村委员视察', ['____村']],
    ['由××负责组织委员视察', ['××']],
    ['看望××委员、××同志，看望××委员', ['××委员', '××同志']],
  ])('%s: %j', (text, found) => expect(placeholdersIn(text)).toEqual(found));

  it.each([
    ['二〇二七年组织委员视察'],
    ['视察3×4平方米样板间'],
    ['学习VXX系统和MAX平台'],
    ['就某些问题开展协商（至少两次）'],
    ['视察5G基站和XR产业'],
    ['每季度组织委员活动一次'],
  ])('not in %s', (text) => expect(placeholdersIn(text)).toEqual([]));

  it('is looked for in everything the papers print, and named once', () => {
    expect(
      placeholdersOf({
        title: '对××乡道路进行视察',
        sites: ['××乡', '某某村'],
        leadOffice: 'XX局',
        cooperating: ['住建局', '××办'],
      }),
    ).toEqual(['××乡', '某某村', 'XX局', '××']);
  });
});

describe('what it most likely stands for', () => {
  it.each([
    ['××乡', ['云溪乡政协工委', '青禾县政协'], '云溪乡'],
    ['XX县', ['云溪乡政协工委', '青禾县政协'], '青禾县'],
    ['某某街道', ['博川区城东街道政协工作室'], '城东街道'],
    ['XX区', ['博川区城东街道政协工作室'], '博川区'],
    ['××乡镇', ['云溪镇政协工委'], '云溪镇'],
    ['××年', [], '2027年'],
    ['20XX年', [], '2027年'],
    ['××村', ['云溪乡政协工委'], null],
    ['（  ）', ['云溪乡政协工委'], null],
    ['××镇', ['云溪乡政协工委', '青禾县政协'], null],
  ])('%s in %j: %s', (placeholder, names, meant) => expect(meantBy(placeholder, { year: 2027, names })).toBe(meant));
});
