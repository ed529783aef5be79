import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import type { Product, Variant } from "@/server/product"

/** One address per variant; those nobody sells today stay visible, and say so. */
export function VariantChoice({ product, chosen }: { product: Product; chosen: Variant }) {
  const t = useTranslations("product")
  if (product.variants.length < 2) return null
  const name = chosen.options.map((option) => option.name).join(" / ") || t("variant")
  return (
    <div className="variants" role="group" aria-label={name}>
      <p>
        {name} : <strong>{titleOf(chosen)}</strong>
      </p>
      <ul>
        {product.variants.map((variant) => (
          <li key={variant.id}>
            <Link
              className="variant"
              href={paths.product(product.handle, variant.id)}
              aria-current={variant.id === chosen.id ? "true" : undefined}
              data-out={variant.offers.length === 0 || undefined}
              scroll={false}
              replace
            >
              {titleOf(variant)}
              {variant.offers.length === 0 ? <span className="visually-hidden"> ({t("unavailable")})</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function titleOf(variant: Variant): string {
  return variant.options.map(({ value }) => value).join(" / ") || variant.title
}
