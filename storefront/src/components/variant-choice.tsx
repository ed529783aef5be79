import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import { variantChoices } from "@/lib/variant-choices"
import type { Product, Variant } from "@/server/product"

/** One address per variant; those nobody sells today stay visible, and say so. */
export function VariantChoice({ product, chosen }: { product: Product; chosen: Variant }) {
  const t = useTranslations("product")
  if (product.variants.length < 2) return null
  return (
    <>
      {variantChoices(product.variants, chosen).map(({ name, values }) => (
        <div key={name} className="variants" role="group" aria-label={name}>
          <p>
            {name}
            {t("colon")} <strong>{values.find((value) => value.chosen)?.value}</strong>
          </p>
          <ul>
            {values.map(({ value, variant, chosen: current, available }) => (
              <li key={value}>
                <Link
                  className="variant"
                  href={paths.product(product.handle, variant.id)}
                  aria-current={current ? "true" : undefined}
                  data-out={available ? undefined : true}
                  scroll={false}
                  replace
                >
                  {value}
                  {available ? null : <span className="visually-hidden"> ({t("unavailable")})</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
