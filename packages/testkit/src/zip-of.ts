import { deflateRawSync } from 'node:zlib';

/** A zip file of one part, whose directory may lie about its size. */
export function zipOf(name: string, content: Buffer, saidSize: number | null): Uint8Array {
  const packed = deflateRawSync(content);
  const named = Buffer.from(name);
  const local = Buffer.alloc(30);
  const central = Buffer.alloc(46);
  for (const [header, mark, at] of [
    [local, 0x04034b50, 8],
    [central, 0x02014b50, 10],
  ] as const) {
    header.writeUInt32LE(mark, 0);
    header.writeUInt16LE(8, at);
    header.writeUInt32LE(packed.length, at + 10);
    header.writeUInt32LE(saidSize ?? content.length, at + 14);
    header.writeUInt16LE(named.length, at + 18);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + named.length, 12);
  end.writeUInt32LE(local.length + named.length + packed.length, 16);
  return Buffer.concat([local, named, packed, central, named, end]);
}
