/** With a postcode and a town behind it a street is at its end in any case. */
const HAS_TOWN = /, (?:[A-Z]-)?\d{4,5} \p{Lu}/u

export const endsStreet = (value: string, text: string, start: number): boolean =>
  (HAS_TOWN.test(value) ||
    /^(?: ?$| ?[,;¶(|]|\.(?: |$)| (?:[A-Z]-)?\d{4,5}\b| - \p{Lu}[^¶]{1,40}(?:- [A-Z]{2}\b|\d{5}-\d{3}))/u.test(
      text.slice(start + value.length, start + value.length + 60),
    )) &&
  !/USB|Bluetooth|Wi-?Fi|HDMI/i.test(value)
