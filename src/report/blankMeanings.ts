/** What each blank stands for. A test holds this list to the rules. */
export const BLANK_MEANINGS: Record<string, string> = {
  address: 'a street or a whole postal address',
  birth_date: 'a date of birth',
  card: 'a payment card’s number, its last digits, code or expiry',
  destination: 'where something is delivered',
  email: 'an e-mail address',
  field: 'the value of a protected field',
  geo: 'a place on earth, by its coordinates',
  iban: 'a bank account',
  id: 'a number in a personal part of an address',
  ip: 'a network address',
  name: 'a name, after a greeting or a label, or what somebody is called on a network',
  national_id: 'a national identity, tax or insurance number, or that of a car',
  one_time_code: 'a one-time code',
  order: 'an order, invoice or customer number',
  password: 'a password or key, after its label',
  phone: 'a telephone number',
  postcode: 'a postcode, with its town',
  token: 'a key or session id, or an address written in base64',
  tracking: 'a parcel number',
  word: 'one of the participant’s own words',
}

/** Every blank in a text, by its name. */
export const blanksIn = (text: string): string[] =>
  [...text.matchAll(/\[([a-z_]{2,20})\]/g)].flatMap(([, name = '']) => (name in BLANK_MEANINGS ? [name] : []))
