import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { Picture } from "../../../ui/Picture"
import { useListParams } from "../../../ui/useListParams"
import type { Place } from "./QueryBar"
import { PinsQuery } from "./search"

export function AllPins({ open }: { open: (place: Place) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const query = useRoomQuery(PinsQuery, { page: params.page, query: null, category: null })
  return (
    <List
      label={t("nav.pins")}
      query={query}
      pick={(data) => data.pins}
      rowKey={(row) => row.id}
      params={params}
      onOpen={(row) => open({ query: row.query ?? "", category: row.category ?? "" })}
      empty={{ title: t("search.noPins"), hint: t("search.noPinsHint") }}
      columns={[
        {
          key: "where",
          header: t("search.where"),
          cell: (row) => (
            <button
              type="button"
              className="text-ui-fg-interactive font-medium"
              onClick={() => open({ query: row.query ?? "", category: row.category ?? "" })}
            >
              {row.query ? `« ${row.query} »` : row.category}
            </button>
          ),
        },
        { key: "position", header: t("search.position"), end: true, cell: (row) => row.position },
        {
          key: "product",
          header: t("common.product"),
          cell: (row) => (
            <span className="flex items-center gap-3 py-1">
              <Picture src={row.productImage} />
              <span className="max-w-[11rem] truncate sm:max-w-[18rem]">{row.productTitle}</span>
            </span>
          ),
        },
        { key: "updated", header: t("search.updated"), wide: true, cell: (row) => format.dateTime(row.updatedAt) },
      ]}
    />
  )
}
