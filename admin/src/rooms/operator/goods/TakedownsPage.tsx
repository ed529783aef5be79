import { Badge } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { useListParams } from "../../../ui/useListParams"
import type { Takedown } from "./queries"
import { TakedownsQuery } from "./queries"
import { TakedownDrawer } from "./TakedownDrawer"

/** Unlawful and recalled goods, and who was told (DSA art. 32). */
export function TakedownsPage() {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [open, setOpen] = useState<Takedown>()
  const query = useRoomQuery(TakedownsQuery, {
    page: params.page,
    search: params.search || null,
    open: params.state ? params.state === "OPEN" : null,
    locale: i18n.language === "en" ? "en" : "fr",
  })
  return (
    <Page title={t("nav.takedowns")} lead={t("goods.takedownsLead")}>
      <List
        label={t("nav.takedowns")}
        query={query}
        pick={(data) => data.takedowns}
        rowKey={(row) => row.id}
        params={params}
        search={t("goods.takedownSearch")}
        filter={{
          label: t("common.state"),
          options: [
            { value: "OPEN", label: t("goods.inForce") },
            { value: "LIFTED", label: t("goods.lifted") },
          ],
        }}
        onOpen={setOpen}
        empty={{ title: t("goods.noTakedowns"), hint: t("goods.noTakedownsHint") }}
        columns={[
          {
            key: "number",
            header: t("notices.number"),
            cell: (row) => (
              <button type="button" className="text-ui-fg-interactive font-medium" onClick={() => setOpen(row)}>
                {format.number(row.number)}
              </button>
            ),
          },
          {
            key: "product",
            header: t("common.product"),
            cell: (row) => <span className="line-clamp-2 max-w-80">{row.title}</span>,
          },
          {
            key: "kind",
            header: t("goods.kind"),
            cell: (row) => (
              <Badge size="2xsmall" color={row.kind === "RECALL" ? "orange" : "red"}>
                {t(`takedownKinds.${row.kind}`)}
              </Badge>
            ),
          },
          {
            key: "seller",
            header: t("goods.trader"),
            wide: true,
            cell: (row) => row.sellerName ?? t("goods.everybody"),
          },
          { key: "told", header: t("goods.told"), end: true, cell: (row) => format.number(row.told) },
          {
            key: "unreachable",
            header: t("goods.unreachable"),
            end: true,
            cell: (row) => (
              <span className={row.unreachable > 0 ? "text-ui-fg-error font-medium" : ""}>
                {format.number(row.unreachable)}
              </span>
            ),
          },
          { key: "at", header: t("goods.since"), cell: (row) => format.day(row.at) },
          {
            key: "state",
            header: t("common.state"),
            cell: (row) => t(row.liftedAt ? "goods.lifted" : "goods.inForce"),
          },
        ]}
      />
      {open && <TakedownDrawer takedown={open} close={() => setOpen(undefined)} />}
    </Page>
  )
}
