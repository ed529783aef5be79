import { useLocale, useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { formatMoney } from "@/lib/money"
import { paths } from "@/lib/paths"
import { variantTitle } from "@/lib/variant-title"
import type { BasketGroup, BasketLine } from "@/server/basket"
import { pictureUrl } from "@/server/pictures"
import { LineControls } from "./basket-line"
import { Icon } from "./icon"
import { Picture } from "./picture"

/** What one trader sells and sends. */
export function BasketGroupView({ group, editable = false }: { group: BasketGroup; editable?: boolean }) {
  const t = useTranslations("basket")
  const locale = useLocale()
  const { trader } = group
  const titleId = `group-${trader.handle}`
  const chosen = group.deliveryOptions.find(({ id }) => id === group.chosenDeliveryId)
  const cheapest = [...group.deliveryOptions].sort((a, b) => a.price.amount - b.price.amount)[0]
  return (
    <section className="group" aria-labelledby={titleId}>
      <div className="group-head">
        <h2 id={titleId}>{t("soldAndSentBy", { seller: trader.name })}</h2>
        {chosen ? (
          <p>
            <Icon name="truck" size={16} />{" "}
            {t("chosenDelivery", { name: chosen.name, price: formatMoney(chosen.price, locale) })}
          </p>
        ) : cheapest ? (
          <p>
            <Icon name="truck" size={16} /> {t("deliveryFrom", { price: formatMoney(cheapest.price, locale) })}
          </p>
        ) : null}
      </div>
      <ul className="lines">
        {group.lines.map((line) => (
          <Line key={line.id} line={line} editable={editable} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line, editable }: { line: BasketLine; editable: boolean }) {
  const t = useTranslations("basket")
  const locale = useLocale()
  const variant = variantTitle(line.title, line.variantTitle)
  return (
    <li className="line">
      <span className="line-picture">
        <Picture src={pictureUrl(line.image)} alt="" size={88} />
      </span>
      <div className="line-text">
        <h3>
          <Link href={paths.product(line.productHandle)}>{line.title}</Link>
        </h3>
        {variant ? <p className="muted">{variant}</p> : null}
        {line.available < line.quantity ? (
          <p className="field-error">{t("onlyLeft", { count: line.available })}</p>
        ) : null}
        <p className="muted">{line.returnableInShop ? t("returnInShop") : t("returnByPost")}</p>
        {editable ? (
          <LineControls lineId={line.id} title={line.title} quantity={line.quantity} available={line.available} />
        ) : (
          <p>{t("quantity", { count: line.quantity })}</p>
        )}
      </div>
      <p className="line-price">
        <strong>{formatMoney(line.total, locale)}</strong>
        {line.quantity > 1 ? (
          <span className="muted">{t("each", { price: formatMoney(line.unitPrice, locale) })}</span>
        ) : null}
      </p>
    </li>
  )
}
