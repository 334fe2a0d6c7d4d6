import { readFileSync } from 'node:fs'
import type { Study } from '../../schemas/index.ts'
import { checkStudy } from './study/checkStudy.ts'

/** Reads a study file. Throws an error that names every mistake with its place and path in the file. */
export function readStudy(file: string): Study {
  const { study, mistakes } = checkStudy(readStudyText(file))
  if (study) return study
  const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`
  throw new Error(`${file} has ${count}:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`)
}

/** Text of a study file. Throws, saying what to do, where there is none. */
export function readStudyText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Error(`The study file ${file} cannot be read. Check its name and permissions.`, { cause })
  }
}
