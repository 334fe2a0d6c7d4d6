import { render } from 'preact'
import { i18n } from '#i18n'
import { consentCopy } from '../../../src/ui/consentCopy.ts'
import { NoteCard } from '../../../src/ui/corner/NoteCard.tsx'
import { QuestionCard } from '../../../src/ui/corner/QuestionCard.tsx'
import { ErrorPanel } from '../../../src/ui/ErrorPanel.tsx'
import { formatLocal } from '../../../src/ui/formatLocal.ts'
import { JoinPage } from '../../../src/ui/JoinPage.tsx'
import { MyDataPage } from '../../../src/ui/mydata/MyDataPage.tsx'
import { OptionsPage } from '../../../src/ui/OptionsPage.tsx'
import { Popup } from '../../../src/ui/Popup.tsx'
import { SidePanel } from '../../../src/ui/SidePanel.tsx'
import '../../../src/ui/style.css'
import '../../../src/ui/mydata/style.css'
import { SurveyPage } from '../../../src/ui/survey/SurveyPage.tsx'
import '../../../src/ui/survey/style.css'
import '../../../src/ui/corner/corner.css'
import '../../../src/ui/corner/question.css'
import { MYDATA, type MyDataSample, PAGE } from '../../mydata/samples.ts'
import { COPIES, CORNERS, JOINS, OPTIONS, PANELS, POPUPS } from './samples.ts'
import { SURVEYS } from './surveySamples.ts'

declare global {
  interface Window {
    /** What the components called, with what. */
    calls: [name: string, ...args: unknown[]][]
    show(component: string, sample: string): void
    /** The file that a participant keeps. */
    consentCopy(sample: keyof typeof COPIES): string
  }
}

const language = i18n.t('common.language')
const format = formatLocal(language)
document.documentElement.lang = language
window.calls = []
let shown = ''
const on =
  (name: string) =>
  (...args: unknown[]) =>
    void window.calls.push([name, ...args])

const handlers = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, on(name)])) as Record<Name, (...args: unknown[]) => void>

window.consentCopy = (sample) => consentCopy({ ...COPIES[sample], format })

/** Shows a component with one of its samples: `show('panel', 'open')`. */
window.show = (component, sample) => {
  const root = document.getElementById('app') as HTMLElement
  // The same component goes on living, as in a panel that gets news; another one starts afresh.
  if (component !== shown) render(null, root)
  shown = component
  const pick = <T,>(samples: Record<string, T>): T => samples[sample] ?? (Object.values(samples)[0] as T)
  switch (component) {
    case 'panel':
      return render(<SidePanel {...pick(PANELS)} format={format} {...handlers('onAnswer')} />, root)
    case 'join':
      return render(
        <JoinPage
          state={pick(JOINS)}
          surveys={sample === 'joined' ? 2 : 0}
          format={format}
          {...handlers(
            'onLink',
            'onRetry',
            'onLanguage',
            'onAgree',
            'onDecline',
            'onAllow',
            'onKeepCopy',
            'onOpenPanel',
            'onOptions',
            'onSurveys',
          )}
        />,
        root,
      )
    case 'popup':
      return render(
        <Popup
          {...pick(POPUPS)}
          format={format}
          {...handlers(
            'onPause',
            'onResume',
            'onPauseHere',
            'onResumeHere',
            'onResumeSite',
            'onOpenPanel',
            'onLeave',
            'onJoin',
            'onOptions',
            'onMyData',
            'onSurveys',
          )}
        />,
        root,
      )
    case 'corner': {
      const { question, note } = pick<(typeof CORNERS)[keyof typeof CORNERS]>(CORNERS)
      return render(
        <div class="corner">
          {note && <NoteCard note={note} onClose={on('onClose')} />}
          {question && <QuestionCard question={question} onAnswer={on('onAnswer')} />}
        </div>,
        root,
      )
    }
    case 'options':
      return render(
        <OptionsPage
          {...pick(OPTIONS)}
          format={format}
          {...handlers(
            'onSaveKey',
            'onForgetKey',
            'onModel',
            'onWithdraw',
            'onKeepReceipt',
            'onKeepCopy',
            'onOpenPanel',
            'onJoin',
          )}
        />,
        root,
      )
    case 'survey':
      return render(<SurveyPage {...pick(SURVEYS)} {...handlers('onAnswer', 'onLater')} />, root)
    case 'mydata':
      return render(
        <MyDataPage
          {...pick<MyDataSample>(MYDATA)}
          format={format}
          loadPage={async (observation_id) => ({ ...PAGE, observation_id })}
          {...handlers(
            'onSearch',
            'onOlder',
            'onSendNow',
            'onCopy',
            'onRemoveWord',
            'onKeepWord',
            'onDeleteStep',
            'onDeleteSession',
            'onDeleteAll',
            'onCollected',
            'onDeleteCollected',
          )}
        />,
        root,
      )
    default:
      return render(
        <ErrorPanel message="The background did not answer. Reload this page." detail="Error: no reply" />,
        root,
      )
  }
}
