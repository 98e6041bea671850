import {
  readChineseNumber,
  readEnglishNumber,
  readEnglishOrdinal,
  sayChineseNumber,
  sayEnglishNumber,
  sayEnglishOrdinal,
  sayEnglishOrdinalWord,
} from './cadence-words-numbers.js';

describe('numbers as plans write them', () => {
  it.each([
    ['7', 7],
    ['365', 365],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['一百', 100],
    ['两百', 200],
    ['一百零五', 105],
    ['一百二十', 120],
    ['三百六十五', 365],
    ['二〇二六', 2026],
    ['二零二六', 2026],
    ['一两', null],
    ['五六', null],
    ['十十', null],
    ['一百五', null],
    ['零', null],
    ['百', null],
    ['十零', null],
    ['', null],
    ['12345', null],
  ])('%s: %s', (text, value) => {
    expect(readChineseNumber(text)).toBe(value);
  });

  it.each([
    ['3', 3],
    ['three', 3],
    ['twelve', 12],
    ['thirteen', null],
    ['', null],
  ])('%s: %s', (text, value) => {
    expect(readEnglishNumber(text)).toBe(value);
  });

  it.each([
    ['third', 3],
    ['3rd', 3],
    ['11th', 11],
    ['112th', 112],
    ['21st', 21],
    ['3th', null],
    ['11st', null],
    ['three', null],
  ])('%s: %s', (text, value) => {
    expect(readEnglishOrdinal(text)).toBe(value);
  });

  it('are read as they were said', () => {
    for (let value = 1; value < 100; value++) {
      expect(readChineseNumber(sayChineseNumber(value))).toBe(value);
      expect(readEnglishNumber(sayEnglishNumber(value))).toBe(value);
      expect(readEnglishOrdinal(sayEnglishOrdinal(value))).toBe(value);
      expect(readEnglishOrdinal(sayEnglishOrdinalWord(value))).toBe(value);
    }
  });
});
