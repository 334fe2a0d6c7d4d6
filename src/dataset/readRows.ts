import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readLines } from './readLines.ts'

/** A row of any file of a dataset, as it stands there. */
export interface AnyRow {
  /** As `steps.jsonl`. */
  file: string
  /** From 1. */
  line: number
  row: unknown
}

/**
 * Every row of every JSON Lines file that `dataset.json` lists, unchecked: also what this version knows nothing of.
 * Rejects, saying what to do, where the folder is no dataset or a line is no JSON.
 */
export async function* readRows(folder: string): AsyncGenerator<AnyRow> {
  const manifest = join(folder, 'dataset.json')
  if (!existsSync(manifest)) {
    throw new Error(`${folder} is no dataset: it has no dataset.json. Write one with "shoptrace export".`)
  }
  const { files = {} } = JSON.parse(await readFile(manifest, 'utf8')) as { files?: Record<string, unknown> }
  for (const file of Object.keys(files)) {
    const path = join(folder, file)
    if (!file.endsWith('.jsonl') || !existsSync(path)) continue
    let line = 0
    for await (const text of readLines(path)) {
      line++
      let row: unknown
      try {
        row = JSON.parse(text)
      } catch (cause) {
        throw new Error(`${file} line ${line} is not JSON. The file is damaged: export it again.`, { cause })
      }
      yield { file, line, row }
    }
  }
}
