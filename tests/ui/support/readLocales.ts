import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseMessagesFile } from '@wxt-dev/i18n/build'

export type Message = Awaited<ReturnType<typeof parseMessagesFile>>[number]

const folder = join(import.meta.dirname, '../../../locales')

/** The messages of every locale, by its name as Chrome writes it. */
export async function readLocales(): Promise<Record<string, Message[]>> {
  const files = globSync('*.yml', { cwd: folder }).sort()
  const messages = await Promise.all(files.map((file) => parseMessagesFile(join(folder, file))))
  return Object.fromEntries(files.map((file, index) => [basename(file, '.yml'), messages[index] ?? []]))
}

/** The texts of a message, one or by number: `[['', 'Open']]`, `[['1', '1 item'], ['n', '$1 items']]`. */
export const textsOf = (message: Message): [form: string, text: string][] =>
  message.type === 'plural' ? Object.entries(message.plurals) : [['', message.message]]
