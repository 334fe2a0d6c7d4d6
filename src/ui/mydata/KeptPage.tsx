import { useState } from 'preact/hooks'
import { i18n } from '#i18n'
import type { Observation } from '../../../schemas/index.ts'
import { BlankText } from '../BlankText.tsx'
import { PageContent } from './PageContent.tsx'
import { pageTypeName } from './pageTypeName.ts'
import type { MyDataProps, PageFacts } from './types.ts'

type Shown =
  | { kind: 'closed' }
  | { kind: 'page'; page: Observation }
  | { kind: 'gone' }
  | { kind: 'failed'; why: string }

/** A page by its title; its content is read when it is opened. */
export function KeptPage({ page, loadPage }: { page: PageFacts; loadPage: MyDataProps['loadPage'] }) {
  const [shown, setShown] = useState<Shown>({ kind: 'closed' })
  const open = (): void => {
    if (shown.kind === 'page') return
    loadPage(page.observation_id).then(
      (found) => setShown(found ? { kind: 'page', page: found } : { kind: 'gone' }),
      (error) => setShown({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    )
  }
  return (
    <details
      class="kept-page"
      onToggle={(event) => {
        if (event.currentTarget.open) open()
      }}
    >
      <summary>
        <span class="page-title">
          <BlankText text={page.title || page.url || pageTypeName(page.page_type)} />
        </span>{' '}
        <span class="tag">{pageTypeName(page.page_type)}</span>
        {page.unsent && <span class="tag">{i18n.t('mydata.place.here')}</span>}
      </summary>
      {page.unsent && <p class="quiet">{i18n.t('mydata.page_unsent')}</p>}
      {shown.kind === 'page' && <PageContent page={shown.page} />}
      {shown.kind === 'gone' && <p class="quiet">{i18n.t('mydata.page_gone')}</p>}
      {shown.kind === 'failed' && <p class="quiet">{shown.why}</p>}
    </details>
  )
}
