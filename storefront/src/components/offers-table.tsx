import { useLocale, useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { formatMoney } from "@/lib/money"
import { paths } from "@/lib/paths"
import type { Offer, Product } from "@/server/product"
import { AddToBasket } from "./add-to-basket"
import { Price } from "./price"

export function OffersTable({ product, offers }: { product: Pick<Product, "id" | "handle">; offers: Offer[] }) {
  const t = useTranslations("product")
  const locale = useLocale()
  return (
    <section id="offers" className="panel" aria-labelledby="offers-title">
      <h2 id="offers-title">{t("offersTitle")}</h2>
      <table className="offers">
        <thead>
          <tr>
            <th scope="col">{t("seller")}</th>
            <th scope="col">{t("conditionTitle")}</th>
            <th scope="col">{t("price")}</th>
            <th scope="col">{t("delivery")}</th>
            <th scope="col">{t("landed")}</th>
            <th scope="col">{t("returns")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("action")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {offers.map((offer) => (
            <tr key={offer.id}>
              <th scope="row">
                <Link href={paths.seller(offer.trader.handle)}>{offer.trader.name}</Link>
              </th>
              <td data-label={t("conditionTitle")}>{t(`condition.${offer.condition}`)}</td>
              <td data-label={t("price")}>
                <Price price={offer.price} prior={offer.priorPrice} />
              </td>
              <td data-label={t("delivery")}>
                <span>
                  {offer.deliveryPrice.amount === 0 ? t("free") : formatMoney(offer.deliveryPrice, locale)}
                  <span className="muted"> · {t("leadTime", { days: offer.leadTimeDays })}</span>
                </span>
              </td>
              <td data-label={t("landed")}>
                <strong>{formatMoney(offer.landedPrice, locale)}</strong>
              </td>
              <td data-label={t("returns")}>{offer.returnableInShop ? t("inShop") : t("byPost")}</td>
              <td>
                <AddToBasket
                  compact
                  productId={product.id}
                  variantId={offer.purchasableVariantId}
                  available={offer.inStock}
                  label={t("addFrom", { seller: offer.trader.name })}
                />
                <Link
                  className="report-offer muted"
                  href={paths.reportOffer(product.handle, offer.id)}
                  rel="nofollow"
                  aria-label={t("reportOfferOf", { seller: offer.trader.name })}
                >
                  {t("reportShort")}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
