import { Badge, IconButton } from "@medusajs/ui"
import { PinTack } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { Picture } from "../../../ui/Picture"
import { ExplainSteps } from "./ExplainSteps"
import type { Hit } from "./search"

/** The organic order with its reasons folded under each product. */
export function HitList({ hits, pin }: { hits: readonly Hit[]; pin?: (productId: string, position: number) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ol className="divide-y">
      {hits.map((hit) => (
        <li key={hit.card.id} className="px-4 py-2.5 sm:px-5">
          <div className="flex items-center gap-3">
            <span className="tabular text-ui-fg-muted w-6 text-right text-sm">{hit.rank}</span>
            <Picture src={hit.card.image} size={44} />
            <div className="min-w-0 flex-1">
              <p className="line-clamp-2 text-sm font-medium">{hit.card.title}</p>
              <p className="text-ui-fg-muted text-xs">
                {[
                  hit.card.brand,
                  hit.card.sellerName,
                  hit.card.price && format.money(hit.card.price),
                  !hit.card.inStock && t("search.outOfStock"),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {hit.pinned ? (
              <Badge size="2xsmall" color="purple">
                {t("search.isPinned")}
              </Badge>
            ) : (
              pin && (
                <IconButton
                  size="small"
                  variant="transparent"
                  aria-label={t("search.pinAt", { title: hit.card.title, position: hit.rank })}
                  onClick={() => pin(hit.card.id, hit.rank)}
                >
                  <PinTack />
                </IconButton>
              )
            )}
          </div>
          <ExplainSteps steps={hit.explain} summary={t("search.why")} />
        </li>
      ))}
    </ol>
  )
}
