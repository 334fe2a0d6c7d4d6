import { i18n } from '#i18n'
import type { Item } from '../../../schemas/index.ts'
import { ActionLabel } from '../ActionLabel.tsx'
import { BlankText } from '../BlankText.tsx'
import { TwoClicks } from '../TwoClicks.tsx'
import type { Format } from '../types.ts'
import { gapReason } from './gapReason.ts'
import { PageContent } from './PageContent.tsx'
import { pageTypeName } from './pageTypeName.ts'
import { Raw } from './Raw.tsx'
import { SaidLine } from './SaidLine.tsx'
import type { CollectedItem } from './types.ts'

function Content({ item, format }: { item: Item; format: Format }) {
  switch (item.kind) {
    case 'observation':
      return (
        <details>
          <summary>
            <BlankText text={item.data.title || item.data.url} />{' '}
            <span class="tag">{pageTypeName(item.data.page_type)}</span>
          </summary>
          <PageContent page={item.data} />
        </details>
      )
    case 'action':
      return (
        <>
          <span class="entry-time">{format.date(item.data.timestamp)}</span>
          <ActionLabel action={item.data} />
          <Raw value={item.data} />
        </>
      )
    case 'prediction':
      return (
        <>
          <p>{i18n.t('mydata.predicted_by', [item.data.predictor, format.preciseTime(item.data.committed_at)])}</p>
          <Raw value={item.data} />
        </>
      )
    case 'rationale':
      return <SaidLine rationale={item.data} format={format} />
    case 'survey_answer':
      return (
        <>
          <span class="entry-time">{format.date(item.data.timestamp)}</span>
          <p>{i18n.t('mydata.answer', [item.data.question_id])}</p>
          <Raw value={item.data} />
        </>
      )
    case 'gap':
      return (
        <>
          <p class="quiet">{gapReason(item.data)}</p>
          <Raw value={item.data} />
        </>
      )
  }
}

/** One item as the collector has it. */
export function CollectedEntry({
  collected,
  format,
  onDelete,
}: {
  collected: CollectedItem
  format: Format
  onDelete(item: Item): void
}) {
  const { item, seq, redacted_at } = collected
  return (
    <li class="my-step">
      {item ? <Content item={item} format={format} /> : <p class="quiet">{i18n.t('mydata.collector.hidden')}</p>}
      {redacted_at !== null && (
        <span class="tag">{i18n.t('mydata.collector.redacted', [format.date(redacted_at)])}</span>
      )}
      {item && item.kind !== 'gap' && (
        <TwoClicks
          label={i18n.t('mydata.collector.ask')}
          warning={i18n.t('mydata.collector.warning')}
          confirm={i18n.t('mydata.collector.confirm')}
          action={`delete-collected-${seq}`}
          onConfirm={() => onDelete(item)}
        />
      )}
    </li>
  )
}
