import { i18n } from '#i18n'
import type { PageType } from '../../../schemas/index.ts'

const NAMES: Record<PageType, () => string> = {
  home: () => i18n.t('mydata.page_type.home'),
  search: () => i18n.t('mydata.page_type.search'),
  category: () => i18n.t('mydata.page_type.category'),
  product: () => i18n.t('mydata.page_type.product'),
  reviews: () => i18n.t('mydata.page_type.reviews'),
  deals: () => i18n.t('mydata.page_type.deals'),
  cart: () => i18n.t('mydata.page_type.cart'),
  checkout: () => i18n.t('mydata.page_type.checkout'),
  confirmation: () => i18n.t('mydata.page_type.confirmation'),
  other: () => i18n.t('mydata.page_type.other'),
  sign_in: () => i18n.t('mydata.page_type.sign_in'),
  account: () => i18n.t('mydata.page_type.account'),
  address: () => i18n.t('mydata.page_type.address'),
  payment: () => i18n.t('mydata.page_type.payment'),
  order_history: () => i18n.t('mydata.page_type.order_history'),
  messages: () => i18n.t('mydata.page_type.messages'),
}

/** A page's type in words. */
export const pageTypeName = (type: PageType): string => NAMES[type]()
