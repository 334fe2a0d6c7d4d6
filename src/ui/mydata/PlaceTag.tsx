import { i18n } from '#i18n'
import { Icon, type IconName } from '../Icon.tsx'
import type { Format } from '../types.ts'
import type { Place } from './types.ts'

function words(place: Place, format: Format): { text: string; icon: IconName } {
  switch (place.kind) {
    case 'held':
      return { text: i18n.t('mydata.place.held', [format.date(place.until)]), icon: 'lock' }
    case 'waiting':
      return { text: i18n.t('mydata.place.waiting'), icon: 'none' }
    case 'sent':
      return { text: i18n.t('mydata.place.sent', [format.date(place.at)]), icon: 'sent' }
    case 'here':
      return { text: i18n.t('mydata.place.here'), icon: 'lock' }
  }
}

/** Whether something rests here, waits to be sent, was sent, or stays: by word and sign. */
export function PlaceTag({ place, format }: { place: Place; format: Format }) {
  const { text, icon } = words(place, format)
  return (
    <span class={`tag place-${place.kind}`}>
      <Icon name={icon} /> {text}
    </span>
  )
}
