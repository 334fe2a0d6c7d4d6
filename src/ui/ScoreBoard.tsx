import { i18n } from '#i18n'
import type { Format, PanelScore, SidePanelProps } from './types.ts'

/** How many of the last outcomes stand in a row. */
const SHOWN = 20

const percentOf = (share: number): string => `${Math.round(share * 1000) / 10}%`

function Bar({ label, share, text, kind }: { label: string; share: number; text: string; kind: string }) {
  return (
    <div class={`bar-row bar-${kind}`}>
      <dt>{label}</dt>
      <dd>{text}</dd>
      <div class="bar-track" aria-hidden="true">
        <span class="bar-fill" style={{ width: percentOf(share) }} />
      </div>
    </div>
  )
}

/** The running accuracy, its interval, and the baseline on the same steps. */
export function ScoreBoard({
  score,
  predictor,
  outcomes,
  format,
}: {
  score: PanelScore
  predictor: NonNullable<SidePanelProps['predictor']>
  /** Hits and misses, newest first. */
  outcomes: readonly boolean[]
  format: Format
}) {
  const { hits, total, interval, baseline } = score
  const share = total ? hits / total : 0
  const baselineShare = baseline.total ? baseline.hits / baseline.total : 0
  return (
    <section class="score" aria-labelledby="score-title">
      <h2 id="score-title">{i18n.t('score.title')}</h2>
      <div class="score-head">
        {total > 0 && <p class="score-figure">{format.percent(share)}</p>}
        <p class="score-words">
          <strong>
            {total ? i18n.t('score.hits', [format.number(hits), format.number(total)]) : i18n.t('score.none')}
          </strong>
          {interval && (
            <span>{i18n.t('score.interval', [format.percent(interval[0]), format.percent(interval[1])])}</span>
          )}
        </p>
      </div>
      {outcomes.length > 0 && (
        <div class="outcomes" aria-hidden="true">
          {outcomes
            .slice(0, SHOWN)
            .reverse()
            .map((hit, index) => (
              <span key={outcomes.length - index} class={hit ? 'outcome outcome-hit' : 'outcome outcome-miss'} />
            ))}
        </div>
      )}
      {total > 0 && (
        <dl class="bars">
          <div class="bar-row bar-model">
            <dt>{predictor.id}</dt>
            <dd>{format.percent(share)}</dd>
            <div class="bar-track" aria-hidden="true">
              <span class="bar-fill" style={{ width: percentOf(share) }} />
              {interval && (
                <span
                  class="whisker"
                  style={{ left: percentOf(interval[0]), width: percentOf(interval[1] - interval[0]) }}
                />
              )}
            </div>
          </div>
          <Bar
            kind="baseline"
            label={i18n.t('score.baseline')}
            share={baselineShare}
            text={format.percent(baselineShare)}
          />
        </dl>
      )}
      <p class="predictor">
        <strong>{predictor.id}</strong>{' '}
        {i18n.t('score.learned', predictor.learned_from, [format.number(predictor.learned_from)])}
      </p>
      {predictor.problem && <p class="notice">{predictor.problem}</p>}
    </section>
  )
}
