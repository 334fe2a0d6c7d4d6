import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { i18n } from '#i18n'

export interface TwoClicksProps {
  /** What the first button says. */
  label: string
  /** What will happen, shown before the second. */
  warning: string
  /** What the second button says. */
  confirm: string
  /** Value of `data-action` on the second button; the first has it with `ask-` before. */
  action: string
  onConfirm(): void
}

/** Something that cannot be undone: one click asks, the second does it. */
export function TwoClicks({ label, warning, confirm, action, onConfirm }: TwoClicksProps) {
  const [asking, setAsking] = useState<boolean | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: the focus goes where its question, or the way back, is.
  useLayoutEffect(() => {
    if (asking !== null) button.current?.focus()
  }, [asking])
  if (!asking)
    return (
      <button
        type="button"
        class="button danger"
        data-action={`ask-${action}`}
        ref={button}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
    )
  return (
    <div class="confirm" role="alertdialog" aria-label={label} aria-describedby={`${action}-warning`}>
      <p id={`${action}-warning`}>{warning}</p>
      <div class="actions">
        <button type="button" class="button danger solid" data-action={action} ref={button} onClick={onConfirm}>
          {confirm}
        </button>
        <button type="button" class="button" data-action={`keep-${action}`} onClick={() => setAsking(false)}>
          {i18n.t('common.cancel')}
        </button>
      </div>
    </div>
  )
}
