import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { i18n } from '#i18n'
import { participantKind } from '../../schemas/index.ts'
import { loadStudy, StudyError } from '../consent/loadStudy.ts'
import { pickLanguage } from '../consent/pickLanguage.ts'
import { callFromPage } from '../messaging/send.ts'
import { builtInStudy } from '../platform/builtInStudy.ts'
import { openSidePanel } from '../platform/openSidePanel.ts'
import { JoinPage } from '../ui/JoinPage.tsx'
import type { JoinState } from '../ui/types.ts'
import { joinStudy } from './joinStudy.ts'

const say = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Reads the study at `url` (or the one built in), or finds that one was joined before. */
async function begin(url: string | null): Promise<JoinState> {
  const { study_title, recording } = await callFromPage('panel', null)
  if (study_title && recording.kind !== 'off') return { kind: 'joined', title: study_title, now: false }
  const address = url ?? (await builtInStudy())
  if (!address) return { kind: 'asking' }
  try {
    const study = await loadStudy(address, fetch)
    const language = pickLanguage(Object.keys(study.consent.text), navigator.languages)
    return { kind: 'ready', study, language, text: study.consent.text[language] ?? '' }
  } catch (error) {
    if (error instanceof StudyError && error.mistakes.length > 0) {
      return { kind: 'malformed', url: address, mistakes: error.mistakes }
    }
    return { kind: 'unreachable', url: address, message: say(error) }
  }
}

/** The join page. `query` holds `study` (the study link) and, for pilots and scripts, `kind`. */
export function JoinApp({ query, windowId }: { query: URLSearchParams; windowId: number }): JSX.Element {
  const [url, setUrl] = useState(query.get('study'))
  const [state, setState] = useState<JoinState>({ kind: 'loading', url: url ?? '' })
  const kind = participantKind.catch('participant').parse(query.get('kind'))
  const load = (address: string | null): void => {
    setState({ kind: 'loading', url: address ?? '' })
    begin(address).then(setState, (error) => setState({ kind: 'failed', message: say(error) }))
  }
  useEffect(() => load(url), [])

  return (
    <JoinPage
      state={state}
      onLink={(address) => {
        setUrl(address)
        load(address)
      }}
      onRetry={() => load(url)}
      onDecline={() => setState({ kind: 'declined' })}
      onOpenPanel={() => void openSidePanel(windowId)}
      onAgree={(choices) => {
        if (state.kind !== 'ready') return
        const { study, language } = state
        // Asked for first: the browser's dialog may be shown only straight from the click.
        const joining = joinStudy(study, language, choices, kind, i18n.t('recording.reason.permission_missing'))
        setState({ kind: 'joining', study })
        joining.then(
          () => setState({ kind: 'joined', title: study.title, now: true }),
          (error) => setState({ kind: 'failed', message: say(error) }),
        )
      }}
    />
  )
}
