import { ArrowUpTray, Plus } from "@medusajs/icons"
import { Badge, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { decimalsOf, parseAmount, plainAmount } from "../../i18n/money"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { Picture } from "../../ui/Picture"
import { StateBadge, useStateOptions } from "../../ui/StateBadge"
import { useGate } from "../../ui/useGate"
import { useListParams } from "../../ui/useListParams"
import { OfferDrawer } from "./OfferDrawer"
import { OfferStateButton } from "./OfferStateButton"
import { BulkBar } from "./offers/BulkBar"
import { CellEdit } from "./offers/CellEdit"
import { ExportMenu } from "./offers/ExportMenu"
import { NotOnSale } from "./offers/NotOnSale"
import { offerFilter, offerSort } from "./offers/useOfferFilter"
import type { SellerOffer } from "./offers"
import { OffersQuery } from "./offers"

const CONDITIONS = ["NEW", "REFURBISHED", "USED_LIKE_NEW", "USED_GOOD"] as const
const SORTS = ["NEWEST", "TITLE", "SKU", "PRICE_UP", "PRICE_DOWN", "STOCK_UP"] as const

export function OffersPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const gate = useGate()
  const params = useListParams()
  const [edited, setEdited] = useState<SellerOffer | "new">()
  const options = useStateOptions(["ACTIVE", "PAUSED", "PENDING", "DRAFT", "CLOSED"])
  const filter = offerFilter(params)
  const query = useRoomQuery(OffersQuery, {
    page: params.page,
    ...filter,
    sort: offerSort(params),
    locale: format.language,
  })
  const total = query.data?.sellerOffers.total ?? 0
  const decimals = (row: SellerOffer): number => decimalsOf(row.offer.price.currency)
  const actions = (
    <>
      <Button size="small" variant="secondary" asChild>
        <Link to="/seller/imports/new">
          <ArrowUpTray aria-hidden /> {t("offers.import")}
        </Link>
      </Button>
      <Button size="small" onClick={() => setEdited("new")}>
        <Plus aria-hidden /> {t("seller.addOffer")}
      </Button>
    </>
  )
  const isFiltered = Object.values(filter).some((value) => value !== null)
  return (
    <Page title={t("nav.offers")} lead={t("seller.offersLead")} actions={actions}>
      <NotOnSale />
      {isFiltered && total > 0 && (
        <Panel>
          <div className="flex flex-wrap items-center gap-2 text-sm">
            <span className="mr-auto font-medium">
              {t("offers.allFound", { count: total, shown: format.number(total) })}
            </span>
            <BulkBar target={{ filter }} count={total} />
          </div>
        </Panel>
      )}
      <List
        name="seller.offers"
        label={t("nav.offers")}
        query={query}
        pick={(data) => data.sellerOffers}
        rowKey={(row) => row.offer.id}
        rowName={(row) => `${row.productTitle} ${row.sku}`}
        params={params}
        search={t("seller.searchOffers")}
        filter={{ label: t("common.state"), options }}
        filters={[
          {
            key: "stock",
            label: t("common.stock"),
            options: (["IN_STOCK", "LOW", "OUT_OF_STOCK"] as const).map((value) => ({
              value,
              label: t(`offers.stock_${value}`),
            })),
          },
          {
            key: "condition",
            label: t("common.condition"),
            options: CONDITIONS.map((value) => ({ value, label: t(`conditions.${value}`) })),
          },
          { key: "held", label: t("offers.held"), options: [{ value: "1", label: t("offers.heldOnly") }] },
          {
            key: "sort",
            label: t("offers.sort"),
            options: SORTS.map((value) => ({ value, label: t(`offers.sort_${value}`) })),
          },
        ]}
        tools={<ExportMenu params={params} />}
        bulk={(ids, clear) => <BulkBar target={{ ids: [...ids] }} count={ids.length} clear={clear} />}
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
                  <span className="block max-w-[11rem] truncate font-medium sm:max-w-[18rem]">{row.productTitle}</span>
                  <span className="text-ui-fg-muted block max-w-[11rem] truncate text-xs sm:max-w-[18rem]">
                    {[row.variantTitle, row.gtin ?? "–"].filter(Boolean).join(" · ")}
                  </span>
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
          {
            key: "price",
            header: t("common.price"),
            end: true,
            cell: (row) => (
              <CellEdit
                id={row.offer.id}
                label={`${t("common.price")} ${row.sku}`}
                value={plainAmount(row.offer.price.amount, decimals(row), format.language)}
                shown={format.money(row.offer.price)}
                changeOf={(text) => {
                  const price = parseAmount(text, decimals(row))
                  return price && price > 0 ? { price } : null
                }}
              />
            ),
          },
          {
            key: "stock",
            header: t("common.stock"),
            end: true,
            cell: (row) => (
              <CellEdit
                id={row.offer.id}
                label={`${t("common.stock")} ${row.sku}`}
                value={String(row.offer.inStock)}
                shown={format.number(row.offer.inStock)}
                changeOf={(text) => (/^\d{1,7}$/.test(text.trim()) ? { stock: Number(text) } : null)}
              />
            ),
          },
          {
            key: "leadTime",
            header: t("seller.leadTime"),
            end: true,
            hidden: true,
            cell: (row) => format.number(row.offer.leadTimeDays),
          },
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
                {row.heldBy.map((name) => (
                  <Badge key={name} size="2xsmall" color="orange">
                    {name.startsWith("epr:")
                      ? t("listing.epr", { stream: name.slice(4) })
                      : t(`listing.${name}` as "listing.picture", { defaultValue: gate(name) })}
                  </Badge>
                ))}
              </span>
            ),
          },
          {
            key: "do",
            header: t("common.actions"),
            end: true,
            fixed: true,
            cell: (row) => <OfferStateButton row={row} />,
          },
        ]}
      />
      {edited && <OfferDrawer offer={edited === "new" ? undefined : edited} close={() => setEdited(undefined)} />}
    </Page>
  )
}
