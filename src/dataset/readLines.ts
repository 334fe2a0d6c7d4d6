import { createReadStream } from 'node:fs'

const NEWLINE = 0x0a

/**
 * The lines of a UTF-8 file, without their newline. Only `\n` ends a line: `node:readline` also cuts at U+2028 and
 * U+2029, which stand unescaped in JSON.
 */
export async function* readLines(path: string): AsyncGenerator<string> {
  let begun: Buffer[] = []
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, end)]).toString('utf8')
      begun = []
      from = end + 1
    }
    begun.push(chunk.subarray(from))
  }
  const rest = Buffer.concat(begun)
  if (rest.byteLength > 0) yield rest.toString('utf8')
}
