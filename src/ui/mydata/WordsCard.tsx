import { useState } from 'preact/hooks'
import { i18n } from '#i18n'
import { TwoClicks } from '../TwoClicks.tsx'

interface WordsCardProps {
  words: readonly string[]
  onRemove(word: string): void
  onKeep(word: string): void
}

/** A word to be removed everywhere, and those that are. */
export function WordsCard({ words, onRemove, onKeep }: WordsCardProps) {
  const [word, setWord] = useState('')
  const [asked, setAsked] = useState(0)
  const ready = word.trim() !== ''
  return (
    <section class="card" aria-labelledby="words-title">
      <h2 id="words-title">{i18n.t('mydata.words.title')}</h2>
      <p id="words-help">{i18n.t('mydata.words.help')}</p>
      <div class="line-form">
        <label for="word">{i18n.t('mydata.words.label')}</label>
        <input
          id="word"
          type="text"
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          aria-describedby="words-help"
          value={word}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
      </div>
      {!ready && (
        <button type="button" class="button danger" aria-disabled="true">
          {i18n.t('mydata.words.remove_it')}
        </button>
      )}
      {ready && (
        <TwoClicks
          // Another word is another question.
          key={`${asked} ${word}`}
          label={i18n.t('mydata.words.remove', [word.trim()])}
          warning={i18n.t('mydata.words.warning')}
          confirm={i18n.t('mydata.words.confirm')}
          action="remove-word"
          onConfirm={() => {
            onRemove(word.trim())
            setWord('')
            setAsked(asked + 1)
          }}
        />
      )}
      {words.length > 0 && (
        <>
          <h3 id="words-list">{i18n.t('mydata.words.list')}</h3>
          <ul class="word-list" aria-labelledby="words-list">
            {words.map((one) => (
              <li key={one}>
                <span>{one}</span>
                <button type="button" class="link" onClick={() => onKeep(one)}>
                  {i18n.t('mydata.words.keep')}
                  <span class="visually-hidden"> {one}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
