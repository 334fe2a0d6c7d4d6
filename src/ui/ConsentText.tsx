import { i18n } from '#i18n'
import type { Study } from '../../schemas/index.ts'
import { languageName } from './languageName.ts'

/** The consent text, and a switch where the study has it in several languages. */
export function ConsentText({
  study,
  text,
  language,
  onLanguage,
}: {
  study: Study
  text: string
  language: string
  onLanguage(language: string): void
}) {
  const languages = Object.keys(study.consent.text)
  return (
    <section class="card" aria-labelledby="consent-title">
      <h2 id="consent-title">{i18n.t('join.consent')}</h2>
      {languages.length > 1 && (
        <fieldset class="languages">
          <legend>{i18n.t('join.consent_language')}</legend>
          {languages.map((tag) => (
            <label key={tag} lang={tag}>
              <input
                type="radio"
                name="consent-language"
                value={tag}
                checked={tag === language}
                onChange={() => onLanguage(tag)}
              />
              {languageName(tag)}
            </label>
          ))}
        </fieldset>
      )}
      <div class="consent-text" lang={language}>
        {text.split(/\n{2,}/).map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      <p class="detail">{i18n.t('join.consent_version', [study.consent.version])}</p>
    </section>
  )
}
