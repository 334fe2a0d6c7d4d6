import { i18n } from '#i18n'

/** What went wrong, in the participant's language where it is something that happens to participants; else as it was said. */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  switch (error.name) {
    case 'WordTooShortError':
      return i18n.t('errors.word_too_short')
    case 'WordListFullError':
      return i18n.t('errors.word_list_full')
    case 'WordListUnreadableError':
      return i18n.t('errors.word_list_unreadable')
    case 'SurveyClosedError':
      return i18n.t('errors.survey_closed')
    case 'CollectorUnreachableError':
      return i18n.t('errors.unreachable')
    case 'BufferFullError':
      return i18n.t('errors.disk_full')
    default:
      return error.message
  }
}
