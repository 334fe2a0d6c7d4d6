import type { Picture } from './encodePng.ts'

/**
 * Reads a screen dump as Xvfb keeps it: X Window Dump version 7 (`XWDFile.h`), ZPixmap, 32 bits per pixel.
 * Throws where the dump is of another kind.
 */
export function decodeXwd(dump: Buffer): Picture {
  const field = (index: number): number => dump.readUInt32BE(index * 4)
  const [headerSize, version, format, width, height] = [field(0), field(1), field(2), field(4), field(5)]
  const littleEndian = field(7) === 0
  const [bitsPerPixel, bytesPerLine, colours] = [field(11), field(12), field(19)]
  if (version !== 7 || format !== 2 || bitsPerPixel !== 32)
    throw new Error('The screen dump is not a 32-bit XWD 7 ZPixmap.')
  const start = headerSize + colours * 12
  const rgb = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = start + y * bytesPerLine + x * 4
      const to = (y * width + x) * 3
      const pixel = littleEndian ? dump.readUInt32LE(from) : dump.readUInt32BE(from)
      rgb[to] = (pixel >> 16) & 0xff
      rgb[to + 1] = (pixel >> 8) & 0xff
      rgb[to + 2] = pixel & 0xff
    }
  }
  return { width, height, rgb }
}
