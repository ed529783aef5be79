import { Checkbox, Input, Text } from "@medusajs/ui"
import { useDeferredValue, useState } from "react"
import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { Paging } from "../../ui/DataTable"
import { Answer, EmptyNote } from "../../ui/Feedback"
import { Picture } from "../../ui/Picture"
import type { CampaignDraft, Problems } from "./draft"

const ProductsQuery = graphql(`
  query AdvertisableProducts($search: String, $page: Int) {
    advertisableProducts(search: $search, page: $page, pageSize: 12) {
      total
      page
      pageSize
      items {
        id
        title
        image
      }
    }
  }
`)

export interface StepProps {
  draft: CampaignDraft
  change: (part: Partial<CampaignDraft>) => void
  problems: Problems
}

/** Only the brand's own products are there to choose. */
export function ProductStep({ draft, change, problems }: StepProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState("")
  const [page, setPage] = useState(1)
  const query = useRoomQuery(ProductsQuery, { search: useDeferredValue(search) || null, page })
  const chosen = new Set(draft.products.map((product) => product.id))
  const toggle = (product: CampaignDraft["products"][number]): void =>
    change({
      products: chosen.has(product.id)
        ? draft.products.filter(({ id }) => id !== product.id)
        : [...draft.products, product],
    })
  return (
    <div className="flex flex-col gap-3">
      <Input
        type="text"
        role="searchbox"
        aria-label={t("brand.searchProducts")}
        placeholder={t("brand.searchProducts")}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          setPage(1)
        }}
      />
      {problems.products && (
        <Text role="alert" size="small" className="text-ui-fg-error">
          {t("brand.needProduct")}
        </Text>
      )}
      <Answer query={query} rows={6}>
        {({ advertisableProducts: list }) =>
          list.items.length === 0 ? (
            <EmptyNote title={t("brand.noProducts")} />
          ) : (
            <>
              <ul className="grid gap-2 sm:grid-cols-2">
                {list.items.map((product) => (
                  <li key={product.id}>
                    <label className="hover:bg-ui-bg-base-hover flex cursor-pointer items-center gap-3 rounded-lg border p-2.5 text-sm">
                      <Checkbox
                        checked={chosen.has(product.id)}
                        onCheckedChange={() => toggle(product)}
                        aria-label={product.title}
                      />
                      <Picture src={product.image} size={44} />
                      <span className="line-clamp-2 min-w-0">{product.title}</span>
                    </label>
                  </li>
                ))}
              </ul>
              <Paging {...list} go={setPage} />
            </>
          )
        }
      </Answer>
      <Text size="small" className="text-ui-fg-subtle" aria-live="polite">
        {t("brand.chosen", { count: draft.products.length })}
      </Text>
    </div>
  )
}
