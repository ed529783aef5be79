import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"

const STEPS = [
  { key: "contact", href: paths.checkout },
  { key: "delivery", href: paths.checkoutDelivery },
  { key: "review", href: paths.checkoutReview },
] as const

export function Steps({ at }: { at: 0 | 1 | 2 }) {
  const t = useTranslations("checkout")
  return (
    <nav aria-label={t("steps")}>
      <ol className="steps">
        {STEPS.map(({ key, href }, index) => (
          <li key={key} aria-current={index === at ? "step" : undefined} data-done={index < at || undefined}>
            {index < at ? <Link href={href}>{t(`step.${key}`)}</Link> : <span>{t(`step.${key}`)}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
