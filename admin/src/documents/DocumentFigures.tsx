import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"
import { useKind } from "../rooms/seller/statement"
import { Terms } from "../ui/Terms"
import type { WholeDocument } from "./queries"

/** The lines and totals of an invoice, or the movements of a statement. */
export function DocumentFigures({ document }: { document: WholeDocument }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kind = useKind()
  const bold = (text: string) => <strong className="font-semibold">{text}</strong>
  if (document.opening)
    return (
      <Terms
        rows={[
          [t("documents.opening"), format.money(document.opening)],
          ...document.movements.map((each) => [kind(each.kind), format.money(each.amount)] as const),
          [t("documents.closing"), bold(format.money(document.gross))],
        ]}
      />
    )
  return (
    <Terms
      rows={[
        ...document.lines.map((line) => [line.label, format.money(line.net)] as const),
        ...(document.net ? [[t("documents.net"), format.money(document.net)] as const] : []),
        ...document.vatBreakdown.map(
          (each) =>
            [
              each.category === "S"
                ? t("documents.vat", { rate: format.bps(each.rateBps) })
                : t(`documents.vat${each.category}`),
              format.money(each.vat),
            ] as const,
        ),
        [t("documents.gross"), bold(format.money(document.gross))],
      ]}
    />
  )
}
