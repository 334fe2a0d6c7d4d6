import { addressTail } from './rules/addressTail.ts'
import { amazonOrder } from './rules/amazonOrder.ts'
import { asianAddress } from './rules/asianAddress.ts'
import { asianDestination } from './rules/asianDestination.ts'
import { asianGreeting } from './rules/asianGreeting.ts'
import { bankAccount } from './rules/bankAccount.ts'
import { birthDate } from './rules/birthDate.ts'
import { card } from './rules/card.ts'
import { cardSecret } from './rules/cardSecret.ts'
import { cardTail } from './rules/cardTail.ts'
import { cityState } from './rules/cityState.ts'
import { destination } from './rules/destination.ts'
import { destinationMore, uncasedDestination } from './rules/destinationMore.ts'
import { email } from './rules/email.ts'
import { encoded } from './rules/encoded.ts'
import { frenchStreet } from './rules/frenchStreet.ts'
import { geo, geoDegrees, labelledGeo } from './rules/geo.ts'
import { giftCard } from './rules/giftCard.ts'
import { greeting } from './rules/greeting.ts'
import { greetingMore, turkishTitle } from './rules/greetingMore.ts'
import { handle, payHandle } from './rules/handle.ts'
import { hiddenEmail } from './rules/hiddenEmail.ts'
import { iban } from './rules/iban.ts'
import { internationalPhone } from './rules/internationalPhone.ts'
import { labelledAddress } from './rules/labelledAddress.ts'
import { labelledId } from './rules/labelledId.ts'
import { labelledName } from './rules/labelledName.ts'
import { labelledPhone } from './rules/labelledPhone.ts'
import { labelledPostcode } from './rules/labelledPostcode.ts'
import { labelledTracking } from './rules/labelledTracking.ts'
import { labelledUser } from './rules/labelledUser.ts'
import { leadingName } from './rules/leadingName.ts'
import { letterPostcode } from './rules/letterPostcode.ts'
import { nationalIds } from './rules/nationalIds.ts'
import { nationalPhone } from './rules/nationalPhone.ts'
import { ipv4, ipv6 } from './rules/network.ts'
import { leadingCode, oneTimeCode } from './rules/oneTimeCode.ts'
import { order } from './rules/order.ts'
import { password } from './rules/password.ts'
import { placeLine } from './rules/placeLine.ts'
import { plate } from './rules/plate.ts'
import { possessive } from './rules/possessive.ts'
import { postBox } from './rules/postBox.ts'
import { postcodeLine } from './rules/postcodeLine.ts'
import { salutation, thanks } from './rules/salutation.ts'
import { signedIn } from './rules/signedIn.ts'
import { streetLine } from './rules/streetLine.ts'
import { houseNumber, streetBefore, streetBehind, uncasedStreet, vietnameseStreet } from './rules/streetMore.ts'
import { streetPrefix } from './rules/streetPrefix.ts'
import { streetWord } from './rules/streetWord.ts'
import { token } from './rules/token.ts'
import { postalItem, tracking } from './rules/tracking.ts'
import type { TextRule } from './textRule.ts'

/** Every kind of personal text, the surest first: of two rules that find the same stretch the first names the blank. */
export const rules: readonly TextRule[] = [
  email,
  hiddenEmail,
  iban,
  bankAccount,
  amazonOrder,
  card,
  ...nationalIds,
  tracking,
  postalItem,
  token,
  encoded,
  password,
  internationalPhone,
  labelledId,
  plate,
  order,
  labelledTracking,
  labelledPhone,
  nationalPhone,
  cardTail,
  cardSecret,
  giftCard,
  oneTimeCode,
  leadingCode,
  birthDate,
  geo,
  geoDegrees,
  labelledGeo,
  ipv4,
  ipv6,
  labelledAddress,
  streetLine,
  streetWord,
  frenchStreet,
  streetPrefix,
  streetBehind,
  streetBefore,
  uncasedStreet,
  houseNumber,
  vietnameseStreet,
  addressTail,
  postcodeLine,
  asianAddress,
  postBox,
  cityState,
  letterPostcode,
  placeLine,
  labelledPostcode,
  destination,
  asianDestination,
  destinationMore,
  uncasedDestination,
  greeting,
  greetingMore,
  turkishTitle,
  salutation,
  thanks,
  signedIn,
  labelledUser,
  labelledName,
  possessive,
  leadingName,
  handle,
  payHandle,
  asianGreeting,
]
