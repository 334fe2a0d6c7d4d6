/** Query parameters that hold what was searched for, as free text; by their letters in lower case. */
export const SEARCH_PARAMETERS =
  /^(?:q|k|s|w|wd|kw|query|(?:field)?keywords?|terms?|text|string|phrase|find|search\w*|nkw|ntt|entered|such\w+|recherche|busca\w*|busqueda|cerca|szukaj|zoek\w*|sok)$/

/** Query parameters that say what the shop shows: page, order, category, filters, options, product, quantity. */
export const SHOP_PARAMETERS =
  /^(?:p|n|i|c|th|psc|id|asin|pid|node|bbn|rh|rnid|dc|cgid|dept|sacat|rows|limit|per|start|offset|dir|sop|ipg|qty|quantity|view|display|layout|tab|currency|deals?|sale|instock|availability|onsale|tag|type|model|make|width|height|length|var|section|order|fit|gender|style|udlo|udhi|pref[nv]|lh[a-z]+)$|^(?:pag|pgn|sort|order(?:by|dir)|cat|col[lo]|department|brand|manufac|vendor|farbe|couleur|kleur|size|groesse|taille|talla|maat|material|pattern|condition|rating|pri[cx]|min|max|low|high|filter|facet|refine|attribute|option|dwvar|varia|sku|prod|item)/

/** Path parts below which every identifier is the participant's. */
export const PERSONAL_PARENTS =
  /^(?:(?:my|your)?-?orders?(?:-\w+)?|(?:my|your)?-?account|customers?|invoices?|track(?:ing)?|shipments?|returns?|address(?:es|-?book)?|messages?|inbox|wish-?lists?|registry|checkouts?|carts?|sessions?|reset|verify|confirm|unsubscribe|bestellungen|konto|commandes?|compte|pedidos?|cuenta|ordini|zakazy?|objednavk[ay]|zamowieni[ae]|rendeles\w*|comenzi|tilaukset|siparis\w*|m\w+-(?:konto|cuenta|conta|compte|account))$/i

/** Path parts whose child is a person. */
export const PERSON_PARENTS = /^(?:users?|usr|u|profiles?|members?|customers?|people)$/i
