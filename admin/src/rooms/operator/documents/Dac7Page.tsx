import { ArrowDownTray, ChevronLeft, ChevronRight } from "@medusajs/icons"
import { Button, IconButton, StatusBadge } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../../../api/errors"
import { fetchFile } from "../../../api/files"
import { graphql, type ResultOf } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Figures } from "../../../ui/Figures"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { notify } from "../../../ui/notify"
import { useConfirm } from "../../../ui/useConfirm"
import { Dac7Lacks } from "./Dac7Lacks"
import { Dac7Rates } from "./Dac7Rates"

const Row = graphql(`
  fragment Dac7RowFigures on Dac7Row @_unmask {
    sellerId
    sellerName
    outcome
    missing
    sales
    consideration {
      amount
      currency
    }
    quarters {
      quarter
      sales
      consideration {
        amount
        currency
      }
      fees {
        amount
        currency
      }
    }
  }
`)

const YearQuery = graphql(
  `
    query Dac7Year($year: Int!) {
      now
      dac7Year(year: $year) {
        year
        lacksRates
        rates {
          currency
          euroMicros
          source
          setAt
        }
        rows {
          ...Dac7RowFigures
        }
        reports {
          id
          version
          messageRef
          madeAt
          sellers
          excluded
          copiesSentAt
        }
      }
    }
  `,
  [Row],
)

type Year = ResultOf<typeof YearQuery>["dac7Year"]

const MakeMutation = graphql(`
  mutation MakeDac7Report($year: Int!) {
    makeDac7Report(year: $year) {
      id
      messageRef
    }
  }
`)

const CopiesMutation = graphql(`
  mutation SendDac7Copies($id: ID!) {
    sendDac7Copies(reportId: $id) {
      id
    }
  }
`)

const COLORS = { REPORTED: "green", EXCLUDED: "grey", ELSEWHERE: "grey", INCOMPLETE: "red" } as const

/** The yearly report on sellers: who is in it and why, the XML, the copies, and whose data lack. */
export function Dac7Page() {
  const { t } = useTranslation()
  const [year, setYear] = useState(new Date().getFullYear())
  const query = useRoomQuery(YearQuery, { year })
  const make = useRoomMutation(MakeMutation, { said: t("dac7.made") })
  const over = query.data !== undefined && year < Number(query.data.now.slice(0, 4))
  return (
    <Page
      title={t("nav.dac7")}
      lead={t("dac7.lead")}
      actions={
        <>
          <div className="flex items-center gap-1">
            <IconButton aria-label={t("dac7.before")} onClick={() => setYear(year - 1)}>
              <ChevronLeft />
            </IconButton>
            <span className="min-w-14 text-center text-sm font-medium" aria-live="polite">
              {year}
            </span>
            <IconButton aria-label={t("dac7.after")} onClick={() => setYear(year + 1)}>
              <ChevronRight />
            </IconButton>
          </div>
          <Button
            disabled={!over || query.data?.dac7Year.lacksRates.length !== 0}
            isLoading={make.isPending}
            onClick={() => make.mutate({ year })}
          >
            {t("dac7.make")}
          </Button>
        </>
      }
    >
      <Answer query={query}>
        {({ dac7Year }) => (
          <>
            <Dac7Rates key={year} year={year} rates={dac7Year.rates} lacks={dac7Year.lacksRates} />
            {dac7Year.lacksRates.length === 0 && <Summary year={dac7Year} />}
            <Reports year={dac7Year} />
            {dac7Year.lacksRates.length === 0 && <Rows year={dac7Year} />}
          </>
        )}
      </Answer>
      <Dac7Lacks />
    </Page>
  )
}

function Summary({ year }: { year: Year }) {
  const { t } = useTranslation()
  const format = useFormat()
  const count = (outcome: Year["rows"][number]["outcome"]): string =>
    format.number(year.rows.filter((row) => row.outcome === outcome).length)
  return (
    <Figures
      figures={(["REPORTED", "EXCLUDED", "ELSEWHERE", "INCOMPLETE"] as const).map((outcome) => ({
        label: t(`dac7.${outcome}`),
        value: count(outcome),
      }))}
    />
  )
}

function Reports({ year }: { year: Year }) {
  const { t } = useTranslation()
  const format = useFormat()
  const confirm = useConfirm()
  const copies = useRoomMutation(CopiesMutation, { said: t("dac7.copiesSent") })
  if (year.reports.length === 0) return null
  const download = (report: Year["reports"][number]): void =>
    void fetchFile("OPERATOR", `/portal/dac7/${report.id}`, `${report.messageRef}.xml`).catch((error: unknown) =>
      notify.failed(t("errors.title"), messageOf(error, t)),
    )
  const send = async (id: string): Promise<void> => {
    const question = { title: t("dac7.copiesTitle"), description: t("dac7.copiesText"), confirm: t("dac7.sendCopies") }
    if (await confirm({ ...question, danger: false })) copies.mutate({ id })
  }
  return (
    <Panel title={t("dac7.reports")} flush>
      <DataTable
        label={t("dac7.table", { title: t("dac7.reports") })}
        rows={year.reports}
        rowKey={(report) => report.id}
        columns={[
          { key: "reference", header: t("dac7.reference"), cell: (report) => report.messageRef },
          { key: "made", header: t("common.date"), cell: (report) => format.dateTime(report.madeAt) },
          { key: "sellers", header: t("dac7.REPORTED"), end: true, cell: (report) => format.number(report.sellers) },
          {
            key: "files",
            header: t("dac7.file"),
            cell: (report) => (
              <div className="flex items-center gap-2">
                <Button size="small" variant="secondary" onClick={() => download(report)}>
                  <ArrowDownTray aria-hidden /> XML
                </Button>
                {report.copiesSentAt ? (
                  t("dac7.copiesAt", { date: format.date(report.copiesSentAt) })
                ) : (
                  <Button size="small" variant="secondary" onClick={() => void send(report.id)}>
                    {t("dac7.sendCopies")}
                  </Button>
                )}
              </div>
            ),
          },
        ]}
      />
    </Panel>
  )
}

function Rows({ year }: { year: Year }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Panel title={t("dac7.sellers")} flush>
      {year.rows.length === 0 ? (
        <EmptyNote title={t("dac7.none")} />
      ) : (
        <DataTable
          label={t("dac7.table", { title: t("dac7.sellers") })}
          rows={year.rows}
          rowKey={(row) => row.sellerId}
          columns={[
            { key: "seller", header: t("documents.seller"), cell: (row) => row.sellerName },
            {
              key: "outcome",
              header: t("dac7.outcome"),
              cell: (row) => (
                <StatusBadge color={COLORS[row.outcome]} className="whitespace-nowrap">
                  {t(`dac7.${row.outcome}`)}
                </StatusBadge>
              ),
            },
            { key: "sales", header: t("dac7.sales"), end: true, cell: (row) => format.number(row.sales) },
            ...[0, 1, 2, 3].map((index) => ({
              key: `q${index + 1}`,
              header: t("dac7.quarter", { quarter: index + 1 }),
              end: true,
              cell: (row: Year["rows"][number]) => {
                const quarter = row.quarters[index]
                return quarter ? format.money(quarter.consideration) : "–"
              },
            })),
            {
              key: "consideration",
              header: t("dac7.consideration"),
              end: true,
              cell: (row) => <strong className="font-semibold">{format.money(row.consideration)}</strong>,
            },
          ]}
        />
      )}
    </Panel>
  )
}
