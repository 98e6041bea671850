/** Told beforehand; the server has the last word. */
export const SHORTEST_PASSWORD = 8;
