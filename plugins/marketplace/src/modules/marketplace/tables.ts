import Gtin from "./models/gtin"
import ImportProblem from "./models/import-problem"
import ImportRun from "./models/import-run"
import Offer from "./models/offer"
import OfferPrice from "./models/offer-price"
import ProductSheet from "./models/product-sheet"
import Retailer from "./models/retailer"
import Seller from "./models/seller"
import SellerEvent from "./models/seller-event"
import SellerMember from "./models/seller-member"

/** Every table of the module, in one place; the service gets its list/create/update/delete methods from here. */
export const tables = {
  Gtin,
  ImportProblem,
  ImportRun,
  Offer,
  OfferPrice,
  ProductSheet,
  Retailer,
  Seller,
  SellerEvent,
  SellerMember,
}
