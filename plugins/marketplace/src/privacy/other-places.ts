import { forgotten, kept, nobody, type Place, places } from "./places"

const BOOKS = "books and invoices of traders, ten years (Commercial code L123-22); of a shopper they hold ids only"
const INVOICES =
  "invoices, ten years (Commercial code L123-22): a trader's, and a shopper's with the name and address that the law asks for"

/** Tables that no area empties: kept by law, gone by themselves, or of nobody. Every one says which, and why. */
export const otherPlaces: Readonly<Record<string, Place>> = {
  ...places(kept(BOOKS), "ledger_entry", "marketplace_fee"),
  ...places(kept(INVOICES), "ledger_document", "ledger_document_file"),
  marketplace_dac7_report: kept("what was filed with the tax administration, ten years (Directive 2021/514, annex V)"),
  ...places(kept("the account and the transfers of a trader, four digits of it"), "marketplace_payout"),
  ...places(kept("the account and the transfers of a trader, four digits of it"), "marketplace_payout_account"),
  ...places(
    kept("why the house acted against a trader, for complaints and courts (P2B 4, DSA 17)"),
    "marketplace_takedown",
  ),
  ...places(
    kept("why the house acted against a trader, for complaints and courts (P2B 4, DSA 17)"),
    "marketplace_seller_event",
  ),
  marketplace_privacy_request: forgotten("the e-mail when the request is settled; the refusal's reasons name nobody"),
  marketplace_api_call: forgotten("a day after the call; sealed until then"),
  ...places(kept("who bears a late refund and why, for the books"), "marketplace_refund_fault"),
  ...places(kept("who bears a late refund and why, for the books"), "marketplace_late_interest"),
  marketplace_webhook_attempt: nobody("what a seller's server answered"),

  ...places(nobody("rules, plans and terms of the house"), "marketplace_billing_settings", "marketplace_plan"),
  ...places(
    nobody("rules, plans and terms of the house"),
    "marketplace_commission_line",
    "marketplace_commission_rule",
  ),
  ...places(nobody("rules, plans and terms of the house"), "marketplace_commission_rule_change", "marketplace_terms"),
  ...places(nobody("rules, plans and terms of the house"), "marketplace_seller_plan", "marketplace_payout_terms"),
  ...places(nobody("goods and their catalogue"), "marketplace_catalogue_event", "marketplace_proposal"),
  ...places(nobody("what a seller calls its keys, mappings and servers"), "marketplace_api_key"),
  ...places(nobody("what a seller calls its keys, mappings and servers"), "marketplace_import_mapping"),
  ...places(nobody("what a seller calls its keys, mappings and servers"), "marketplace_webhook_endpoint"),
  marketplace_import_problem: nobody("what is wrong with a line of goods"),

  ...places(nobody("marks of ours («redress:…»); the routes that take free text are closed"), "order_change"),
  ...places(nobody("marks of ours («redress:…»); the routes that take free text are closed"), "order_change_action"),
  ...places(nobody("marks of ours («redress:…»); the routes that take free text are closed"), "refund", "return_item"),
  ...places(nobody("not used: the routes are closed"), "order_claim_item", "order_exchange_item"),
  ...places(
    nobody("catalogue, prices, regions and settings"),
    "currency",
    "region",
    "region_country",
    "customer_group",
  ),
  ...places(
    nobody("catalogue, prices, regions and settings"),
    "product_category",
    "promotion_campaign",
    "sales_channel",
  ),
  ...places(nobody("the retailer and its places"), "store", "stock_location", "stock_location_address"),
  ...places(nobody("ways to deliver"), "fulfillment_set", "geo_zone", "service_zone", "shipping_option"),
  ...places(nobody("ways to deliver"), "shipping_profile", "order_shipping_method", "cart_shipping_method"),
  ...places(nobody("names of rates, providers and views"), "tax_rate", "notification_provider", "view_configuration"),
  ...places(nobody("migrations"), "link_module_migrations", "mikro_orm_migrations", "migration"),
  ...places(nobody("versions of an index"), "search_index", "search_index_version", "searchandising_index"),
}
