import { Plus } from "@medusajs/icons"
import { Badge, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { StateBadge } from "../../../ui/StateBadge"
import { useConfirm } from "../../../ui/useConfirm"
import { useListParams } from "../../../ui/useListParams"
import { SynonymDrawer } from "./SynonymDrawer"
import type { Synonym } from "./synonyms"
import { DeleteSynonymMutation, SynonymsQuery } from "./synonyms"

export function SynonymsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const confirm = useConfirm()
  const [address] = useSearchParams()
  const word = address.get("new") ?? undefined
  const [edited, setEdited] = useState<Synonym | "new" | undefined>(word === undefined ? undefined : "new")
  const query = useRoomQuery(SynonymsQuery, { page: params.page, search: params.search || null })
  const remove = useRoomMutation(DeleteSynonymMutation, { said: t("search.synonymDeleted") })
  const askDelete = async (row: Synonym): Promise<void> => {
    const sure = await confirm({
      title: t("search.deleteSynonymTitle"),
      description: row.words.join(", "),
      confirm: t("common.delete"),
    })
    if (sure) remove.mutate({ id: row.id })
  }
  return (
    <Page
      title={t("nav.synonyms")}
      lead={t("search.synonymsLead")}
      actions={
        <Button size="small" onClick={() => setEdited("new")}>
          <Plus aria-hidden /> {t("search.newSynonym")}
        </Button>
      }
    >
      <List
        label={t("nav.synonyms")}
        query={query}
        pick={(data) => data.synonyms}
        rowKey={(row) => row.id}
        params={params}
        search={t("search.searchSynonyms")}
        onOpen={setEdited}
        empty={{ title: t("search.noSynonyms"), hint: t("search.noSynonymsHint") }}
        columns={[
          {
            key: "words",
            header: t("search.words"),
            cell: (row) => (
              <button
                type="button"
                className="max-w-[24rem] truncate text-left font-medium"
                onClick={() => setEdited(row)}
              >
                {row.kind === "ONE_WAY"
                  ? `${row.words[0] ?? ""} → ${row.words.slice(1).join(", ")}`
                  : row.words.join(" = ")}
              </button>
            ),
          },
          { key: "kind", header: t("common.kind"), cell: (row) => t(`search.kind_${row.kind}`) },
          {
            key: "locale",
            header: t("search.language"),
            cell: (row) => <Badge size="2xsmall">{row.locale.toUpperCase()}</Badge>,
          },
          {
            key: "state",
            header: t("common.state"),
            cell: (row) => <StateBadge state={row.active ? "ACTIVE" : "PAUSED"} />,
          },
          { key: "updated", header: t("search.updated"), wide: true, cell: (row) => format.dateTime(row.updatedAt) },
          {
            key: "do",
            header: t("common.actions"),
            end: true,
            fixed: true,
            cell: (row) => (
              <Button
                size="small"
                variant="transparent"
                aria-label={`${t("common.delete")} ${row.words.join(", ")}`}
                onClick={() => void askDelete(row)}
              >
                {t("common.delete")}
              </Button>
            ),
          },
        ]}
      />
      {edited && (
        <SynonymDrawer synonym={edited === "new" ? undefined : edited} word={word} close={() => setEdited(undefined)} />
      )}
    </Page>
  )
}
