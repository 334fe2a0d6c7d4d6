import { useState } from 'preact/hooks'
import { i18n } from '#i18n'
import type { OptionsPageProps } from './types.ts'

type Props = Pick<
  OptionsPageProps,
  'has_key' | 'key_problem' | 'models' | 'model' | 'onSaveKey' | 'onForgetKey' | 'onModel'
>

function KeyForm({ onSaveKey }: Pick<Props, 'onSaveKey'>) {
  const [key, setKey] = useState('')
  const save = (event: Event) => {
    event.preventDefault()
    if (!key.trim()) return
    onSaveKey(key.trim())
    setKey('')
  }
  return (
    <form class="line-form" onSubmit={save}>
      <label for="api-key">{i18n.t('options.key')}</label>
      <div class="line">
        <input
          id="api-key"
          type="password"
          required
          autocomplete="off"
          spellcheck={false}
          aria-describedby="api-key-help"
          value={key}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
        <button type="submit" class="button primary" data-action="save-key">
          {i18n.t('options.save_key')}
        </button>
      </div>
    </form>
  )
}

/** The key for Claude, kept for this browser session only, and which model predicts. */
export function ModelSettings(props: Props) {
  const { has_key, key_problem, models, model, onForgetKey, onModel } = props
  return (
    <section class="card" aria-labelledby="model-title">
      <h2 id="model-title">{i18n.t('options.model_title')}</h2>
      {has_key ? (
        <p class="line">
          <span>{i18n.t('options.has_key')}</span>
          <button type="button" class="button" data-action="forget-key" onClick={onForgetKey}>
            {i18n.t('options.forget_key')}
          </button>
        </p>
      ) : (
        <KeyForm onSaveKey={props.onSaveKey} />
      )}
      <p id="api-key-help" class="detail">
        {i18n.t('options.key_help')}
      </p>
      {key_problem !== null && (
        <p class="notice" role="alert">
          {key_problem}
        </p>
      )}
      <div class="line-form">
        <label for="model">{i18n.t('options.model')}</label>
        <select
          id="model"
          value={model ?? ''}
          disabled={!has_key || models.length === 0}
          aria-describedby="model-help"
          onChange={(event) => onModel(event.currentTarget.value || null)}
        >
          <option value="">{i18n.t('options.no_model')}</option>
          {models.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <p id="model-help" class="detail">
          {has_key ? i18n.t('options.model_help') : i18n.t('options.model_needs_key')}
        </p>
      </div>
    </section>
  )
}
