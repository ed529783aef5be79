import { useTranslations } from "next-intl"
import type { Trader } from "@/graphql/trader"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import type { Product } from "@/server/product"
import { Icon } from "./icon"
import { TraderBlock } from "./trader-block"

/** Description, specifications, and the blocks the law wants beside an offer. */
export function ProductDetails(props: { product: Product; trader?: Trader; gtin: string | null }) {
  const t = useTranslations("product")
  const { product, trader, gtin } = props
  const specifications = [
    ...product.attributes.map(({ key, label, value }) => ({ key, label, value })),
    ...(gtin ? [{ key: "gtin", label: t("gtin"), value: gtin }] : []),
  ]
  return (
    <div className="details">
      <div className="details-columns">
        {product.description.trim() ? (
          <section className="panel" aria-labelledby="description-title">
            <h2 id="description-title">{t("description")}</h2>
            <div className="prose">
              {product.description.split(/\n{2,}/).map((paragraph, index) => (
                <p key={index}>{paragraph}</p>
              ))}
            </div>
          </section>
        ) : null}
        {specifications.length > 0 ? (
          <section className="panel" aria-labelledby="specifications-title">
            <h2 id="specifications-title">{t("specifications")}</h2>
            <dl className="facts facts-lines">
              {specifications.map(({ key, label, value }) => (
                <div key={key}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
        {trader ? (
          <section className="panel" aria-labelledby="trader-title">
            <h2 id="trader-title">{t("traderTitle")}</h2>
            <TraderBlock trader={trader} />
            <p>
              <Link href={paths.report("product", product.handle)}>{t("report")}</Link>
            </p>
          </section>
        ) : null}
        {product.safety ? <Safety safety={product.safety} /> : null}
      </div>
      <section className="panel panel-guarantee" aria-labelledby="guarantee-title">
        <h2 id="guarantee-title">
          <Icon name="shield" /> {t("guaranteeTitle", { months: product.guaranteeMonths })}
        </h2>
        <p>{t("guaranteeText", { months: product.guaranteeMonths })}</p>
        <p>
          <Link href={paths.rights}>{t("guaranteeLink")}</Link>
        </p>
      </section>
    </div>
  )
}

function Safety({ safety }: { safety: NonNullable<Product["safety"]> }) {
  const t = useTranslations("product")
  return (
    <section className="panel" aria-labelledby="safety-title">
      <h2 id="safety-title">{t("safetyTitle")}</h2>
      <dl className="facts">
        <div>
          <dt>{t("manufacturer")}</dt>
          <dd>
            {safety.manufacturer}
            <br />
            {safety.manufacturerContact}
          </dd>
        </div>
        {safety.euResponsible ? (
          <div>
            <dt>{t("euResponsible")}</dt>
            <dd>{safety.euResponsible}</dd>
          </div>
        ) : null}
      </dl>
      {safety.warnings.length > 0 ? (
        <ul className="warnings">
          {safety.warnings.map((warning) => (
            <li key={warning}>
              <Icon name="alert" size={18} /> {warning}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
