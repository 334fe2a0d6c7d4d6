import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { callFromPage } from '../messaging/send.ts'
import type { MyAnswer } from '../messaging/surveyCalls.ts'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { formatLocal } from '../ui/formatLocal.ts'
import { MyDataPage } from '../ui/mydata/MyDataPage.tsx'
import type { Collected, Outcome } from '../ui/mydata/types.ts'
import { explainError } from './explainError.ts'
import { saveCopy } from './saveCopy.ts'
import { shownLanguage } from './shownLanguage.ts'
import { useMySteps } from './useMySteps.ts'

/** The "My data" page, fed by the background. */
export function MyDataApp(): JSX.Element | null {
  const mine = useMySteps()
  const [answers, setAnswers] = useState<MyAnswer[]>([])
  useEffect(() => {
    callFromPage('my_answers', null).then(setAnswers, () => {})
  }, [mine.overview])
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [collected, setCollected] = useState<Collected>({ kind: 'unread' })

  /** Says that it is under way, and then what came of it. */
  const ask = <T,>(asked: Promise<T>, outcomeOf: (answer: T) => Outcome | null): Promise<void> => {
    setOutcome({ kind: 'working' })
    return asked.then(
      (answer) => {
        setOutcome(outcomeOf(answer))
        mine.refresh()
      },
      (error) => setOutcome({ kind: 'failed', message: explainError(error) }),
    )
  }
  const deleted = (count: number): Outcome => ({ kind: 'deleted', count })

  async function readCollected(older: boolean): Promise<void> {
    const items = older && collected.kind !== 'unread' ? collected.items : []
    setCollected({ kind: 'reading', items })
    try {
      const some = await callFromPage('collected', { before: items.at(-1)?.seq ?? null })
      setCollected({ kind: 'read', items: [...items, ...some], more: some.length > 0 })
    } catch (error) {
      setCollected({ kind: 'failed', items, message: explainError(error) })
    }
  }

  if (mine.error) return <ErrorPanel message={mine.error} />
  if (mine.loading) return null
  return (
    <MyDataPage
      overview={mine.overview}
      steps={mine.steps}
      more={mine.more}
      query={mine.query}
      reading={mine.reading}
      outcome={outcome}
      answers={answers}
      collected={collected}
      format={formatLocal(shownLanguage())}
      loadPage={(observation_id) => callFromPage('my_page', { observation_id })}
      onSearch={mine.search}
      onOlder={mine.older}
      onSendNow={() => void ask(callFromPage('send_now', null), ({ problem }) => ({ kind: 'sent', problem }))}
      onCopy={() => void ask(saveCopy(Date.now()), () => null)}
      onRemoveWord={(word) => void ask(callFromPage('remove_word', { word }), (count) => ({ kind: 'removed', count }))}
      onKeepWord={(word) => void ask(callFromPage('keep_word', { word }), () => null)}
      onDeleteStep={(seqs) => void ask(callFromPage('delete_step', { seqs }), deleted)}
      onDeleteSession={(session_id) => void ask(callFromPage('delete_session', { session_id }), deleted)}
      onDeleteAll={() => void ask(callFromPage('delete_all', null), deleted)}
      onCollected={(older) => void readCollected(older)}
      onDeleteCollected={(item) =>
        void ask(callFromPage('delete_collected', { items: [item] }), deleted).then(() => {
          if (collected.kind === 'unread') return
          const items = collected.items.filter(({ item_id }) => item_id !== item.item_id)
          setCollected({ kind: 'read', items, more: true })
        })
      }
    />
  )
}
