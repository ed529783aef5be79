import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { graphql } from "../../../api/graphql"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Figures } from "../../../ui/Figures"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"

const ZeroResultsQuery = graphql(`
  query ZeroResults {
    zeroResultQueries(limit: 100) {
      query
      count
      lastAt
    }
    indexStatus {
      engine
      documents
      waiting
      state
    }
  }
`)

const REFRESH_MS = 10_000

/** Searches that found nothing, and whether the index has caught up with the catalogue. */
export function ZeroResultsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(ZeroResultsQuery, {}, { refetchInterval: REFRESH_MS })
  return (
    <Page title={t("nav.zeroResults")} lead={t("search.zeroLead")}>
      <Answer query={query}>
        {({ zeroResultQueries, indexStatus }) => (
          <>
            <Figures
              figures={[
                { label: t("search.engine"), value: indexStatus.engine },
                { label: t("search.documents"), value: format.number(indexStatus.documents) },
                {
                  label: t("search.waiting"),
                  value: format.number(indexStatus.waiting),
                  tone: indexStatus.waiting > 1000 ? "warn" : "calm",
                },
                {
                  label: t("search.indexState"),
                  value: t(`indexStates.${indexStatus.state.toLowerCase()}` as "indexStates.ready", {
                    defaultValue: indexStatus.state,
                  }),
                },
              ]}
            />
            <Panel title={t("search.zeroTitle")} flush>
              {zeroResultQueries.length === 0 ? (
                <EmptyNote title={t("search.zeroEmpty")} />
              ) : (
                <DataTable
                  label={t("search.zeroTitle")}
                  rows={zeroResultQueries}
                  rowKey={(row) => row.query}
                  columns={[
                    {
                      key: "query",
                      header: t("search.query"),
                      cell: (row) => (
                        <Link
                          className="text-ui-fg-interactive"
                          to={`/operator/explain?query=${encodeURIComponent(row.query)}`}
                        >
                          {row.query}
                        </Link>
                      ),
                    },
                    { key: "count", header: t("search.times"), end: true, cell: (row) => format.number(row.count) },
                    { key: "last", header: t("search.last"), cell: (row) => format.dateTime(row.lastAt) },
                    {
                      key: "do",
                      header: t("common.actions"),
                      end: true,
                      fixed: true,
                      cell: (row) => (
                        <Button asChild size="small" variant="secondary">
                          <Link to={`/operator/synonyms?new=${encodeURIComponent(row.query)}`}>
                            {t("search.makeSynonym")}
                          </Link>
                        </Button>
                      ),
                    },
                  ]}
                />
              )}
            </Panel>
          </>
        )}
      </Answer>
    </Page>
  )
}
