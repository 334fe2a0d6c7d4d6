import { useState } from 'preact/hooks'
import { i18n } from '#i18n'

/** Asks for the study link. */
export function LinkForm({ onLink }: { onLink(url: string): void }) {
  const [url, setUrl] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    if (url.trim()) onLink(url.trim())
  }
  return (
    <form class="line-form" onSubmit={submit}>
      <label for="study-link">{i18n.t('join.link')}</label>
      <p id="study-link-help" class="detail">
        {i18n.t('join.link_help')}
      </p>
      <div class="line">
        <input
          id="study-link"
          type="url"
          required
          autocomplete="off"
          placeholder="https://"
          aria-describedby="study-link-help"
          value={url}
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
        <button type="submit" class="button primary" data-action="open-link">
          {i18n.t('join.open_link')}
        </button>
      </div>
    </form>
  )
}
