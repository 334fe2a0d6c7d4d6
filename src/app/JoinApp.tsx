import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { i18n } from '#i18n'
import { participantKind } from '../../schemas/index.ts'
import { loadStudy } from '../consent/loadStudy.ts'
import { readEnrolment } from '../consent/readEnrolment.ts'
import { callFromPage } from '../messaging/send.ts'
import { builtInStudy } from '../platform/builtInStudy.ts'
import { openOwnPage } from '../platform/openOwnPage.ts'
import { openSidePanel } from '../platform/openSidePanel.ts'
import { formatLocal } from '../ui/formatLocal.ts'
import { JoinPage } from '../ui/JoinPage.tsx'
import type { JoinState } from '../ui/types.ts'
import { findJoinState } from './findJoinState.ts'
import { joinStudy, requestShops } from './joinStudy.ts'
import { keepConsent, keepDraft } from './keepCopy.ts'
import { shownLanguage } from './shownLanguage.ts'
import { toStudyUrl } from './toStudyUrl.ts'
import { useSurveys } from './useSurveys.ts'

const say = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What to begin with. A changed text is handed to the background at once: nothing is recorded until it is agreed to. */
async function begin(url: string | null): Promise<JoinState> {
  const [{ recording }, enrolled] = await Promise.all([callFromPage('panel', null), readEnrolment()])
  const load = (address: string) => loadStudy(address, fetch)
  const state = await findJoinState({ url, enrolled, recording, load, languages: navigator.languages })
  if (state.kind === 'ready' && enrolled) {
    const { consent, token } = enrolled
    await callFromPage('join', { study: state.study, consent, token })
  }
  return state
}

/** The join page. `query` holds `study` (the study link) and, for pilots and scripts, `kind`. */
export function JoinApp({ query, windowId }: { query: URLSearchParams; windowId: number }): JSX.Element {
  const [url, setUrl] = useState(query.get('study'))
  const [state, setState] = useState<JoinState>({ kind: 'loading', url: url ?? '' })
  const kind = participantKind.catch('participant').parse(query.get('kind'))
  const fail = (error: unknown) => setState({ kind: 'failed', message: say(error) })
  const refused = () => i18n.t('recording.reason.permission_missing')

  const load = async (link: string | null): Promise<void> => {
    const typed = link ?? (await builtInStudy())
    setState({ kind: 'loading', url: typed ?? '' })
    let address = typed
    if (typed !== null) {
      const found = await toStudyUrl(typed, fetch).catch((error: unknown) => ({ message: say(error) }))
      setUrl(typed)
      if ('message' in found) return setState({ kind: 'unreachable', url: typed, message: found.message })
      if ('problem' in found) return setState({ kind: 'asking', unreadable: false, typed, problem: found.problem })
      address = found.url
    }
    setUrl(address)
    setState({ kind: 'loading', url: address ?? '' })
    setState(await begin(address))
  }
  useEffect(() => void load(url).catch(fail), [])

  const surveys = useSurveys(state.kind)
  return (
    <JoinPage
      state={state}
      surveys={surveys.due}
      format={formatLocal(shownLanguage())}
      onLink={(address) => void load(address).catch(fail)}
      onRetry={() => void load(url).catch(fail)}
      onLanguage={(language) => {
        if (state.kind !== 'ready') return
        setState({ ...state, language, text: state.study.consent.text[language] ?? '' })
      }}
      onAgree={(choices) => {
        if (state.kind !== 'ready') return
        const { study, language, renewal } = state
        // Asked for first: the browser's dialog may be shown only straight from the click.
        const joining = joinStudy({ study, url: renewal ? null : url, language, choices, kind }, refused())
        setState({ kind: 'joining', study })
        joining.then(() => setState({ kind: 'joined', title: study.title, how: renewal ? 'again' : 'now' }), fail)
      }}
      onDecline={() => setState({ kind: 'declined', member: state.kind === 'ready' && state.renewal !== null })}
      onAllow={() => {
        if (state.kind !== 'permission') return
        const { study } = state
        requestShops(study, { page_content: true }).then((granted) => {
          if (granted) setState({ kind: 'joined', title: study.title, how: 'again' })
          else fail(new Error(refused()))
        }, fail)
      }}
      onKeepCopy={(ticked) => {
        if (ticked === null) void keepConsent()
        else if (state.kind === 'ready') void keepDraft(state.study, state.language, ticked)
      }}
      onOpenPanel={() => void openSidePanel(windowId)}
      onOptions={() => void openOwnPage('/options.html')}
      onSurveys={() => void openOwnPage('/survey.html')}
    />
  )
}
