/** Columns a terminal needs for the text: Chinese characters and full-width signs take two. */
export function displayWidth(text) {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  return width;
}

/** Lines of a table with aligned columns; the first row is the heading. */
export function formatTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column]))));
  const line = (row) => row.map((cell, column) => cell + ' '.repeat(widths[column] - displayWidth(cell))).join('   ');
  const rule = widths.map((width) => '─'.repeat(width)).join('───');
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].map((text) => `  ${text.trimEnd()}`);
}
