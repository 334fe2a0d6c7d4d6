export const endsStreet = (value: string, text: string, start: number): boolean =>
  /^(?: ?$| ?[,;¶(|]|\.(?: |$)| (?:[A-Z]-)?\d{4,5}\b)/.test(
    text.slice(start + value.length, start + value.length + 12),
  ) && !/USB|Bluetooth|Wi-?Fi|HDMI/i.test(value)
