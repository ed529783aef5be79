import { Plus } from "@medusajs/icons"
import { Badge, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { Picture } from "../../ui/Picture"
import { StateBadge, useStateOptions } from "../../ui/StateBadge"
import { useListParams } from "../../ui/useListParams"
import { OfferDrawer } from "./OfferDrawer"
import { OfferStateButton } from "./OfferStateButton"
import type { OfferState, SellerOffer } from "./offers"
import { OffersQuery } from "./offers"

export function OffersPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [edited, setEdited] = useState<SellerOffer | "new">()
  const options = useStateOptions(["ACTIVE", "PAUSED", "PENDING", "DRAFT", "CLOSED"])
  const query = useRoomQuery(OffersQuery, {
    page: params.page,
    search: params.search || null,
    state: (params.state || null) as OfferState | null,
  })
  const add = (
    <Button size="small" onClick={() => setEdited("new")}>
      <Plus aria-hidden /> {t("seller.addOffer")}
    </Button>
  )
  return (
    <Page title={t("nav.offers")} lead={t("seller.offersLead")} actions={add}>
      <List
        label={t("nav.offers")}
        query={query}
        pick={(data) => data.sellerOffers}
        rowKey={(row) => row.offer.id}
        params={params}
        search={t("seller.searchOffers")}
        filter={{ label: t("common.state"), options }}
        onOpen={setEdited}
        empty={{ title: t("seller.noOffers"), hint: t("seller.noOffersHint") }}
        columns={[
          {
            key: "product",
            header: t("common.product"),
            cell: (row) => (
              <button type="button" className="flex items-center gap-3 py-1 text-left" onClick={() => setEdited(row)}>
                <Picture src={row.image} />
                <span className="min-w-0">
                  <span className="block max-w-[11rem] truncate sm:max-w-[18rem] font-medium">{row.productTitle}</span>
                  <span className="text-ui-fg-muted text-xs">{row.gtin ?? "–"}</span>
                </span>
              </button>
            ),
          },
          { key: "sku", header: "SKU", wide: true, cell: (row) => row.sku },
          {
            key: "condition",
            header: t("common.condition"),
            wide: true,
            cell: (row) => t(`conditions.${row.offer.condition}`),
          },
          { key: "price", header: t("common.price"), end: true, cell: (row) => format.money(row.offer.price) },
          { key: "stock", header: t("common.stock"), end: true, cell: (row) => format.number(row.offer.inStock) },
          {
            key: "state",
            header: t("common.state"),
            cell: (row) => (
              <span className="flex items-center gap-2">
                <StateBadge state={row.offer.state} />
                {row.winsBuyBox && (
                  <Badge size="2xsmall" color="green">
                    {t("seller.buyBox")}
                  </Badge>
                )}
              </span>
            ),
          },
          { key: "do", header: t("common.actions"), end: true, cell: (row) => <OfferStateButton row={row} /> },
        ]}
      />
      {edited && <OfferDrawer offer={edited === "new" ? undefined : edited} close={() => setEdited(undefined)} />}
    </Page>
  )
}
