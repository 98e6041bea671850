import { csvOf } from './csv';

test('a spreadsheet reads back what was written: Chinese, commas, quotes, lines, and nothing that is a formula', () => {
  expect(
    csvOf([
      ['事项', '承担人'],
      ['说"三次", 两地', '=1+1'],
      ['上半年\n下半年', '-'],
    ]),
  ).toBe('\uFEFF"事项","承担人"\r\n"说""三次"", 两地","\'=1+1"\r\n"上半年\n下半年","\'-"\r\n');
});
