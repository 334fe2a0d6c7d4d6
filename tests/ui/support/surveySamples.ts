import type { Survey, SurveyQuestion } from '../../../schemas/index.ts'
import type { SurveyPageProps } from '../../../src/ui/survey/types.ts'
import { type Plain, study } from './samples.ts'

const asked = { required: false, quasi_identifier: false }
const options = (texts: string[]) => texts.map((text, n) => ({ id: `option_${n}`, text: { en: text, de: text } }))

const about: Survey = {
  id: 'about_you',
  title: { en: 'About you', de: 'Über Sie' },
  help: { en: 'These help to see whether different people shop differently.' },
  when: 'joining',
  questions: [
    {
      ...asked,
      id: 'age',
      kind: 'choice',
      required: true,
      text: { en: 'How old are you?' },
      options: options(['18–24', '25–44', '45–64', '65 or more', 'I would rather not say']),
    },
    {
      ...asked,
      id: 'matters',
      kind: 'multiple_choice',
      text: { en: 'What matters to you when you choose?' },
      help: { en: 'Tick all that fit.' },
      options: options(['Price', 'Quality', 'What others say', 'Fast delivery']),
    },
  ],
}

const habits: Survey = {
  id: 'habits',
  title: { en: 'How you shop', de: 'Wie Sie einkaufen' },
  when: 'weekly',
  questions: [
    {
      ...asked,
      id: 'spend',
      kind: 'number',
      min: 0,
      max: 10_000,
      unit: { en: 'dollars', de: 'Dollar' },
      text: { en: 'How much?', de: 'Wie viel geben Sie ungefähr im Monat im Internet aus?' },
    },
    {
      ...asked,
      id: 'compares',
      kind: 'scale',
      min: 1,
      max: 5,
      text: { en: 'I compare.', de: 'Ich vergleiche viele Produkte, bevor ich kaufe.' },
      min_label: { en: 'not at all', de: 'gar nicht' },
      max_label: { en: 'very much', de: 'sehr' },
    },
    {
      ...asked,
      id: 'in_own_words',
      kind: 'text',
      max_length: 500,
      text: { en: 'How?', de: 'Wie gehen Sie vor, wenn Sie etwas zum Kaufen suchen?' },
      help: { de: 'Bitte schreiben Sie keine Namen oder Adressen.' },
    },
  ] satisfies SurveyQuestion[],
}

export const SURVEYS = {
  about: {
    study_title: study.title,
    state: { kind: 'asking', survey: about, language: 'en', more: 1, problem: null },
  },
  habits: {
    study_title: study.title,
    state: {
      kind: 'asking',
      survey: habits,
      language: 'de',
      more: 0,
      problem: 'The disk is full, so nothing was kept.',
    },
  },
  none: { study_title: study.title, state: { kind: 'none', answered: false } },
  thanks: { study_title: study.title, state: { kind: 'none', answered: true } },
} satisfies Record<string, Plain<SurveyPageProps>>
