import { Badge, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { Picture } from "../../../ui/Picture"
import { useListParams } from "../../../ui/useListParams"
import { CheckDrawer } from "./CheckDrawer"
import { PlanDrawer } from "./PlanDrawer"
import type { Check } from "./queries"
import { ChecksQuery } from "./queries"

const OUTCOMES = ["OK", "SAFETY_WRONG", "ILLEGAL"] as const
const COLORS = { OK: "green", SAFETY_WRONG: "orange", ILLEGAL: "red" } as const

/** What chance chose to be looked at (DSA art. 31), the oldest that waits on top. */
export function ChecksPage() {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [open, setOpen] = useState<Check>()
  const [plan, setPlan] = useState(false)
  const outcome = OUTCOMES.find((each) => each === params.state) ?? null
  const query = useRoomQuery(ChecksQuery, {
    page: params.page,
    search: params.search || null,
    waiting: params.state === "WAITING" ? true : null,
    outcome,
    locale: i18n.language === "en" ? "en" : "fr",
  })
  return (
    <Page
      title={t("nav.checks")}
      lead={t("goods.checksLead")}
      actions={
        <Button size="small" variant="secondary" onClick={() => setPlan(true)}>
          {t("goods.plan")}
        </Button>
      }
    >
      <List
        label={t("nav.checks")}
        query={query}
        pick={(data) => data.randomChecks}
        rowKey={(row) => row.id}
        params={params}
        search={t("goods.search")}
        filter={{
          label: t("common.state"),
          options: [
            { value: "WAITING", label: t("goods.waiting") },
            ...OUTCOMES.map((value) => ({ value, label: t(`checkOutcomes.${value}`) })),
          ],
        }}
        onOpen={setOpen}
        empty={{ title: t("goods.noChecks"), hint: t("goods.noChecksHint") }}
        columns={[
          {
            key: "product",
            header: t("common.product"),
            cell: (row) => (
              <span className="flex items-center gap-3 py-1">
                <Picture src={row.image} />
                <span className="min-w-0">
                  <button
                    type="button"
                    className="text-ui-fg-interactive line-clamp-2 max-w-80 text-left font-medium"
                    onClick={() => setOpen(row)}
                  >
                    {row.title}
                  </button>
                  <Text size="xsmall" className="text-ui-fg-muted">
                    {row.gtins[0] ?? row.brand ?? ""}
                  </Text>
                </span>
              </span>
            ),
          },
          { key: "seller", header: t("goods.trader"), cell: (row) => row.sellerName ?? t("goods.house") },
          { key: "drawn", header: t("goods.drawn"), cell: (row) => format.day(row.drawnAt) },
          {
            key: "outcome",
            header: t("goods.outcome"),
            cell: (row) =>
              row.outcome ? (
                <Badge size="2xsmall" color={COLORS[row.outcome]}>
                  {t(`checkOutcomes.${row.outcome}`)}
                </Badge>
              ) : (
                <span className="text-ui-fg-subtle">{t("goods.waiting")}</span>
              ),
          },
        ]}
      />
      {open && <CheckDrawer check={open} close={() => setOpen(undefined)} />}
      {plan && <PlanDrawer close={() => setPlan(false)} />}
    </Page>
  )
}
