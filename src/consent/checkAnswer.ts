import type { SurveyAnswer, SurveyQuestion } from '../../schemas/index.ts'

/** An answer as it is kept: null where nothing was answered. Throws, naming the question, where it does not fit. */
export function checkAnswer(question: SurveyQuestion, answer: unknown): SurveyAnswer['answer'] {
  const wrong = () => new Error(`The answer to "${question.id}" does not fit the question.`)
  const isEmpty =
    answer === null || answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)
  if (isEmpty) {
    if (question.required) throw new Error(`"${question.id}" needs an answer.`)
    return null
  }
  switch (question.kind) {
    case 'choice':
      if (typeof answer === 'string' && question.options.some(({ id }) => id === answer)) return answer
      throw wrong()
    case 'multiple_choice': {
      const known = question.options.map(({ id }) => id).filter((id) => Array.isArray(answer) && answer.includes(id))
      if (Array.isArray(answer) && known.length === new Set(answer).size) return known
      throw wrong()
    }
    case 'number':
    case 'scale': {
      const fits = typeof answer === 'number' && answer >= question.min && answer <= question.max
      if (fits && (question.kind === 'number' || Number.isInteger(answer))) return answer
      throw wrong()
    }
    case 'text':
      if (typeof answer === 'string') return answer.slice(0, question.max_length)
      throw wrong()
  }
}
