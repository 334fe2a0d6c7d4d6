import { i18n } from '#i18n'
import type { Study } from '../../schemas/index.ts'
import type { ChoiceName } from './offeredChoices.ts'

const outsideModels = (study: Study): string =>
  study.predictors
    .filter((id) => id.startsWith('claude:'))
    .map((id) => id.slice('claude:'.length))
    .join(', ')

/** What a participant is asked to agree to, and what it means. */
export function describeChoice(name: ChoiceName, study: Study): { label: string; help: string } {
  switch (name) {
    case 'recording':
      return { label: i18n.t('choice.recording'), help: i18n.t('choice.recording_help') }
    case 'page_content':
      return { label: i18n.t('choice.page_content'), help: i18n.t('choice.page_content_help') }
    case 'rationale':
      return { label: i18n.t('choice.rationale'), help: i18n.t('choice.rationale_help') }
    case 'live_prediction':
      return { label: i18n.t('choice.live_prediction'), help: i18n.t('choice.live_prediction_help') }
    case 'outside_model':
      return {
        label: i18n.t('choice.outside_model', [outsideModels(study)]),
        help: i18n.t('choice.outside_model_help'),
      }
  }
}
