import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Paging } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Figures } from "../../../ui/Figures"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { ExplainSteps } from "./ExplainSteps"
import { HitList } from "./HitList"
import { QueryBar } from "./QueryBar"
import { ExplainQuery } from "./search"

/** One search with all its reasons: how the query was read, and why each product stands where it stands. */
export function ExplainPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [address, setAddress] = useSearchParams()
  const query = address.get("query") ?? ""
  const category = address.get("category") ?? ""
  const page = Number(address.get("page")) || 1
  const go = (next: Record<string, string>): void =>
    setAddress(Object.fromEntries(Object.entries(next).filter(([, value]) => value)))
  const answer = useRoomQuery(
    ExplainQuery,
    {
      input: {
        query: query || null,
        category: category || null,
        locale: format.language,
        explain: true,
        page,
        pageSize: 24,
      },
    },
    { enabled: Boolean(query || category) },
  )
  return (
    <Page title={t("nav.explain")} lead={t("search.explainLead")}>
      <Panel>
        <QueryBar key={query} place={{ query, category }} show={(place) => go({ ...place })} />
      </Panel>
      {!query && !category ? (
        <EmptyNote title={t("search.explainEmpty")} />
      ) : (
        <Answer query={answer}>
          {({ search }) => (
            <>
              <Figures
                figures={[
                  { label: t("search.found"), value: format.number(search.total) },
                  { label: t("search.took"), value: `${format.number(search.tookMs)} ms` },
                  { label: t("search.corrected"), value: search.correctedQuery ?? "–" },
                  { label: t("search.relaxed"), value: search.relaxed?.label ?? "–" },
                ]}
              />
              <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
                <Panel title={t("search.organic")} flush>
                  {search.hits.length === 0 ? (
                    <EmptyNote title={t("search.nothing")} />
                  ) : (
                    <HitList hits={search.hits} />
                  )}
                  <Paging {...search} go={(next) => go({ query, category, page: String(next) })} />
                </Panel>
                <div className="flex min-w-0 flex-col gap-4">
                  <Panel title={t("search.plan")}>
                    <div className="-ml-9">
                      <ExplainSteps steps={search.plan} summary={t("search.steps")} open />
                    </div>
                  </Panel>
                  <Panel title={t("search.sponsored")}>
                    {search.sponsored.length === 0 && (
                      <Text size="small" className="text-ui-fg-subtle">
                        {t("search.noSponsored")}
                      </Text>
                    )}
                    <ul className="flex flex-col gap-2 text-sm">
                      {search.sponsored.map((slot) => (
                        <li key={slot.slot}>
                          {t("search.sponsoredAt", {
                            place: slot.slot + 1,
                            title: slot.card.title,
                            advertiser: slot.disclosure.advertiser,
                          })}
                        </li>
                      ))}
                    </ul>
                  </Panel>
                </div>
              </div>
            </>
          )}
        </Answer>
      )}
    </Page>
  )
}
