import type { JSX } from 'preact'
import { callFromPage } from '../messaging/send.ts'
import { openOwnPage } from '../platform/openOwnPage.ts'
import { openSidePanel } from '../platform/openSidePanel.ts'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { formatLocal } from '../ui/formatLocal.ts'
import { Popup } from '../ui/Popup.tsx'
import { shownLanguage } from './shownLanguage.ts'
import { useHere } from './useHere.ts'
import { usePanelState } from './usePanelState.ts'
import { useSurveys } from './useSurveys.ts'

/** The toolbar popup. `windowId` is known before the click: opening the panel may not wait for anything. */
export function PopupApp({ windowId }: { windowId: number }): JSX.Element | null {
  const { panel, error } = usePanelState()
  const here = useHere(windowId)
  const surveys = useSurveys(panel?.study?.participant_id)
  if (error) return <ErrorPanel message={error} />
  if (!panel) return null
  const go = (page: Parameters<typeof openOwnPage>[0], hash?: string) =>
    void openOwnPage(page, hash).then(() => window.close())
  return (
    <Popup
      study_title={panel.study_title}
      state={panel.recording}
      waiting={panel.upload.waiting}
      surveys={surveys}
      here={here}
      goals={panel.goals}
      paused_sites={panel.paused_sites}
      format={formatLocal(shownLanguage())}
      onPause={(minutes) =>
        void callFromPage('pause', { until: minutes === null ? null : Date.now() + minutes * 60_000 })
      }
      onResume={() => void callFromPage('resume', null)}
      onPauseHere={(by) => here && void callFromPage('pause_here', { tab_id: here.tab_id, by })}
      onResumeHere={() => here && void callFromPage('resume_here', { tab_id: here.tab_id })}
      onResumeSite={(site) => void callFromPage('resume_site', { site })}
      onOpenPanel={() => void openSidePanel(windowId).then(() => window.close())}
      onLeave={() => {
        // Done by the background, whatever becomes of this popup; the options show what came of it.
        void callFromPage('withdraw', null).finally(() => go('/options.html', 'left'))
      }}
      onJoin={() => go('/join.html')}
      onOptions={() => go('/options.html')}
      onMyData={() => go('/mydata.html')}
      onSurveys={() => go('/survey.html')}
    />
  )
}
