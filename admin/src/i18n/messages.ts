import accountEn from "./en/account.json"
import brandEn from "./en/brand.json"
import catalogueEn from "./en/catalogue.json"
import coreEn from "./en/core.json"
import developerEn from "./en/developer.json"
import noticesEn from "./en/notices.json"
import documentsEn from "./en/documents.json"
import feesEn from "./en/fees.json"
import goodsEn from "./en/goods.json"
import figuresEn from "./en/figures.json"
import levelsEn from "./en/levels.json"
import listEn from "./en/list.json"
import operatorEn from "./en/operator.json"
import ordersEn from "./en/orders.json"
import payoutsEn from "./en/payouts.json"
import refundsEn from "./en/refunds.json"
import saleDocumentsEn from "./en/sale-documents.json"
import searchEn from "./en/search.json"
import sellerEn from "./en/seller.json"
import sellersEn from "./en/sellers.json"
import shopEn from "./en/shop.json"
import trailEn from "./en/trail.json"
import accountFr from "./fr/account.json"
import brandFr from "./fr/brand.json"
import catalogueFr from "./fr/catalogue.json"
import coreFr from "./fr/core.json"
import developerFr from "./fr/developer.json"
import noticesFr from "./fr/notices.json"
import documentsFr from "./fr/documents.json"
import feesFr from "./fr/fees.json"
import goodsFr from "./fr/goods.json"
import figuresFr from "./fr/figures.json"
import levelsFr from "./fr/levels.json"
import listFr from "./fr/list.json"
import operatorFr from "./fr/operator.json"
import ordersFr from "./fr/orders.json"
import payoutsFr from "./fr/payouts.json"
import refundsFr from "./fr/refunds.json"
import saleDocumentsFr from "./fr/sale-documents.json"
import searchFr from "./fr/search.json"
import sellerFr from "./fr/seller.json"
import sellersFr from "./fr/sellers.json"
import shopFr from "./fr/shop.json"
import trailFr from "./fr/trail.json"

/** All words of the portal: a file an area and language, no group in two files. */
export const fr = {
  ...coreFr,
  ...accountFr,
  ...catalogueFr,
  ...developerFr,
  ...noticesFr,
  ...documentsFr,
  ...saleDocumentsFr,
  ...feesFr,
  ...listFr,
  ...levelsFr,
  ...figuresFr,
  ...goodsFr,
  ...brandFr,
  ...operatorFr,
  ...payoutsFr,
  ...ordersFr,
  ...refundsFr,
  ...searchFr,
  ...sellerFr,
  ...sellersFr,
  ...shopFr,
  ...trailFr,
}
export const en = {
  ...coreEn,
  ...accountEn,
  ...catalogueEn,
  ...developerEn,
  ...noticesEn,
  ...documentsEn,
  ...saleDocumentsEn,
  ...feesEn,
  ...listEn,
  ...levelsEn,
  ...figuresEn,
  ...goodsEn,
  ...brandEn,
  ...operatorEn,
  ...payoutsEn,
  ...ordersEn,
  ...refundsEn,
  ...searchEn,
  ...sellerEn,
  ...sellersEn,
  ...shopEn,
  ...trailEn,
}

export type Messages = typeof fr
