import { type Html, html } from '../render/html.ts'

export interface Field {
  name: string
  label: string
  /** The `autocomplete` token. */
  autocomplete: string
  type?: string
  inputmode?: string
  value?: string
  /** Grid width, of six columns. */
  span?: number
}

/** A labelled field, required, that a browser can fill in. */
export function formField({ name, label, autocomplete, type, inputmode, value, span }: Field): Html {
  return html`<div class="field" style="--span:${span ?? 6}"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type ?? 'text'}" autocomplete="${autocomplete}" ${inputmode ? html`inputmode="${inputmode}"` : ''} value="${value ?? ''}" required></div>`
}
