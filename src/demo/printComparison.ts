import type { PredictedAction, PredictionRow } from '../../schemas/index.ts'
import { readDataset } from '../dataset/readDataset.ts'
import { accuracy } from '../score/accuracy.ts'

const BASELINE = 'most-frequent'
const WIDTH = 46

function inWords(action: PredictedAction): string {
  if (action.type === 'terminate') return 'terminate'
  return action.type === 'click' ? `click ${action.name}` : `type "${action.text}" into ${action.name}`
}

/** Keeps the end of a name: its last part says most. */
const fit = (text: string): string => (text.length > WIDTH ? `…${text.slice(1 - WIDTH)}` : text).padEnd(WIDTH)

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(0)} %`)

function line(row: PredictionRow, step: number): string {
  const top = row.candidates[0]
  const predicted = top ? `${percent(top.probability).padStart(5)}  ${inWords(top.action)}` : `no answer: ${row.error}`
  return `${String(step + 1).padStart(3)}  ${fit(predicted)}  ${fit(row.actual ? inWords(row.actual) : '–')}  ${row.hit ? 'HIT' : '·'}`
}

/** Prints a dataset's predictions beside what happened, and the running score beside the baseline's. */
export async function printComparison(folder: string, predictor: string, say: (line: string) => void): Promise<void> {
  const rows: PredictionRow[] = []
  for await (const row of (await readDataset(folder)).predictions()) if (row.scored) rows.push(row)
  const shown = rows.filter((row) => row.predictor === predictor)
  say(`\n  #  ${fit('predicted (committed before the action)')}  ${fit('actual')}  `)
  for (const [step, row] of shown.entries()) say(line(row, step))
  const score = (id: string) => {
    const scored = rows.filter((row) => row.predictor === id)
    const { value, low, high } = accuracy(scored.filter((row) => row.hit).length, scored.length)
    return `${percent(value)} [${percent(low)}, ${percent(high)}]`
  }
  if (shown.length === 0) return say('No step was predicted.')
  say(
    `\n${predictor}: ${score(predictor)} exact; most frequent action: ${score(BASELINE)} (95 % Wilson intervals, ${shown.length} steps)`,
  )
}
