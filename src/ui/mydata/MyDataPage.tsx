import { i18n } from '#i18n'
import { TwoClicks } from '../TwoClicks.tsx'
import type { Format } from '../types.ts'
import { AnswersCard } from './AnswersCard.tsx'
import { CollectorCard } from './CollectorCard.tsx'
import { OutcomeLine } from './OutcomeLine.tsx'
import { Raw } from './Raw.tsx'
import { Steps } from './Steps.tsx'
import type { MyDataProps, Overview } from './types.ts'
import { WordsCard } from './WordsCard.tsx'

function holdTime(minutes: number, format: Format): string {
  if (minutes === 0) return i18n.t('mydata.hold_none')
  if (minutes < 60 || minutes % 60 > 0) return i18n.t('mydata.hold_minutes', minutes, [format.number(minutes)])
  return i18n.t('mydata.hold_hours', minutes / 60, [format.number(minutes / 60)])
}

function Summary({ overview, ...props }: MyDataProps & { overview: Overview }) {
  const { study, counts, redactions } = overview
  const { format, outcome, onSendNow, onCopy, onDeleteAll } = props
  return (
    <section class="card" aria-labelledby="summary-title">
      <h2 id="summary-title">{study.title}</h2>
      <ul class="plain">
        <li>{i18n.t('upload.waiting', counts.waiting, [format.number(counts.waiting)])}</li>
        <li>{i18n.t('mydata.sent', counts.sent, [format.number(counts.sent)])}</li>
        <li>{holdTime(study.hold_minutes, format)}</li>
        <li>{i18n.t('mydata.device_days', study.device_days, [format.number(study.device_days)])}</li>
      </ul>
      {redactions.waiting > 0 && (
        <p class="notice" role="status" data-redactions={redactions.waiting}>
          <span>
            {i18n.t('mydata.unconfirmed', redactions.waiting, [format.number(redactions.waiting)])}{' '}
            {redactions.error !== null && <span class="detail">{redactions.error}</span>}
          </span>
        </p>
      )}
      <div class="actions">
        <button type="button" class="button" data-action="send-now" onClick={onSendNow}>
          {i18n.t('mydata.send_now')}
        </button>
        <button type="button" class="button" data-action="copy" onClick={onCopy}>
          {i18n.t('common.keep_copy')}
        </button>
        <TwoClicks
          label={i18n.t('mydata.all.ask')}
          warning={i18n.t('mydata.all.warning')}
          confirm={i18n.t('mydata.all.confirm')}
          action="delete-all"
          onConfirm={onDeleteAll}
        />
      </div>
      <OutcomeLine outcome={outcome} format={format} />
    </section>
  )
}

/** What can never be sent; it can be read, and deleted. */
function Aside({ overview, onDeleteStep }: Pick<MyDataProps, 'onDeleteStep'> & { overview: Overview }) {
  if (overview.aside.length === 0) return null
  return (
    <section class="card" aria-labelledby="aside-title">
      <h2 id="aside-title">{i18n.t('mydata.aside.title')}</h2>
      <p>{i18n.t('mydata.aside.help')}</p>
      <ul class="entries">
        {overview.aside.map(({ seq, reason, data }) => (
          <li class="my-step" key={seq}>
            <p class="quiet">{reason}</p>
            <Raw value={data} />
            <TwoClicks
              label={i18n.t('mydata.collector.ask')}
              warning={i18n.t('mydata.collector.warning')}
              confirm={i18n.t('mydata.collector.confirm')}
              action={`delete-aside-${seq}`}
              onConfirm={() => onDeleteStep([seq])}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "My data": everything kept, to read, search, delete and copy; and what the collector has of it. */
export function MyDataPage(props: MyDataProps) {
  const { overview } = props
  return (
    <main class="shoptrace mydata">
      <header>
        <p class="brand">{i18n.t('extension_name')}</p>
        <h1>{i18n.t('mydata.title')}</h1>
        <p class="lead">{overview ? i18n.t('mydata.lead') : i18n.t('options.no_study')}</p>
      </header>
      {overview && (
        <>
          <Summary {...props} overview={overview} />
          <WordsCard words={overview.words} onRemove={props.onRemoveWord} onKeep={props.onKeepWord} />
          <Steps {...props} />
          <AnswersCard answers={props.answers} format={props.format} onDelete={props.onDeleteStep} />
          <Aside overview={overview} onDeleteStep={props.onDeleteStep} />
          <CollectorCard {...props} />
        </>
      )}
    </main>
  )
}
