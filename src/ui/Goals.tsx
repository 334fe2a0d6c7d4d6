import { i18n } from '#i18n'
import type { WeekGoals } from '../../schemas/index.ts'
import type { Format } from './types.ts'

function Goal({ label, done, hoped, format }: { label: string; done: number; hoped: number; format: Format }) {
  const share = Math.min(1, done / hoped)
  return (
    <div class="bar-row bar-goal">
      <dt>{label}</dt>
      <dd>{i18n.t('goals.of', [format.number(done), format.number(hoped)])}</dd>
      <div class="bar-track" aria-hidden="true">
        <span class={share === 1 ? 'bar-fill full' : 'bar-fill'} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  )
}

/** What was done this week of what the study hopes for: never more than a hope. */
export function Goals({ goals, format }: { goals: WeekGoals; format: Format }) {
  const { sessions, steps } = goals
  const isDone = [sessions, steps].every((goal) => goal === null || goal.done >= goal.hoped)
  return (
    <section class="goals" aria-labelledby="goals-title">
      <h2 id="goals-title">{i18n.t('goals.title')}</h2>
      <dl class="bars">
        {sessions && <Goal label={i18n.t('goals.sessions')} {...sessions} format={format} />}
        {steps && <Goal label={i18n.t('goals.steps')} {...steps} format={format} />}
      </dl>
      <p class={isDone ? 'detail' : 'detail goals-until'}>{i18n.t(isDone ? 'goals.done' : 'goals.until')}</p>
    </section>
  )
}
