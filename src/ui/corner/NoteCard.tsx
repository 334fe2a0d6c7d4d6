import { i18n } from '#i18n'

/** The study's note on a page that is recorded. */
export function NoteCard({ note, onClose }: { note: { text: string | null; language: string }; onClose(): void }) {
  return (
    <form
      class="note"
      aria-label={i18n.t('note.title')}
      onSubmit={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <p lang={note.text === null ? undefined : note.language}>{note.text ?? i18n.t('note.text')}</p>
      <button type="submit" aria-label={i18n.t('note.close')} data-action="close-note">
        <span aria-hidden="true">×</span>
      </button>
    </form>
  )
}
