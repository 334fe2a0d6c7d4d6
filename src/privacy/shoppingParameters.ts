/** Query parameters that hold what was searched for: free text. Compared in lower case and by letters alone. */
export const SEARCH_PARAMETERS =
  'q k s w wd kw key query search term terms text string phrase find keyword keywords searchterm searchterms searchquery searchtext searchword searchkeyword searchkey searchstring nkw ntt fieldkeywords entered suche suchbegriff recherche buscar busca busqueda cerca szukaj zoek zoekterm sok'.split(
    ' ',
  )

/** Query parameters that say what the shop shows: page, order, category, filters, options, product. */
export const SHOP_PARAMETERS =
  'p pg pgn page paged pageno pagenumber pageindex start offset rows limit perpage pagesize ipg sort sortby sorting sortorder orderby order dir sop n i c node bbn rh rnid dc cat cats category categories categoryid catid cgid dept department section collection collections subcategory taxonomy sacat brand brands manufacturer vendor color colour colors colours farbe couleur kleur size sizes groesse grosse taille talla maat material pattern style fit gender condition rating ratings price prices minprice maxprice pricemin pricemax pricefrom priceto pricerange lowprice highprice udlo udhi filters refinements variant variation sku skuid skuids product productid pid prodid item itemid id asin th psc qty quantity view display layout tab currency deal deals sale instock availability freeshipping onsale tag type model make width height length prefn prefv prefmin prefmax pmin pmax var'.split(
    ' ',
  )

/** Beginnings of parameters that shops make up for their own filters and options. */
export const SHOP_PREFIXES = ['filter', 'facet', 'attribute', 'option', 'dwvar', 'refine', 'lh', 'pa']

/** Path parts below which every identifier is the participant's. */
export const PERSONAL_PARENTS =
  /^(?:(?:my|your)?-?orders?(?:-(?:history|details?|status))?|(?:my|your)?-?account|customers?|invoices?|track(?:ing)?|shipments?|returns?|addresse?s?|address-?book|messages?|inbox|wish-?lists?|registry|checkouts?|cart|carts|session|sessions|reset|verify|confirm|unsubscribe|bestellungen|konto|commandes?|compte|pedidos?|cuenta|ordini)$/i

/** Path parts whose child is a person. */
export const PERSON_PARENTS = /^(?:users?|usr|u|profiles?|members?|people)$/i
