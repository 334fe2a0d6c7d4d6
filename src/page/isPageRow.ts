import { hasLetter } from '../text/letters.ts'
import { contentOf } from './contentOf.ts'
import type { Meaning } from './meaning.ts'
import type { BlockPart, ControlPart } from './model.ts'

/** Links to pages by their numbers, from the first on or with a way forth or back, and nothing else. */
export function isPageRow(block: BlockPart, meaning: (control: ControlPart) => Meaning): boolean {
  if (block.controls < 3 || block.controls > 15 || block.length > 60 || block.priced) return false
  const { controls, texts } = contentOf(block.parts)
  if (texts.some(({ text }) => hasLetter(text)) || controls.some(({ tag }) => tag !== 'a')) return false
  const numbers = controls.filter(({ text }) => /^\d{1,4}$/.test(text.trim())).map(({ text }) => Number(text))
  const moves = controls.filter((control) => /^(?:next|previous)$/.test(meaning(control).concept)).length
  const rises = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number))
  return rises && numbers.length > 1 && numbers.length + moves === controls.length && (numbers[0] === 1 || moves > 0)
}
