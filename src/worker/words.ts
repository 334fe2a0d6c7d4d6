import { z } from 'zod'
import type { Rewriter } from '../buffer/rewrite.ts'
import { namedError } from '../messaging/namedError.ts'
import { readTogether, stored } from '../platform/stored.ts'
import { makeScrubbers } from '../privacy/makeScrubbers.ts'
import { makeWordScrubber } from '../privacy/participantWords.ts'
import { scrubItem } from '../privacy/scrubItem.ts'
import { mayHoldWords } from './mayHoldWords.ts'

const MOST = 500

/** What lies on the device: the participant's own words, and a count that grows with every new one. */
const wordList = z.strictObject({
  revision: z.int().nonnegative(),
  words: z.array(z.string().min(1).max(200)).max(MOST),
})

type WordList = z.infer<typeof wordList>

/** The words in force, ready to be used. */
export interface WordsInForce {
  words: readonly string[]
  /** Names the list where what is stored is rewritten for it; null while there never was a word. */
  mark: string | null
  /** Takes the words out of a text. */
  scrub(text: string): string
  rewriter: Rewriter
}

/** The words that the participant wants removed everywhere. They stay on this device. */
export interface Words {
  /**
   * Reads the list afresh.
   *
   * @throws Error where the list cannot be read: nothing may be stored or sent then.
   */
  inForce(): Promise<WordsInForce>
  /** @throws Error where the word is too short to be looked for, or the list is full. */
  add(word: string): Promise<void>
  /** The word may be recorded again from now on. What was removed stays removed. */
  drop(word: string): Promise<void>
  clear(): Promise<void>
}

function read(raw: unknown): WordList {
  if (raw === null || raw === undefined) return { revision: 0, words: [] }
  const parsed = wordList.safeParse(raw)
  if (parsed.success) return parsed.data
  throw namedError(
    'WordListUnreadableError',
    'Your list of removed words cannot be read, so nothing is recorded or sent. Ask the study’s contact.',
  )
}

function makeInForce({ revision, words }: WordList): WordsInForce {
  const scrub = makeWordScrubber(words)
  return {
    words,
    mark: revision === 0 ? null : String(revision),
    scrub,
    rewriter: {
      mayHold: mayHoldWords(words),
      item: (item) => scrubItem(item, scrub),
      url: makeScrubbers('', scrub).url,
    },
  }
}

export function createWords(): Words {
  let last: { key: string; words: WordsInForce } | null = null
  const list = async (): Promise<WordList> => read((await readTogether(stored.words))[0])
  return {
    async inForce() {
      const current = await list()
      const key = JSON.stringify(current)
      if (last?.key !== key) last = { key, words: makeInForce(current) }
      return last.words
    },
    async add(text) {
      const word = text.trim().replace(/\s+/g, ' ').slice(0, 200)
      if (makeWordScrubber([word])(word) === word) {
        throw namedError('WordTooShortError', 'This is too short to be found. Enter a word of at least two letters.')
      }
      const { revision, words } = await list()
      const others = words.filter((one) => one !== word)
      if (others.length >= MOST) {
        throw namedError('WordListFullError', `There is room for ${MOST} words. Take one off the list first.`)
      }
      await stored.words.setValue({ revision: revision + 1, words: [...others, word] })
    },
    async drop(word) {
      const { revision, words } = await list()
      await stored.words.setValue({ revision, words: words.filter((one) => one !== word) })
    },
    clear: () => stored.words.removeValue(),
  }
}
