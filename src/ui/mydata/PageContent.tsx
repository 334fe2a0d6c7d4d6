import { i18n } from '#i18n'
import type { Observation } from '../../../schemas/index.ts'
import { BlankText } from '../BlankText.tsx'
import { PageTree } from './PageTree.tsx'
import { pageTypeName } from './pageTypeName.ts'
import { Raw } from './Raw.tsx'
import { readContext } from './readContext.ts'

/** All that was kept of a page: its facts, its content to read, and the same as it is stored. */
export function PageContent({ page }: { page: Observation }) {
  const facts: [string, string][] = [
    [i18n.t('mydata.page_title'), page.title],
    [i18n.t('mydata.page_address'), page.url],
    [i18n.t('mydata.page_kind'), pageTypeName(page.page_type)],
    [i18n.t('mydata.page_language'), page.language],
  ]
  return (
    <div class="page-content">
      <dl class="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <BlankText text={value} />
              </dd>
            </div>
          ))}
      </dl>
      {page.context === '' ? (
        <p class="quiet">{i18n.t('mydata.page_type_only')}</p>
      ) : (
        <PageTree nodes={readContext(page.context)} />
      )}
      <Raw value={page} />
    </div>
  )
}
