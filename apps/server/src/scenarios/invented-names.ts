/**
 * Names that belong to nobody in particular: common surnames with given names out of poems and the solar terms. The same
 * number always gets the same name; the first 1,600 are all different.
 */
const SURNAMES = '陈刘赵孙周吴郑冯褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹苏潘葛范彭鲁韦马方'.split('');
const GIVEN_NAMES =
  '小满 谷雨 清和 白露 望舒 立夏 向晚 知秋 行舟 长风 听泉 霜降 远山 春禾 定安 建章 晓雨 怀瑾 若水 明远 景行 思齐 子衿 如松 致远 静姝 云舒 青禾 落梅 惊蛰 千帆 南星 书言 修竹 安澜 承泽 望岳 晴川 嘉木 星野'.split(
    ' ',
  );

/** The name of the n-th invented person, from 0. */
export function inventedName(n: number): string {
  const surname = SURNAMES[n % SURNAMES.length];
  // Steps on by one more each time the surnames are through, so that no pair comes twice.
  const given = GIVEN_NAMES[(n + Math.floor(n / SURNAMES.length)) % GIVEN_NAMES.length];
  return `${surname}${given}`;
}
