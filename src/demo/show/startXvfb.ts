import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeXwd } from './decodeXwd.ts'
import { encodePng } from './encodePng.ts'

/** A display in memory, for a real window where there is no screen. */
export interface VirtualDisplay {
  /** Value for `DISPLAY`. */
  name: string
  /** The whole screen as PNG. */
  picture(): Buffer
  stop(): void
}

/** Starts Xvfb; null where it is not installed. */
export async function startXvfb(width: number, height: number): Promise<VirtualDisplay | null> {
  const folder = mkdtempSync(join(tmpdir(), 'shoptrace-xvfb-'))
  const xvfb = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-fbdir', folder, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const number = await new Promise<string | null>((resolve) => {
    xvfb.on('error', () => resolve(null))
    xvfb.on('exit', () => resolve(null))
    xvfb.stdio[3]?.on('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  })
  if (number === null) {
    rmSync(folder, { recursive: true, force: true })
    return null
  }
  return {
    name: `:${number}`,
    picture: () => encodePng(decodeXwd(readFileSync(join(folder, 'Xvfb_screen0')))),
    stop() {
      xvfb.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
