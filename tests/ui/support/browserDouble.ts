import messages from 'virtual:messages'

const locale = new URLSearchParams(location.search).get('locale') ?? 'en'

/** Only what `@wxt-dev/i18n` asks of a browser: the messages of one locale, with `$1` filled in. */
export const browser = {
  i18n: {
    getMessage(key: string, substitutions: string[] = []): string {
      const message = messages[locale]?.[key]?.message
      if (message === undefined) throw new Error(`locales/${locale}.yml has no "${key}".`)
      return message.replace(/\$(\d)/g, (_, at: string) => substitutions[Number(at) - 1] ?? '')
    },
  },
}
