import type { DayParts, FigureForm, FigureSource } from "./figure"

export interface FigureDay {
  readonly day: string
  /** null: nothing to divide by, or not measured. */
  readonly value: number | null
}

export interface Figure {
  readonly code: FigureSource["code"]
  readonly unit: FigureSource["unit"]
  readonly better: FigureSource["better"]
  readonly currency: string | null
  readonly value: number | null
  readonly previous: number | null
  readonly days: readonly FigureDay[]
  /** The days of the period before, one for each of `days`. */
  readonly before: readonly FigureDay[]
}

interface Sides {
  readonly current: readonly string[]
  readonly previous: readonly string[]
}

type Shape = Pick<FigureSource, "code" | "unit" | "form" | "better">

/**
 * A figure out of its days: the value of the period, of the one before, and of each day. Parts of several currencies
 * give one figure each, since amounts of two currencies have no sum.
 */
export function summarise(shape: Shape, parts: readonly DayParts[], sides: Sides): Figure[] {
  if (shape.form === "MEDIAN") return [medianFigure(shape, parts, sides)]
  const currencies = [...new Set(parts.map((part) => part.currency ?? null))].sort()
  if (currencies.length === 0) currencies.push(shape.unit === "MONEY" ? "EUR" : null)
  return currencies.map((currency) => {
    const own = new Map(parts.filter((part) => (part.currency ?? null) === currency).map((part) => [part.day, part]))
    const { code, unit, better, form } = shape
    return {
      code,
      unit,
      better,
      currency,
      value: valueOf(form, unit, sides.current, own),
      previous: valueOf(form, unit, sides.previous, own),
      days: sides.current.map((day) => ({ day, value: dayValue(form, unit, own.get(day)) })),
      before: sides.previous.map((day) => ({ day, value: dayValue(form, unit, own.get(day)) })),
    }
  })
}

function medianFigure({ code, unit, better }: Shape, parts: readonly DayParts[], sides: Sides): Figure {
  const of = (days: readonly string[]) => median(parts.filter((part) => days.includes(part.day)))
  const each = (days: readonly string[]) => days.map((day) => ({ day, value: of([day]) }))
  return {
    code,
    unit,
    better,
    currency: null,
    value: of(sides.current),
    previous: of(sides.previous),
    days: each(sides.current),
    before: each(sides.previous),
  }
}

/** The middle of values that were measured `bottom` times each; between two middle ones their mean. */
export function median(values: readonly Pick<DayParts, "top" | "bottom">[]): number | null {
  const sorted = [...values].sort((a, b) => a.top - b.top)
  const count = sorted.reduce((sum, { bottom = 1 }) => sum + bottom, 0)
  if (count === 0) return null
  const at = (position: number): number => {
    let seen = 0
    for (const { top, bottom = 1 } of sorted) if ((seen += bottom) > position) return top
    return sorted[sorted.length - 1]!.top
  }
  return (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2
}

const ratio = (top: number, bottom: number, unit: Shape["unit"]): number | null =>
  bottom === 0 ? null : (unit === "PERCENT" ? 100 : 1) * (top / bottom)

function dayValue(form: FigureForm, unit: Shape["unit"], part: DayParts | undefined): number | null {
  if (part?.bottom !== undefined) return ratio(part.top, part.bottom, unit)
  return form === "RATIO" ? null : (part?.top ?? 0)
}

function valueOf(
  form: FigureForm,
  unit: Shape["unit"],
  days: readonly string[],
  own: ReadonlyMap<string, DayParts>,
): number | null {
  const top = days.reduce((sum, day) => sum + (own.get(day)?.top ?? 0), 0)
  if (form === "SUM") return top
  if (form === "MEAN") return days.length === 0 ? null : top / days.length
  if (form === "LAST") return dayValue(form, unit, own.get(days[days.length - 1] ?? ""))
  return ratio(
    top,
    days.reduce((sum, day) => sum + (own.get(day)?.bottom ?? 0), 0),
    unit,
  )
}
