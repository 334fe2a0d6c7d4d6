import { expect, test } from 'vitest'
import { type Message, readLocales, textsOf } from './support/readLocales.ts'

const locales = await readLocales()
const english = new Map((locales.en ?? []).map((message) => [message.key.join('.'), message]))
const translated = Object.keys(locales).filter((locale) => locale !== 'en')

const own = (messages: readonly Message[]) => messages.filter(({ key }) => !key.join('.').startsWith('@@'))
const placeholders = (text: string) => [...new Set(text.match(/\$\d|\{\w+\}/g))].sort()
/** The forms of a message, each with its placeholders. */
const shape = (message: Message | undefined) =>
  message && Object.fromEntries(textsOf(message).map(([form, text]) => [form, placeholders(text)]))

test('there are texts in English, Spanish, German and Simplified Chinese', () => {
  expect(Object.keys(locales)).toEqual(['de', 'en', 'es', 'zh_CN'])
})

test.each(translated)('%s has exactly the keys of English, in the same order', (locale) => {
  const keys = (list: Message[] | undefined) => own(list ?? []).map(({ key }) => key.join('.'))
  expect(keys(locales[locale])).toEqual(keys(locales.en))
})

test.each(translated)('%s has the forms and placeholders of English', (locale) => {
  const odd = own(locales[locale] ?? []).filter(
    (message) => JSON.stringify(shape(message)) !== JSON.stringify(shape(english.get(message.key.join('.')))),
  )
  expect(odd.map((message) => [message.key.join('.'), shape(message)])).toEqual([])
})

/** Names, and words that these languages share with English. */
const SAME = ['Shoptrace', 'Version $1', 'No', '“$1”']
test.each(translated)('%s leaves nothing in English', (locale) => {
  const same = own(locales[locale] ?? []).flatMap((message) => {
    const theirs = new Map(textsOf(english.get(message.key.join('.')) as Message))
    return textsOf(message).filter(([form, text]) => text === theirs.get(form) && !SAME.includes(text))
  })
  expect(same).toEqual([])
})

test.each(Object.keys(locales))('%s says its own language, and fits the stores', (locale) => {
  const text = (key: string) => {
    const message = (locales[locale] ?? []).find((one) => one.key.join('.') === key)
    return message ? (textsOf(message)[0]?.[1] ?? '') : ''
  }
  expect(text('common.language')).toBe(locale.replace('_', '-'))
  expect(text('extension_name').length).toBeLessThanOrEqual(45)
  expect(text('extension_description').length).toBeGreaterThan(10)
  expect(text('extension_description').length).toBeLessThanOrEqual(132)
})

test.each(Object.keys(locales))('no text of %s has an empty form, a stray space or a straight quote', (locale) => {
  const odd = own(locales[locale] ?? [])
    .flatMap(textsOf)
    .filter(([, text]) => text === '' || text !== text.trim() || /\s{2}|"|\.\.\./.test(text))
  expect(odd).toEqual([])
})

test.each(Object.keys(locales))('no text of %s names a browser: one build serves several', (locale) => {
  const named = own(locales[locale] ?? [])
    .flatMap(textsOf)
    .filter(([, text]) => /chrom(e|ium)|edge\b|firefox/i.test(text))
  expect(named).toEqual([])
})
