import type { messages } from './zh-CN';
import type { memberPage } from './zh-CN/member-page';

/** Chinese says what there is to be said; it has one plural form, so `key_other` there asks for `key_one` here too. */
export type Translated<Text> = {
  readonly [Key in keyof Text]: Text[Key] extends string ? string : Translated<Text[Key]>;
} & {
  readonly [Key in keyof Text as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};

export type ChineseMessages = typeof messages;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    // The member page brings its words with it: see member.tsx.
    resources: { translation: ChineseMessages & { readonly memberPage: typeof memberPage } };
  }
}
