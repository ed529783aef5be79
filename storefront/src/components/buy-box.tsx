import { useLocale, useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { formatMoney } from "@/lib/money"
import { paths } from "@/lib/paths"
import type { Offer, Product } from "@/server/product"
import { AddToBasket } from "./add-to-basket"
import { Icon } from "./icon"
import { Price } from "./price"

interface BuyBoxProps {
  product: Pick<Product, "id" | "handle">
  offer: Offer
  reason: string
  others: number
}

export function BuyBox({ product, offer, reason, others }: BuyBoxProps) {
  const t = useTranslations("product")
  const locale = useLocale()
  return (
    <section className="buy-box" aria-label={t("buyBox")}>
      <Price price={offer.price} prior={offer.priorPrice} large />
      <p className="muted">{t("vatIncluded")}</p>
      <ul className="buy-facts">
        <li>
          <Icon name="truck" size={18} />
          <span>
            {offer.deliveryPrice.amount === 0
              ? t("freeDelivery")
              : t("deliveryFrom", { price: formatMoney(offer.deliveryPrice, locale) })}
            {" · "}
            {t("leadTime", { days: offer.leadTimeDays })}
          </span>
        </li>
        <li>
          <Icon name="check" size={18} />
          <span>{offer.inStock <= 5 ? t("fewLeft", { count: offer.inStock }) : t("inStock")}</span>
        </li>
        <li>
          <Icon name="account" size={18} />
          <span>
            {t.rich("soldBy", {
              seller: offer.trader.name,
              link: (text) => <Link href={paths.seller(offer.trader.handle)}>{text}</Link>,
            })}
            {" · "}
            {t(`condition.${offer.condition}`)}
          </span>
        </li>
        <li>
          <Icon name="back" size={18} />
          <span>{offer.returnableInShop ? t("returnInShop") : t("returnByPost")}</span>
        </li>
      </ul>
      <AddToBasket
        key={offer.id}
        productId={product.id}
        variantId={offer.purchasableVariantId}
        available={offer.inStock}
      />
      <details className="why">
        <summary>{t("whyThisOffer")}</summary>
        <p>{reason}</p>
        <p>
          <Link href={paths.ranking}>{t("howOffersRank")}</Link>
        </p>
      </details>
      {others > 0 ? (
        <p>
          <a href="#offers">{t("otherOffers", { count: others })}</a>
        </p>
      ) : null}
      <p className="muted report-offer">
        <Link href={paths.reportOffer(product.handle, offer.id)} rel="nofollow">
          {t("reportOffer")}
        </Link>
      </p>
    </section>
  )
}
