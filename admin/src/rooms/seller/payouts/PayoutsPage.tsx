import { Alert } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ResultOf } from "../../../api/graphql"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import type { PayoutRow } from "../../../payouts/documents"
import { PayoutBadge } from "../../../payouts/PayoutBadge"
import { PayoutDetails } from "../../../payouts/PayoutDetails"
import { useSchedule } from "../../../payouts/useSchedule"
import { Answer } from "../../../ui/Feedback"
import { Figures } from "../../../ui/Figures"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { SidePanel } from "../../../ui/SidePanel"
import { Terms } from "../../../ui/Terms"
import { useListParams } from "../../../ui/useListParams"
import { AccountPanel } from "./AccountPanel"
import { HoldsPanel } from "./HoldsPanel"
import { EntriesQuery, OverviewQuery, PayoutsQuery } from "./queries"

const FILTERED = ["TO_PAY", "IN_TRANSIT", "PAID", "UNRESOLVED", "REFUSED", "RETURNED"] as const

/** A figure of the terms in each currency that the seller has. */
const figures = (
  { balances, terms }: ResultOf<typeof OverviewQuery>["sellerPayoutOverview"],
  which: "minimum" | "reserveTarget",
) =>
  balances.map(({ currency }) => ({
    amount: (terms.currencies.find((each) => each.currency === currency) ?? terms)[which],
    currency,
  }))

/** What a seller is owed, what waits, where it goes, and every payout with its entries. */
export function PayoutsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const schedule = useSchedule()
  const query = useRoomQuery(OverviewQuery, {})
  return (
    <Page title={t("payouts.title")} lead={t("payouts.lead")}>
      <Answer query={query}>
        {({ sellerPayoutOverview: overview }) => (
          <>
            {overview.blocks.length > 0 && (
              <Alert variant="warning">
                <strong>{t("payouts.blocked")}</strong>
                <ul className="list-disc pl-5">
                  {overview.blocks.map((block) => (
                    <li key={block}>
                      {t(`payouts.${block}`)} {block === "PAUSED" && overview.pausedReason}
                    </li>
                  ))}
                </ul>
              </Alert>
            )}
            {overview.balances.map((each) => (
              <Figures
                key={each.currency}
                figures={[
                  { label: t("payouts.available"), value: format.money(each.available) },
                  { label: t("payouts.onHold"), value: format.money(each.onHold) },
                  ...(each.claimed.amount !== 0
                    ? [{ label: t("payouts.claimed"), value: format.money(each.claimed) }]
                    : []),
                  { label: t("payouts.inTransit"), value: format.money(each.inTransit) },
                  { label: t("payouts.reserve"), value: format.money(each.reserve) },
                ]}
              />
            ))}
            <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
              <HoldsPanel />
              <div className="flex flex-col gap-4">
                <Panel title={t("payouts.nextPayday")}>
                  <Terms
                    rows={[
                      [
                        t("payouts.nextPayday"),
                        overview.nextPayday ? format.date(`${overview.nextPayday}T12:00:00Z`) : t("payouts.noPayday"),
                      ],
                      [t("payouts.schedule"), schedule(overview.terms.schedule)],
                      [t("payouts.minimum"), figures(overview, "minimum").map(format.money).join(" · ")],
                      [t("payouts.holdDays"), t("payouts.days", { count: overview.terms.holdDays })],
                      ...(figures(overview, "reserveTarget").some((each) => each.amount > 0)
                        ? ([
                            [
                              t("payouts.reserveTarget"),
                              figures(overview, "reserveTarget").map(format.money).join(" · "),
                            ],
                          ] as const)
                        : []),
                    ]}
                  />
                </Panel>
                <AccountPanel account={overview.account} />
              </div>
            </div>
          </>
        )}
      </Answer>
      <History />
    </Page>
  )
}

function History() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [open, setOpen] = useState<PayoutRow>()
  const query = useRoomQuery(PayoutsQuery, {
    page: params.page,
    state: (params.state || null) as PayoutRow["state"] | null,
  })
  return (
    <>
      <List
        label={t("payouts.history")}
        query={query}
        pick={(data) => data.sellerPayouts}
        rowKey={(row) => row.id}
        params={params}
        filter={{
          label: t("common.state"),
          options: FILTERED.map((value) => ({ value, label: t(`payouts.${value}`) })),
        }}
        onOpen={setOpen}
        empty={{ title: t("payouts.none"), hint: t("payouts.noneHint") }}
        columns={[
          {
            key: "created",
            header: t("payouts.created"),
            cell: (row) => (
              <button type="button" className="text-ui-fg-interactive" onClick={() => setOpen(row)}>
                {format.date(row.createdAt)}
              </button>
            ),
          },
          { key: "state", header: t("common.state"), cell: (row) => <PayoutBadge state={row.state} /> },
          {
            key: "to",
            header: t("payouts.to"),
            wide: true,
            cell: (row) => (row.last4 ? `•••• ${row.last4}` : "–"),
          },
          {
            key: "entries",
            header: t("payouts.entryCount"),
            end: true,
            wide: true,
            cell: (row) => format.number(row.entryCount),
          },
          { key: "amount", header: t("common.amount"), end: true, cell: (row) => format.money(row.amount) },
          {
            key: "paid",
            header: t("payouts.paidAt"),
            wide: true,
            cell: (row) => (row.paidAt ? format.date(row.paidAt) : "–"),
          },
        ]}
      />
      {open && (
        <SidePanel title={t("payouts.payout")} close={() => setOpen(undefined)}>
          <Details payout={open} />
        </SidePanel>
      )}
    </>
  )
}

function Details({ payout }: { payout: PayoutRow }) {
  const format = useFormat()
  const [page, setPage] = useState(1)
  const query = useRoomQuery(EntriesQuery, { payoutId: payout.id, page, locale: format.language })
  return <PayoutDetails payout={payout} entries={{ ...query, data: query.data?.sellerPayoutEntries }} go={setPage} />
}
