import type { JSX } from 'preact'
import { callFromPage } from '../messaging/send.ts'
import { accuracy } from '../score/accuracy.ts'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { formatLocal } from '../ui/formatLocal.ts'
import { SidePanel } from '../ui/SidePanel.tsx'
import { shownLanguage } from './shownLanguage.ts'
import { useHere } from './useHere.ts'
import { usePanelState } from './usePanelState.ts'

/** The side panel, fed by the background. */
export function PanelApp({ windowId }: { windowId: number }): JSX.Element | null {
  const { panel, error } = usePanelState()
  const here = useHere(windowId)
  if (error) return <ErrorPanel message={error} />
  if (!panel) return null
  const { hits, total, baseline_hits, baseline_total } = panel.score
  const { low, high } = accuracy(hits, total)
  return (
    <SidePanel
      study_title={panel.study_title}
      state={panel.recording}
      upload={panel.upload}
      visibility={panel.visibility}
      predictor={panel.predictor}
      score={{
        hits,
        total,
        interval: low === null || high === null ? null : [low, high],
        baseline: { hits: baseline_hits, total: baseline_total },
      }}
      pending={panel.pending}
      steps={panel.steps}
      here={here}
      goals={panel.goals}
      question={panel.question && { ...panel.question, ends_in_ms: panel.question.deadline - Date.now() }}
      onAnswer={(rationale_id, answer) => void callFromPage('answer_question', { rationale_id, ...answer })}
      format={formatLocal(shownLanguage())}
    />
  )
}
