import { i18n } from '#i18n'
import type { Study } from '../../schemas/index.ts'
import { type FactLine, listFacts, listNever, listRecorded } from './describeStudy.ts'
import { Icon } from './Icon.tsx'
import type { Format } from './types.ts'

function Ticks({ id, title, lines, never }: { id: string; title: string; lines: string[]; never: boolean }) {
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class={never ? 'ticks never' : 'ticks'}>
        {lines.map((text) => (
          <li key={text}>
            <Icon name={never ? 'miss' : 'hit'} />
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ text, detail, mail }: FactLine) {
  if (mail) return <a href={`mailto:${text}`}>{text}</a>
  return (
    <>
      {text} {detail && <span class="detail">({detail})</span>}
    </>
  )
}

/** What a participant needs to know before reading on: what, what never, why, who, pay, where, how long. */
export function StudyFacts({ study, format }: { study: Study; format: Format }) {
  return (
    <>
      <div class="two">
        <Ticks id="records-title" title={i18n.t('join.records.title')} lines={listRecorded(study)} never={false} />
        <Ticks id="never-title" title={i18n.t('join.never.title')} lines={listNever(study)} never />
      </div>
      <section class="card" aria-labelledby="facts-title">
        <h2 id="facts-title">{i18n.t('join.facts')}</h2>
        <dl class="facts">
          {listFacts(study, format).map(({ label, lines }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {lines.map((line) => (
                  <p key={line.text}>
                    <Line {...line} />
                  </p>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
