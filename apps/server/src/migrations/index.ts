import { Chain1764000000001 } from './0001-chain.js';
import { OfficialYears1764000000002 } from './0002-official-years.js';

export const migrations = [Chain1764000000001, OfficialYears1764000000002];
