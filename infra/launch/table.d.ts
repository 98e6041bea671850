/** Columns a terminal needs for the text: Chinese characters and full-width signs take two. */
export declare function displayWidth(text: string): number;

/** Lines of a table with aligned columns; the first row is the heading. */
export declare function formatTable(rows: readonly (readonly string[])[]): string[];
