/**
 * Without this, `toEqual` calls two *different* Temporal dates equal: their values live in internal slots, and as
 * plain objects they are all empty. Compared by type and ISO string, they are equal exactly when they print the same.
 */
const temporalType = (value) => {
  const tag = Object.prototype.toString.call(value);
  return tag.startsWith('[object Temporal.') ? tag : undefined;
};

expect.addEqualityTesters([
  (a, b) => {
    const [left, right] = [temporalType(a), temporalType(b)];
    if (left === undefined && right === undefined) return undefined;
    return left === right && a.toString() === b.toString();
  },
]);
