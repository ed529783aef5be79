import type { TFunction } from "i18next"

/** What a mail is about, by the first half of its kind. */
export function areaOf(t: TFunction, kind: string): string {
  const [area = kind] = kind.split(".")
  return t(`mailAreas.${area}` as "mailAreas.order", { defaultValue: area })
}
