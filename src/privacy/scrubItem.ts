import type {
  Action,
  CapturedAction,
  CapturedObservation,
  Item,
  Observation,
  PredictedAction,
  Prediction,
  Rationale,
  SurveyAnswer,
} from '../../schemas/index.ts'
import { isSensitiveFieldFully } from './isSensitiveFieldFully.ts'
import { makeScrubbers, type Scrubbers } from './makeScrubbers.ts'
import { rememberScrubbed } from './rememberScrubbed.ts'

const keepText = (text: string): string => text

/** Scrubs and shortens to `length`, so that what is cut off cannot leave a new match behind. */
function fit(text: string, length: number, scrub: (text: string) => string): string {
  let current = scrub(text)
  while (current.length > length) current = scrub(current.slice(0, length))
  return current
}

/** True where the field's own name says that its value must never be kept. */
function isSensitiveName(name: string): boolean {
  const leaf = name.slice(name.lastIndexOf('.') + 1)
  return isSensitiveFieldFully({
    type: 'text',
    autocomplete: '',
    name: leaf === 'name' ? '' : leaf,
    id: '',
    label: '',
    inputmode: '',
    contenteditable: false,
  })
}

function scrubPredicted(action: PredictedAction, { name, text }: Scrubbers): PredictedAction {
  if (action.type === 'terminate') return action
  const scrubbed = { ...action, name: fit(action.name, 400, name) }
  return scrubbed.type === 'type_and_submit' ? { ...scrubbed, text: fit(scrubbed.text, 2000, text) } : scrubbed
}

type AnyAction = Action | CapturedAction

function scrubAction<T extends AnyAction>(action: T, { name, text, url }: Scrubbers): T {
  const result: AnyAction = { ...action }
  if ('url' in result) result.url = url(result.url)
  if ('name' in result) {
    const isSensitive = isSensitiveName(result.name)
    result.name = fit(result.name, 400, name)
    if (result.type === 'click') {
      result.text = fit(result.text, 2000, text)
      if (!/^[a-z-]{0,40}$/i.test(result.role)) result.role = ''
    } else if (result.type === 'input') {
      result.masked ||= isSensitive
      result.text = result.masked ? '' : fit(result.text, 2000, text)
    } else result.text = isSensitive ? '[field]' : fit(result.text, 2000, text)
  }
  if (result.type === 'navigate') result.to = url(result.to)
  return result as T
}

function scrubObservation<T extends CapturedObservation | Observation>(
  observation: T,
  scrubWords: (text: string) => string,
): T {
  const scrubbers = rememberScrubbed(observation.url, scrubWords)
  const health = observation.recipe_health
  return {
    ...observation,
    url: scrubbers.url(observation.url),
    title: fit(observation.title, 500, scrubbers.text),
    language: /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,3}$/i.test(observation.language) ? observation.language : '',
    context: scrubbers.context(observation.context),
    ...(health && {
      recipe_health: { ...health, missed: health.missed.map((each) => fit(each, 500, scrubbers.text)) },
    }),
  } as T
}

type Draft = Omit<Prediction, 'committed_at'>

function scrubGuess<T extends Draft>(prediction: T, scrubbers: Scrubbers): T {
  return {
    ...prediction,
    candidates: prediction.candidates.map((candidate) => ({
      ...candidate,
      action: scrubPredicted(candidate.action, scrubbers),
    })),
    rationale: prediction.rationale === null ? null : fit(prediction.rationale, 4000, scrubbers.text),
    error: prediction.error === null ? null : fit(prediction.error, 500, scrubbers.text),
  }
}

/** Scrubs a prediction, before it is committed or after: names and texts of its candidates, rationale, error. */
export function scrubPrediction<T extends Draft>(prediction: T, scrubWords = keepText): T {
  return scrubGuess(prediction, makeScrubbers('', scrubWords))
}

/** Scrubs what a participant said about a step. */
export function scrubRationale(rationale: Rationale, scrubWords = keepText): Rationale {
  return { ...rationale, text: fit(rationale.text, 2000, makeScrubbers('', scrubWords).text) }
}

/**
 * Scrubs what a content script sent, before it gets an address of its own or is stored.
 *
 * The one choke point of the worker. `scrubWords` removes the participant's own words (`makeWordScrubber`). Idempotent.
 */
export function scrubCaptured<T extends CapturedObservation | CapturedAction>(captured: T, scrubWords = keepText): T {
  return 'context' in captured
    ? (scrubObservation(captured, scrubWords) as T)
    : (scrubAction(captured, makeScrubbers('', scrubWords)) as T)
}

/** Scrubs the words of an answer; ids of options come from the study file and numbers hold no text. */
export function scrubSurveyAnswer<T extends Pick<SurveyAnswer, 'question_kind' | 'answer'>>(
  answer: T,
  scrubWords = keepText,
): T {
  if (answer.question_kind !== 'text' || typeof answer.answer !== 'string') return answer
  return { ...answer, answer: fit(answer.answer, 2000, makeScrubbers('', scrubWords).text) }
}

/**
 * Scrubs an item, whatever its kind: before IndexedDB, before upload, before a model sees it.
 *
 * Idempotent, so an item that went through `scrubCaptured` stays as it is and an observation keeps its id. Where
 * `scrubWords` learned a new word since, the content changes while the id stays: whoever removes words from stored
 * observations must address them anew.
 */
export function scrubItem(item: Item, scrubWords = keepText): Item {
  switch (item.kind) {
    case 'observation':
      return { ...item, data: scrubObservation(item.data, scrubWords) }
    case 'action':
      return { ...item, data: scrubAction(item.data, makeScrubbers(item.data.url, scrubWords)) }
    case 'prediction':
      return { ...item, data: scrubPrediction(item.data, scrubWords) }
    case 'gap':
      return item
    case 'rationale':
      return { ...item, data: scrubRationale(item.data, scrubWords) }
    case 'survey_answer':
      return { ...item, data: scrubSurveyAnswer(item.data, scrubWords) }
  }
}
