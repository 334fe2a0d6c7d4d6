/** What ids, classes, file names and scripts call things, in the languages of shops. */
export const ADD_TO_CART =
  /add[-_ ]?(?:item[-_ ]?)?(?:to|2)?[-_ ]?(?:my|your|shopping)?[-_ ]?(?:cart|basket|bag|trolley)|(?:cart|basket)[-_ ]?add|(?:in|zum|den)[-_]?warenkorb|(?:ajout(?:er)?|au)[-_]?panier|(?:al|in)[-_]?(?:carrito|carrello|winkel(?:wagen|mand))|do[-_]?(?:koszyka|kosika)|v[-_]?korzinu|btn[-_]?cart\b|\b(?:button_)?in_cart\b/i
export const BUY_NOW =
  /(?:^|[-_ /])(?:buy[-_]?(?:it[-_]?|this[-_]?)?(?:now|btn|button|box)?|kaufen|bestellen|acheter|comprar|acquista|kupit)(?:$|[-_ .])/i
export const SEARCH =
  /search|suche|suchb|cherch|busca|busqu|ricerca|zoek|pesquis|szuka|hled|hlad|poisk|keyword|mots?_?cle|sokord|soegeo|keres|trazi|cauta|(?:cerca|arama)(?![a-z])/i
/** Addresses as products have them. */
export const LEADS_TO_PRODUCT = /\/(?:dp|itm|product|products|p|item|listing|pd)\/|\/p-|[-/_]\d{5,}/i
/** An address of a page among many. */
export const LEADS_TO_PAGE = /(?:page\w{0,6}|pgn?|[?&/]p|pagina|start|offset)[=/_-]?\d/i
