import { i18n } from '#i18n'
import { CollectedEntry } from './CollectedEntry.tsx'
import type { MyDataProps } from './types.ts'

/** What is already at the collector, fetched from it. */
export function CollectorCard({
  collected,
  format,
  onCollected,
  onDeleteCollected,
}: Pick<MyDataProps, 'collected' | 'format' | 'onCollected' | 'onDeleteCollected'>) {
  const items = collected.kind === 'unread' ? [] : collected.items
  return (
    <section class="card" aria-labelledby="collector-title">
      <h2 id="collector-title">{i18n.t('mydata.collector.title')}</h2>
      <p>{i18n.t('mydata.collector.help')}</p>
      <button type="button" class="button" data-action="collected" onClick={() => onCollected(false)}>
        {i18n.t('mydata.collector.show')}
      </button>
      <div role="status">
        {collected.kind === 'reading' && <p>{i18n.t('mydata.working')}</p>}
        {collected.kind === 'failed' && <p class="notice">{collected.message}</p>}
        {collected.kind === 'read' && items.length === 0 && <p>{i18n.t('mydata.collector.empty')}</p>}
      </div>
      {items.length > 0 && (
        <ul class="entries collected">
          {items.map((one) => (
            <CollectedEntry key={one.item_id} collected={one} format={format} onDelete={onDeleteCollected} />
          ))}
        </ul>
      )}
      {collected.kind === 'read' && collected.more && (
        <button type="button" class="button" data-action="collected-older" onClick={() => onCollected(true)}>
          {i18n.t('mydata.collector.older')}
        </button>
      )}
    </section>
  )
}
