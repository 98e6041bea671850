/** A page of lines, areas and words, in millimetres from its upper left corner: what a PDF and a screen both can draw. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export type Shape =
  | {
      readonly kind: 'area';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string | null;
      readonly line: string | null;
    }
  | {
      readonly kind: 'words';
      readonly x: number;
      /** The line the letters stand on. */
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly isBold: boolean;
      readonly colour: string;
    };

/** The same drawing on a larger or smaller sheet. */
export function scaled({ width, height, shapes }: Drawing, factor: number): Drawing {
  return {
    width: width * factor,
    height: height * factor,
    shapes: shapes.map((shape) =>
      shape.kind === 'area'
        ? {
            ...shape,
            x: shape.x * factor,
            y: shape.y * factor,
            width: shape.width * factor,
            height: shape.height * factor,
          }
        : { ...shape, x: shape.x * factor, y: shape.y * factor, size: shape.size * factor },
    ),
  };
}

/** How wide words stand, in the unit of `size`: a Chinese character and signs as × and · are as wide as high, figures and letters narrower. */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const sign of text) ems += sign <= '\u007f' ? (/[A-Z@%&mw]/.test(sign) ? 0.8 : 0.56) : 1;
  return ems * size;
}

const NOT_FIRST = '，。、；：？！）〕》”％';

/** Words broken into lines no wider than `width`; a figure stays whole, and a closing sign does not begin a line. */
export function brokenLines(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[!-~]+|./gu) ?? []) {
    if (line !== '' && widthOf(line + piece, size) > width && !NOT_FIRST.includes(piece)) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line];
}
