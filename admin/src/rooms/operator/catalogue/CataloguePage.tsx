import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { roomRequest, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { Picture } from "../../../ui/Picture"
import { useListParams } from "../../../ui/useListParams"
import { GateBadges } from "./GateBadges"
import { ItemsQuery } from "./queries"
import { REQUIREMENTS } from "./requirements"

export function CataloguePage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const navigate = useNavigate()
  const asked = {
    search: params.search || null,
    heldBy: params.get("held") || null,
    source: params.get("source") || null,
  }
  const query = useRoomQuery(ItemsQuery, { page: params.page, ...asked })
  return (
    <Page title={t("nav.catalogueItems")} lead={t("catalogue.lead")}>
      <List
        name="operator.catalogue"
        label={t("nav.catalogueItems")}
        query={query}
        pick={(data) => data.catalogueItems}
        rowKey={(row) => row.id}
        params={params}
        search={t("catalogue.search")}
        filters={[
          {
            key: "held",
            label: t("catalogue.gates"),
            options: [
              { value: "any", label: t("catalogue.anyGate") },
              ...REQUIREMENTS.map((value) => ({ value, label: t(`listing.${value}`) })),
            ],
          },
          {
            key: "source",
            label: t("catalogue.source"),
            options: [
              { value: "Icecat", label: "Icecat" },
              { value: "seller", label: t("catalogue.bySellers") },
            ],
          },
        ]}
        onOpen={(row) => void navigate(`/operator/catalogue/${row.id}`)}
        exportPage={async (page) =>
          (await roomRequest("OPERATOR", ItemsQuery, { page, pageSize: 100, ...asked })).catalogueItems
        }
        empty={{ title: t("catalogue.none") }}
        columns={[
          {
            key: "title",
            header: t("common.product"),
            csv: (row) => row.title,
            cell: (row) => (
              <Link to={`/operator/catalogue/${row.id}`} className="flex items-center gap-3 py-1">
                <Picture src={row.image} />
                <span className="min-w-0">
                  <span className="block max-w-[11rem] truncate font-medium sm:max-w-[20rem]">{row.title}</span>
                  <span className="text-ui-fg-muted text-xs">{row.brand ?? "–"}</span>
                </span>
              </Link>
            ),
          },
          {
            key: "state",
            header: t("common.state"),
            csv: (row) => row.status,
            cell: (row) => (
              <Badge size="2xsmall" color={row.status === "published" ? "green" : "grey"}>
                {t(row.status === "published" ? "catalogue.published" : "catalogue.draft")}
              </Badge>
            ),
          },
          {
            key: "gates",
            header: t("catalogue.gates"),
            csv: (row) => row.heldBy.join(" "),
            cell: (row) => <GateBadges names={row.heldBy} />,
          },
          {
            key: "variants",
            header: t("catalogue.variants"),
            end: true,
            wide: true,
            cell: (row) => format.number(row.variantCount),
          },
          { key: "offers", header: t("nav.offers"), end: true, cell: (row) => format.number(row.offerCount) },
          {
            key: "sellers",
            header: t("nav.sellers"),
            end: true,
            wide: true,
            cell: (row) => format.number(row.sellerCount),
          },
          { key: "source", header: t("catalogue.source"), wide: true, hidden: true, cell: (row) => row.source ?? "–" },
          { key: "at", header: t("catalogue.since"), wide: true, cell: (row) => format.date(row.createdAt) },
        ]}
      />
    </Page>
  )
}
