/**
 * The fonts of official documents, by the names they have in these offices (GB/T 9704-2012). They are named, never
 * brought: most are sold under licence. Where one is missing, Word and WPS take the machine's own Song or Fangsong;
 * docs/operations.md says which free fonts to install beside them.
 */
export const officialFonts = {
  title: '方正小标宋简体',
  first: '黑体',
  second: '楷体_GB2312',
  body: '仿宋_GB2312',
  pageNumber: '宋体',
} as const;

/** Sizes by their Chinese numbers, in half points, as Word counts them. */
export const officialSizes = {
  /** 二号, 22 pt */
  two: 44,
  /** 三号, 16 pt */
  three: 32,
  /** 四号, 14 pt */
  four: 28,
  /** 小四, 12 pt */
  smallFour: 24,
  /** 五号, 10.5 pt */
  five: 21,
} as const;
