import { type Candidate, type Observation, type PredictedAction, parseContext } from '../../../schemas/index.ts'
import type { Ranking } from '../port.ts'
import { topCandidates } from '../topCandidates.ts'
import type { Answer } from './answer.ts'

/** The full name on this page that a model meant: the very name, or the only one that ends in it; else null. */
function resolve(name: string, names: ReadonlySet<string>): string | null {
  if (names.has(name)) return name
  const endings = name === '' ? [] : [...names].filter((full) => full.endsWith(`.${name}`))
  return endings.length === 1 ? (endings[0] as string) : null
}

function toAction({ type, name, text }: Answer['candidates'][number]['action'], names: ReadonlySet<string>) {
  if (type === 'terminate') return { type }
  const full = resolve(name, names)
  if (full === null) return null
  return type === 'click' ? { type, name: full } : { type, name: full, text: text.slice(0, 2000) }
}

/**
 * A model's answer checked against the page: candidates whose name is not on it are dropped and counted, doubles are
 * added up, and probabilities that sum to more than 1 (percentages, for one) are scaled down to 1.
 */
export function readAnswer(
  answer: Answer,
  observation: Observation,
): Pick<Ranking, 'candidates' | 'rationale'> & { dropped: number } {
  const names = new Set(parseContext(observation.context).map(({ name }) => name))
  const found = new Map<string, Candidate>()
  let dropped = 0
  for (const candidate of answer.candidates) {
    const action: PredictedAction | null = toAction(candidate.action, names)
    if (!action) {
      dropped++
      continue
    }
    const key = JSON.stringify(action)
    const probability = Math.max(0, candidate.probability) + (found.get(key)?.probability ?? 0)
    found.set(key, { action, probability })
  }
  const kept = [...found.values()]
  const sum = kept.reduce((total, { probability }) => total + probability, 0)
  const scale = sum > 1 ? 1 / sum : 1
  return {
    candidates: topCandidates(
      kept,
      kept.map(({ probability }) => probability * scale),
    ),
    rationale: answer.rationale.trim().slice(0, 4000) || null,
    dropped,
  }
}
