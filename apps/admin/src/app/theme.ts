import { type ThemeConfig, theme } from 'antd';
import type { SizeChoice } from '../lib/preferences';

export type Appearance = 'light' | 'dark';

const font =
  '"Segoe UI", system-ui, -apple-system, "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';

const plainButtons = { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } };

const shared = {
  fontFamily: font,
  fontSize: 15,
  borderRadius: 6,
  controlHeight: 36,
  wireframe: false,
  motionUnit: 0.06,
};

/** The same values as in global.css. One accent; red, green and blue mean states. */
const themes: Readonly<Record<Appearance, ThemeConfig>> = {
  light: {
    algorithm: theme.defaultAlgorithm,
    components: plainButtons,
    token: {
      ...shared,
      colorPrimary: '#0e5a60',
      colorPrimaryHover: '#17747b',
      colorPrimaryActive: '#0a464b',
      colorPrimaryBg: '#e2eeed',
      controlItemBgActive: '#e2eeed',
      controlItemBgActiveHover: '#d6e7e6',
      colorLink: '#0e5a60',
      colorInfo: '#1c5698',
      colorSuccess: '#27662f',
      colorWarning: '#7d5300',
      colorError: '#a8261c',
      colorTextBase: '#1b2426',
      colorTextSecondary: '#566164',
      colorTextDescription: '#566164',
      colorTextPlaceholder: '#687275',
      colorBgLayout: '#f5f5f1',
      colorBgContainer: '#ffffff',
      colorBorder: '#b3bab8',
      colorBorderSecondary: '#dedfd9',
    },
  },
  dark: {
    algorithm: theme.darkAlgorithm,
    components: plainButtons,
    token: {
      ...shared,
      colorPrimary: '#74c4c2',
      colorPrimaryHover: '#8fd3d1',
      colorPrimaryActive: '#5fb0ae',
      colorPrimaryBg: '#1d3a3c',
      controlItemBgActive: '#1d3a3c',
      controlItemBgActiveHover: '#244648',
      colorLink: '#74c4c2',
      colorInfo: '#8fbcf2',
      colorSuccess: '#8ccb92',
      colorWarning: '#ebc063',
      colorError: '#f39c90',
      colorTextBase: '#e6eae8',
      colorTextSecondary: '#a5b0b0',
      colorTextDescription: '#a5b0b0',
      colorTextPlaceholder: '#93a0a1',
      colorTextLightSolid: '#08282a',
      colorBgBase: '#12191b',
      colorBgLayout: '#12191b',
      colorBgContainer: '#1a2325',
      colorBgElevated: '#202b2d',
      colorBorder: '#566264',
      colorBorderSecondary: '#313c3e',
    },
  },
};

/** Sizes of 长辈版, as in global.css. */
const large = {
  fontSize: 22.5,
  fontSizeSM: 18,
  controlHeight: 60,
  controlHeightSM: 60,
  controlHeightLG: 66,
  controlInteractiveSize: 28,
};

/** The component library in our colours and in the size the reader chose. */
export function themeOf(appearance: Appearance, size: SizeChoice): ThemeConfig {
  const config = themes[appearance];
  return size === 'standard' ? config : { ...config, token: { ...config.token, ...large } };
}
