import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { NotFound } from "../app/NotFound"
import { roomRequest, useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { BackLink } from "../ui/BackLink"
import { Answer } from "../ui/Feedback"
import { Figures } from "../ui/Figures"
import { List } from "../ui/List"
import { Page } from "../ui/Page"
import { useListParams } from "../ui/useListParams"
import type { Board, FigureCode } from "./board"
import { FigureRowsQuery, GROUPS } from "./board"
import { FigureChart } from "./FigureChart"
import { PeriodSwitch, usePeriod } from "./PeriodSwitch"
import { TargetForm } from "./TargetForm"
import { useFigureWords } from "./useFigureWords"
import { useRowColumns } from "./useRowColumns"

interface FigurePageProps {
  room: string
  useBoard: (days: number) => { data: Board | undefined; error: unknown; isLoading: boolean; refetch: () => unknown }
}

const CODES = GROUPS.flatMap((group) => group.codes)

/** A figure, how it is counted, how it went, and every row behind it. */
export function FigurePage(props: FigurePageProps) {
  const { code } = useParams()
  const known = CODES.find((each) => each === code)
  return known ? <KnownFigure {...props} code={known} /> : <NotFound />
}

function KnownFigure({ room, useBoard, code }: FigurePageProps & { code: FigureCode }) {
  const { t } = useTranslation()
  const words = useFigureWords()
  const [days, choose] = usePeriod()
  const query = useBoard(days)
  return (
    <Page
      title={t(`figures.${code}`)}
      lead={t(`figureHelp.${code}`)}
      actions={<PeriodSwitch days={days} choose={choose} />}
    >
      <BackLink to={`${room}?days=${days}`}>{t("nav.dashboard")}</BackLink>
      <Answer query={query}>
        {(board) => {
          const figures = board.figures.filter((each) => each.code === code)
          return (
            <>
              {figures.map((figure) => (
                <Figures
                  key={figure.currency ?? ""}
                  figures={[
                    { label: words.name(figure), value: words.value(figure, figure.value), hint: words.trend(figure) },
                    { label: t("board.before"), value: words.value(figure, figure.previous) },
                    ...(room === "/operator"
                      ? [{ label: t("board.targetLabel"), value: words.value(figure, figure.target) }]
                      : []),
                  ]}
                />
              ))}
              {figures.map((figure) => (
                <FigureChart key={figure.currency ?? ""} figure={figure} title={t("board.byDay")} />
              ))}
              {room === "/operator" && figures[0] && <TargetForm key={String(figures[0].target)} figure={figures[0]} />}
            </>
          )
        }}
      </Answer>
      <Rows code={code} days={days} />
    </Page>
  )
}

function Rows({ code, days }: { code: FigureCode; days: number }) {
  const { t } = useTranslation()
  const room = useRoom()
  const params = useListParams()
  const query = useRoomQuery(FigureRowsQuery, { code, days, page: params.page, pageSize: 25 })
  const columns = useRowColumns(query.data?.figureRows.columns ?? [])
  return (
    <List
      label={t("board.rows")}
      query={query}
      pick={(data) => data.figureRows}
      rowKey={(row) => row.key}
      params={params}
      empty={{ title: t("board.noRows") }}
      columns={columns}
      exportPage={async (page) =>
        (await roomRequest(room, FigureRowsQuery, { code, days, page, pageSize: 100 })).figureRows
      }
    />
  )
}
