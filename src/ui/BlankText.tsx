import { i18n } from '#i18n'

const BLANK = /\[([a-z][a-z_]{1,19})\]/g

/** A text as it was kept; what was taken out of it stands there as a labelled blank, named by the rule that did it. */
export function BlankText({ text }: { text: string }) {
  const parts = text.split(BLANK)
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span class="blank" key={index} title={i18n.t('mydata.blank', [part])}>
            <span class="visually-hidden">{i18n.t('mydata.blank', [''])}</span>
            {part.replaceAll('_', ' ')}
          </span>
        ),
      )}
    </>
  )
}
