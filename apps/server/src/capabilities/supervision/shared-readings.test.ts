import { SharedReadings } from './shared-readings.js';

/** Readings that end when they are told to, in the order in which they began. */
function readings() {
  const begun: PromiseWithResolvers<string>[] = [];
  const read = () => {
    const one = Promise.withResolvers<string>();
    begun.push(one);
    return one.promise;
  };
  return { begun, read };
}

it('answers whoever asks during a reading by the next one, all of them by one, and reads anew after it', async () => {
  const shared = new SharedReadings<string>();
  const { begun, read } = readings();
  const first = shared.ask('board', read);
  const second = shared.ask('board', read);
  const third = shared.ask('board', read);
  expect(begun).toHaveLength(1);
  begun[0]?.resolve('before');
  expect(await first).toBe('before');
  expect(begun).toHaveLength(2);
  const fourth = shared.ask('board', read);
  begun[1]?.resolve('after');
  expect(await Promise.all([second, third])).toEqual(['after', 'after']);
  expect(begun).toHaveLength(3);
  begun[2]?.resolve('later');
  expect(await fourth).toBe('later');
  const alone = shared.ask('board', read);
  expect(begun).toHaveLength(4);
  begun[3]?.resolve('alone');
  expect(await alone).toBe('alone');
});

it('does not share between different questions', () => {
  const shared = new SharedReadings<string>();
  const { begun, read } = readings();
  void shared.ask('one', read);
  void shared.ask('other', read);
  expect(begun).toHaveLength(2);
});

it('lets a reading that fails fail for those who waited for it alone', async () => {
  const shared = new SharedReadings<string>();
  const { begun, read } = readings();
  const first = shared.ask('board', read);
  const second = shared.ask('board', read);
  begun[0]?.reject(new Error('the database went away'));
  await expect(first).rejects.toThrow('went away');
  begun[1]?.resolve('back');
  expect(await second).toBe('back');
});
