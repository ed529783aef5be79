import { ArrowDownTray } from "@medusajs/icons"
import { Button, Heading, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"
import { downloadCsv, toCsv } from "../ui/csv"
import { ErrorNote } from "../ui/Feedback"
import type { Board, Figure } from "./board"
import { GROUPS } from "./board"
import { FigureCard } from "./FigureCard"
import { FigureChart } from "./FigureChart"
import { useFigureWords } from "./useFigureWords"

interface BoardViewProps {
  /** "/operator" or "/seller": where its rows are. */
  room: string
  query: { data: Board | undefined; error: unknown; refetch: () => unknown }
  days: number
}

/** Figures in groups, each opening its rows, then the two charts that are looked at every morning. */
export function BoardView({ room, query, days }: BoardViewProps) {
  const { t } = useTranslation()
  const board = query.data
  if (query.error && !board) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  const figure = (code: Figure["code"]): Figure | undefined => board?.figures.find((each) => each.code === code)
  const goods = figure("GOODS_SOLD")
  const punctuality = figure("K7")
  return (
    <>
      {GROUPS.map(({ name, codes }) => {
        const own = board ? codes.flatMap((code) => board.figures.filter((each) => each.code === code)) : undefined
        if (own?.length === 0) return null
        return (
          <section key={name} className="flex flex-col gap-2">
            <Heading level="h2" className="text-base font-semibold">
              {t(`board.${name}`)}
            </Heading>
            <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
              {own
                ? own.map((each) => (
                    <li key={`${each.code}${each.currency ?? ""}`} className="min-w-0">
                      <FigureCard figure={each} to={`${room}/figures/${each.code}?days=${days}`} />
                    </li>
                  ))
                : codes.slice(0, 4).map((code) => (
                    <li key={code}>
                      <Skeleton className="h-32 w-full rounded-lg" />
                    </li>
                  ))}
            </ul>
          </section>
        )
      })}
      {board && (
        <div className="grid gap-4 xl:grid-cols-2">
          {goods && <FigureChart figure={goods} />}
          {punctuality && <FigureChart figure={punctuality} />}
        </div>
      )}
    </>
  )
}

/** The whole board as CSV: a line a day, a column a figure. */
export function BoardExport({ board, name }: { board: Board | undefined; name: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useFigureWords()
  const save = (): void => {
    if (!board) return
    const lines = [
      [t("chart.day"), ...board.figures.map(words.name)],
      ...(board.figures[0]?.days ?? []).map(({ day }, index) => [
        day,
        ...board.figures.map((figure) => {
          const value = figure.days[index]?.value ?? null
          return value === null ? "" : words.value(figure, value)
        }),
      ]),
      [t("board.wholePeriod"), ...board.figures.map((figure) => words.value(figure, figure.value))],
      [t("board.before"), ...board.figures.map((figure) => words.value(figure, figure.previous))],
    ]
    downloadCsv(`${name}-${board.from}-${board.to}.csv`, toCsv(lines, format.language))
  }
  return (
    <Button size="small" variant="secondary" disabled={!board} onClick={save}>
      <ArrowDownTray aria-hidden /> {t("list.export")}
    </Button>
  )
}
