import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Drawing, Shape } from './drawing.js';

/** Noto Sans SC, under the SIL Open Font License, which travels with its package; only the signs used are embedded. */
const FONTS = '@expo-google-fonts/noto-sans-sc';
const { resolve } = createRequire(import.meta.url);
const regular = resolve(`${FONTS}/400Regular/NotoSansSC_400Regular.ttf`);
const bold = resolve(`${FONTS}/700Bold/NotoSansSC_700Bold.ttf`);

const POINTS_PER_MM = 72 / 25.4;
/** The sign a compositor sets where a letter is missing. */
const MISSING = '〓';

/** What pdfkit knows of an embedded font, beyond its published types. */
interface EmbeddedFont {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/**
 * A drawing as a PDF of one page with its font inside. A sign the font does not have is set as 〓 and named at the foot
 * of the page: a name must not lose a character in silence.
 */
export async function writeDrawing(drawing: Drawing, about: { title: string; author: string }): Promise<Uint8Array> {
  const size: [number, number] = [drawing.width * POINTS_PER_MM, drawing.height * POINTS_PER_MM];
  const info = { Title: about.title, Author: about.author };
  const document = new PDFDocument({ size, margin: 0, info, lang: 'zh-CN', displayTitle: true });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  document.registerFont('regular', regular).registerFont('bold', bold);
  const missing = new Set<string>();
  for (const shape of drawing.shapes) draw(document, shape, missing);
  if (missing.size > 0) draw(document, noteOf(missing, drawing), new Set());
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function draw(document: PDFKit.PDFDocument, shape: Shape, missing: Set<string>): void {
  const x = shape.x * POINTS_PER_MM;
  const y = shape.y * POINTS_PER_MM;
  if (shape.kind === 'area') {
    document.rect(x, y, shape.width * POINTS_PER_MM, shape.height * POINTS_PER_MM).lineWidth(0.5);
    if (shape.fill !== null && shape.line !== null) document.fillAndStroke(shape.fill, shape.line);
    else if (shape.fill !== null) document.fill(shape.fill);
    else if (shape.line !== null) document.stroke(shape.line);
    return;
  }
  document
    .font(shape.isBold ? 'bold' : 'regular')
    .fontSize(shape.size * POINTS_PER_MM)
    .fillColor(shape.colour);
  const text = settable(shape.text, (document as unknown as { readonly _font: EmbeddedFont })._font, missing);
  document.text(text, x, y, { baseline: 'alphabetic', lineBreak: false });
}

function settable(text: string, font: EmbeddedFont, missing: Set<string>): string {
  return [...text]
    .map((sign) => {
      if (font.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)) return sign;
      missing.add(sign);
      return MISSING;
    })
    .join('');
}

function noteOf(missing: ReadonlySet<string>, { height }: Drawing): Shape {
  const codes = [...missing].map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
  const text = `${MISSING}为字库缺字，请手工补写：${codes.join('、')}`;
  return { kind: 'words', x: 10, y: height - 4, size: 2.5, text, isBold: false, colour: '#a8261c' };
}
