import type { Category } from '@xushi/domain';

/** One colour for what stands under one heading; always beside the category's word, never alone. White reads on each. */
export const categoryColours: Readonly<Record<Category, string>> = {
  meeting: '#8c2f39',
  consultation: '#8c2f39',
  study: '#1f5a92',
  theory: '#1f5a92',
  inspection: '#2f6b3a',
  research: '#2f6b3a',
  oversight: '#6a3d8f',
  proposal: '#a34a00',
  opinion: '#00696f',
  activity: '#9c2f73',
  liaison: '#9c2f73',
  enterprise: '#5a5f00',
  welfare: '#5a5f00',
  history: '#5b4636',
  publicity: '#5b4636',
  institution: '#465260',
  other: '#465260',
};
