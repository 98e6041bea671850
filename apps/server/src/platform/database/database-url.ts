/** Injection token of the connection address. */
export const DATABASE_URL = Symbol('DATABASE_URL');
