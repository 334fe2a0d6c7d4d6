import type { Action, PredictedAction } from '../../schemas/index.ts'
import { BlankText } from './BlankText.tsx'
import { describeAction } from './describeAction.ts'
import { Icon, type IconName } from './Icon.tsx'

const ICONS: Partial<Record<Action['type'], IconName>> = { click: 'click', type_and_submit: 'type', terminate: 'end' }

/** An action: a sign for its type, what it is on, and where that is. */
export function ActionLabel({ action }: { action: Action | PredictedAction }) {
  const { verb, what, where, name } = describeAction(action)
  return (
    <span class="action" title={name || verb}>
      <Icon name={ICONS[action.type] ?? 'none'} />
      <span class="action-words">
        <span class="action-what">
          <span class={what ? 'action-verb' : 'action-verb alone'}>{verb}</span> <BlankText text={what} />
        </span>
        {where && <span class="action-where">{where}</span>}
      </span>
    </span>
  )
}
