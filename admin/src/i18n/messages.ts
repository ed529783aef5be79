import brandEn from "./en/brand.json"
import coreEn from "./en/core.json"
import figuresEn from "./en/figures.json"
import levelsEn from "./en/levels.json"
import listEn from "./en/list.json"
import operatorEn from "./en/operator.json"
import searchEn from "./en/search.json"
import sellerEn from "./en/seller.json"
import shopEn from "./en/shop.json"
import brandFr from "./fr/brand.json"
import coreFr from "./fr/core.json"
import figuresFr from "./fr/figures.json"
import levelsFr from "./fr/levels.json"
import listFr from "./fr/list.json"
import operatorFr from "./fr/operator.json"
import searchFr from "./fr/search.json"
import sellerFr from "./fr/seller.json"
import shopFr from "./fr/shop.json"

/** All words of the portal: a file an area and language, no group in two files. */
export const fr = {
  ...coreFr,
  ...listFr,
  ...levelsFr,
  ...figuresFr,
  ...brandFr,
  ...operatorFr,
  ...searchFr,
  ...sellerFr,
  ...shopFr,
}
export const en = {
  ...coreEn,
  ...listEn,
  ...levelsEn,
  ...figuresEn,
  ...brandEn,
  ...operatorEn,
  ...searchEn,
  ...sellerEn,
  ...shopEn,
}

export type Messages = typeof fr
