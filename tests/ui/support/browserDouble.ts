import messages from 'virtual:messages'

/** Only what `@wxt-dev/i18n` asks of a browser: the English messages, with `$1` filled in. */
export const browser = {
  i18n: {
    getMessage(key: string, substitutions: string[] = []): string {
      const message = messages[key]?.message
      if (message === undefined) throw new Error(`locales/en.yml has no "${key}".`)
      return message.replace(/\$(\d)/g, (_, at: string) => substitutions[Number(at) - 1] ?? '')
    },
  },
}
