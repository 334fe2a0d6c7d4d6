import { LETTER, WORDY } from '../../text/letters.ts'

export const LOCAL = `(?:${WORDY}|[._%+'-]){1,64}`

export const TOP_LEVEL = `(?:xn--[a-z0-9-]{2,30}|${LETTER}{2,24})`
