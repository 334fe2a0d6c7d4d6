import { useState } from 'preact/hooks'
import { i18n } from '#i18n'
import { Icon } from './Icon.tsx'
import type { AddressProblem } from './types.ts'

const PROBLEMS: Record<AddressProblem, () => string> = {
  no_address: () => i18n.t('join.no_address'),
  not_secure: () => i18n.t('join.not_secure'),
  wrong_code: () => i18n.t('join.wrong_code'),
}

/** Asks for the study link or the code; says what was wrong with the one typed before. */
export function LinkForm({
  typed,
  problem,
  onLink,
}: {
  typed: string
  problem: AddressProblem | null
  onLink(text: string): void
}) {
  const [text, setText] = useState(typed)
  const submit = (event: Event) => {
    event.preventDefault()
    if (text.trim()) onLink(text.trim())
  }
  return (
    <form class="line-form" onSubmit={submit}>
      <label for="study-link">{i18n.t('join.link')}</label>
      <p id="study-link-help" class="detail">
        {i18n.t('join.link_help')}
      </p>
      {problem && (
        <p id="study-link-problem" class="notice" role="alert">
          <Icon name="warning" />
          {PROBLEMS[problem]()}
        </p>
      )}
      <div class="line">
        <input
          id="study-link"
          type="text"
          required
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          inputMode="url"
          placeholder="https://"
          aria-describedby={problem ? 'study-link-help study-link-problem' : 'study-link-help'}
          aria-invalid={problem !== null}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button primary" data-action="open-link">
          {i18n.t('join.open_link')}
        </button>
      </div>
    </form>
  )
}
