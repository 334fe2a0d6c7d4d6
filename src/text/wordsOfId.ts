import { withoutBlanks } from './withoutBlanks.ts'

/** Ids that frameworks number through: React's `:r1:`, `«r1»` and `_r_1_`, also with the name of a library before them. */
const COUNTED = /:\w+:|«\w+»|_[rR]_\w*_|(?:^|\s)(?:base-ui|radix|headlessui|mui|mantine|react-aria|downshift)-\S*/g

/** `camelCase`, `snake_case` and `kebab-case` as words; what a machine made up is left out. */
export const wordsOfId = (id: string): string =>
  withoutBlanks(/\d\D*\d\D*\d/.test(id) ? '' : id)
    .replace(COUNTED, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((word) => /^[a-z]{2,16}$/i.test(word) && /[aeiouy]/i.test(word))
    .slice(0, 4)
    .join(' ')
