import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"
import type { LevelFigure, LevelName } from "./levels"
import { isFloor } from "./levels"

/** A service level's value and limits in the reader's words. */
export function useLevelWords() {
  const { t } = useTranslation()
  const format = useFormat()
  const value = (level: LevelName, amount: number | null): string => {
    if (amount === null) return "–"
    const rounded = Math.round(amount * 10) / 10
    return level === "responseHours" ? t("levels.hours", { hours: format.number(rounded) }) : format.percent(rounded)
  }
  const limit = (level: LevelName, amount: number): string =>
    t(isFloor(level) ? "levels.atLeast" : "levels.atMost", { limit: value(level, amount) })
  return {
    value,
    limit,
    basis: ({ level, count, of }: LevelFigure): string =>
      level === "responseHours"
        ? t("levels.answers", { count: of })
        : t("levels.basis", { count: format.number(count), of: format.number(of) }),
  }
}
