const LABEL =
  /(?:isbn|asin|upc|ean|gtin|sku|mpn|dpci|tcin|model|part|item|article|artikel|art|article|style|product|produkt|internet|catalog|ref|referencia|référence|modelo|modell|型号|货号|品番)(?:[ -]?(?:1[03]|numb?er|nummer|n[°ºo]|nr|id|code|号))?\.?(?: ?\(?#\)?| ?number)?[\s:=#.¶]{0,4}$/i

/** True where the characters before `start` say that the number there names a product. */
export function isProductNumber(text: string, start: number): boolean {
  return LABEL.test(text.slice(Math.max(0, start - 32), start))
}
