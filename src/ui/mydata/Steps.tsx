import { useState } from 'preact/hooks'
import { i18n } from '#i18n'
import { TwoClicks } from '../TwoClicks.tsx'
import { StepEntry } from './StepEntry.tsx'
import type { MyDataProps, Step } from './types.ts'

interface SessionSteps {
  session: Step['session']
  steps: Step[]
}

/** Neighbouring steps of one session together. */
function bySession(steps: readonly Step[]): SessionSteps[] {
  const groups: SessionSteps[] = []
  for (const step of steps) {
    const last = groups.at(-1)
    if (last && last.session?.session_id === step.session?.session_id) last.steps.push(step)
    else groups.push({ session: step.session, steps: [step] })
  }
  return groups
}

function Search({ query, onSearch }: Pick<MyDataProps, 'query' | 'onSearch'>) {
  const [text, setText] = useState(query)
  return (
    <search>
      <form
        class="line-form"
        onSubmit={(event) => {
          event.preventDefault()
          onSearch(text.trim())
        }}
      >
        <label for="query">{i18n.t('mydata.search.label')}</label>
        <div class="line">
          <input
            id="query"
            type="text"
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            {i18n.t('mydata.search.go')}
          </button>
          {query !== '' && (
            <button
              type="button"
              class="button"
              onClick={() => {
                setText('')
                onSearch('')
              }}
            >
              {i18n.t('mydata.search.all')}
            </button>
          )}
        </div>
      </form>
    </search>
  )
}

/** Every session and step on this device, newest first, a few at a time. */
export function Steps(props: MyDataProps) {
  const { steps, more, query, reading, format, loadPage, onOlder, onDeleteStep, onDeleteSession } = props
  const nothing = query === '' ? i18n.t('mydata.none') : i18n.t('mydata.search.none', [query])
  return (
    <section class="card" aria-labelledby="steps-title">
      <h2 id="steps-title">{i18n.t('mydata.here')}</h2>
      <Search query={query} onSearch={props.onSearch} />
      {bySession(steps).map(({ session, steps: own }) => (
        <section class="my-session" key={`${session?.session_id} ${own[0]?.at}`}>
          <header class="my-session-head">
            <h3>
              {session
                ? i18n.t('mydata.session.title', [format.date(session.started_at)])
                : i18n.t('mydata.session.none')}
            </h3>
            {session && (
              <TwoClicks
                label={i18n.t('mydata.session.ask')}
                warning={i18n.t('mydata.session.warning')}
                confirm={i18n.t('mydata.session.confirm')}
                action={`delete-session-${own[0]?.at}`}
                onConfirm={() => onDeleteSession(session.session_id)}
              />
            )}
          </header>
          <ol class="entries">
            {own.map((step) => (
              <StepEntry
                key={step.seqs[0] ?? step.gaps[0]?.gap_id}
                step={step}
                format={format}
                loadPage={loadPage}
                onDeleteStep={onDeleteStep}
              />
            ))}
          </ol>
        </section>
      ))}
      <div role="status">
        {reading && <p>{i18n.t('mydata.working')}</p>}
        {!reading && !more && steps.length === 0 && <p>{nothing}</p>}
      </div>
      {more && !reading && (
        <button type="button" class="button" data-action="older" onClick={onOlder}>
          {i18n.t(query === '' ? 'mydata.older' : 'mydata.search.older')}
        </button>
      )}
    </section>
  )
}
