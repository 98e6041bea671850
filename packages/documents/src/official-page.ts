import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Footer,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { officialFonts, officialSizes } from './official-fonts.js';

/*
 * The page of GB/T 9704-2012: A4, top margin 37 mm, binding side 28 mm, type area 156 × 225 mm with 22 lines of 28
 * characters; body in 3号, headings by level, page numbers between one-character dashes, 7 mm below the type area.
 */

const MARGINS = { top: 37, bottom: 35, left: 28, right: 26 };
/**
 * 225 mm ÷ 22 lines are 579.8 twips; rounded down, or the 22nd line would go over. Every paragraph of the text has it
 * exactly; a grid of the page would also stretch the lines of tables.
 */
const LINE_PITCH = 579;
/** 156 mm ÷ 28 characters are 15.79 pt for a character of 16 pt: a quarter of a point closer, in twips. */
const CHARACTER_SPACING = -5;
/** From the lower edge of the page to the foot of the page number, whose dash stands 7 mm below the type area. */
const FOOTER_MM = 25.5;

const body = { font: officialFonts.body, size: officialSizes.three, characterSpacing: CHARACTER_SPACING } as const;
const exactly = { line: LINE_PITCH, lineRule: LineRuleType.EXACT } as const;
/** Two characters. */
const INDENT = { firstLineChars: 200, firstLine: 2 * 16 * 20 } as const;

/** A section on the standard's page: upright, or turned with the head of its table at the binding side. */
export function officialSection(children: readonly FileChild[], { isLandscape = false } = {}): ISectionOptions {
  const { top, bottom, left, right } = isLandscape
    ? { top: MARGINS.left, right: MARGINS.top, bottom: MARGINS.right, left: MARGINS.bottom }
    : MARGINS;
  return {
    properties: {
      page: {
        size: {
          width: convertMillimetersToTwip(210),
          height: convertMillimetersToTwip(297),
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: convertMillimetersToTwip(top),
          bottom: convertMillimetersToTwip(bottom),
          left: convertMillimetersToTwip(left),
          right: convertMillimetersToTwip(right),
          header: convertMillimetersToTwip(15),
          footer: convertMillimetersToTwip(isLandscape ? bottom - 7 - 2.5 : FOOTER_MM),
          gutter: 0,
        },
      },
    },
    footers: { default: pageNumber('odd'), even: pageNumber('even') },
    children: [...children],
  };
}

/** Odd pages number at the right, even ones at the left, one character in. */
function pageNumber(side: 'odd' | 'even'): Footer {
  const style = { font: officialFonts.pageNumber, size: officialSizes.four };
  const oneCharacter = 14 * 20;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: oneCharacter } : { left: oneCharacter },
        children: [new TextRun({ ...style, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/** The bytes of a .docx file. `title` and `author` go into its properties. */
export async function writeOfficialDocument(
  { title, author }: { readonly title: string; readonly author: string },
  sections: readonly ISectionOptions[],
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { ...body, language: { eastAsia: 'zh-CN' } } } } },
    sections: [...sections],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The title: 2号小标宋, centred, broken where it is too long for a line. */
export function titleParagraph(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 720, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text, font: officialFonts.title, size: officialSizes.two, characterSpacing: 0 })],
  });
}

/** A line under the title: 3号楷体, centred; a mark such as 草案 or the meeting that approved, in brackets. */
export function underTitle(text: string): Paragraph {
  return centred(`（${text}）`, officialFonts.second);
}

/** A centred line in the body's font, such as a document number. */
export function centred(text: string, font: string = officialFonts.body): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exactly,
    children: [new TextRun({ ...body, font, text })],
  });
}

/** 一、…: 3号黑体. */
export function firstHeading(text: string): Paragraph {
  return paragraph([new TextRun({ ...body, font: officialFonts.first, text })], { keepNext: true, outlineLevel: 0 });
}

/** （一）…: 3号楷体. */
export function secondHeading(text: string): Paragraph {
  return paragraph([new TextRun({ ...body, font: officialFonts.second, text })], { keepNext: true, outlineLevel: 1 });
}

/** A paragraph of the body, indented by two characters; `lead` opens it in another font. */
export function bodyParagraph(text: string, lead: { readonly text: string; readonly font: string } | null = null) {
  return paragraph([
    ...(lead === null ? [] : [new TextRun({ ...body, ...lead })]),
    ...(text === '' ? [] : [new TextRun({ ...body, text })]),
  ]);
}

/** A paragraph that begins at the left, such as whom a letter addresses. */
export function plainParagraph(text: string): Paragraph {
  return new Paragraph({ spacing: exactly, children: [new TextRun({ ...body, text })] });
}

/** The issuer and the date at the end, the date four characters from the right, the issuer centred above it. */
export function signature(issuer: string, date: string): Paragraph[] {
  const FOUR = 4 * 16 * 20;
  // Of two lines the longer stands four characters from the right, and the shorter is centred on it.
  const beyond = ([...issuer].length - dateWidth(date)) / 2;
  const line = (text: string, right: number) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: exactly,
      keepLines: true,
      indent: { right: Math.max(0, Math.round(right)) },
      children: [new TextRun({ ...body, text })],
    });
  return [
    emptyLine(),
    emptyLine(),
    line(issuer, FOUR - Math.min(0, beyond) * 320),
    line(date, FOUR + Math.max(0, beyond) * 320),
  ];
}

/** In characters: Arabic figures are half as wide. */
const dateWidth = (text: string) => [...text].reduce((sum, one) => sum + (one >= '0' && one <= '9' ? 0.5 : 1), 0);

export function emptyLine(): Paragraph {
  return new Paragraph({ spacing: exactly, children: [] });
}

function paragraph(children: readonly TextRun[], more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: exactly,
    indent: INDENT,
    children: [...children],
    ...more,
  });
}
