import { Plus, XMark } from "@medusajs/icons"
import { Button, IconButton, Input, Text } from "@medusajs/ui"
import type { ClipboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { Choice } from "../../ui/Fields"
import type { StepProps } from "./ProductStep"
import { EMPTY_ROW } from "./draft"
import type { TargetKind, TargetRow } from "./paste"
import { isTable, parsePaste } from "./paste"

const KINDS: readonly TargetKind[] = ["KEYWORD_EXACT", "KEYWORD_PHRASE", "KEYWORD_BROAD", "CATEGORY"]

/** A grid of targets; a table pasted into any cell becomes rows from there on. */
export function TargetStep({ draft, change, problems }: StepProps) {
  const { t } = useTranslation()
  const rows = draft.targets
  const set = (index: number, part: Partial<TargetRow>): void =>
    change({ targets: rows.map((row, i) => (i === index ? { ...row, ...part } : row)) })
  const paste = (index: number, event: ClipboardEvent): void => {
    const text = event.clipboardData.getData("text/plain")
    if (!isTable(text)) return
    event.preventDefault()
    const here = rows[index] ?? EMPTY_ROW
    const pasted = parsePaste(text, { kind: here.kind, bid: here.bid })
    const rest = rows.slice(index + 1).filter((row) => row.value)
    change({ targets: [...rows.slice(0, index), ...pasted, ...rest, EMPTY_ROW] })
  }
  return (
    <div className="flex flex-col gap-3">
      <Text size="small" className="text-ui-fg-subtle">
        {t("brand.targetsHint")}
      </Text>
      {problems.targets && (
        <Text role="alert" size="small" className="text-ui-fg-error">
          {t("brand.needTarget")}
        </Text>
      )}
      <div className="overflow-x-auto p-0.5" role="region" aria-label={t("brand.targets")} tabIndex={0}>
        <table className="w-full min-w-[30rem] border-separate border-spacing-y-1.5 text-sm">
          <thead>
            <tr className="text-ui-fg-subtle text-left">
              <th scope="col" className="px-1 font-medium">
                {t("brand.keyword")}
              </th>
              <th scope="col" className="w-44 px-1 font-medium">
                {t("brand.match")}
              </th>
              <th scope="col" className="w-32 px-1 font-medium">
                {t("brand.bidUnit")}
              </th>
              <th className="w-9">
                <span className="sr-only">{t("common.actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody
            onPaste={(event) => paste(Number((event.target as HTMLElement).closest("tr")?.dataset.index ?? 0), event)}
          >
            {rows.map((row, index) => (
              <tr key={index} data-index={index}>
                <td className="px-1">
                  <Input
                    size="small"
                    aria-label={`${t("brand.keyword")} ${index + 1}`}
                    value={row.value}
                    onChange={(e) => set(index, { value: e.target.value })}
                  />
                </td>
                <td className="px-1">
                  <Choice
                    aria-label={`${t("brand.match")} ${index + 1}`}
                    value={row.kind}
                    onChange={(e) => set(index, { kind: e.target.value as TargetKind })}
                    choices={KINDS.map((value) => ({ value, label: t(`targets.${value}`) }))}
                  />
                </td>
                <td className="px-1">
                  <Input
                    size="small"
                    inputMode="decimal"
                    className="tabular text-right"
                    aria-label={`${t("brand.bidUnit")} ${index + 1}`}
                    aria-invalid={Boolean(problems[`bid.${index}`])}
                    value={row.bid}
                    onChange={(e) => set(index, { bid: e.target.value })}
                  />
                </td>
                <td>
                  <IconButton
                    size="small"
                    variant="transparent"
                    aria-label={t("brand.removeTarget", { index: index + 1 })}
                    onClick={() =>
                      change({ targets: rows.length > 1 ? rows.filter((_, i) => i !== index) : [EMPTY_ROW] })
                    }
                  >
                    <XMark />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {Object.keys(problems).some((key) => key.startsWith("bid.")) && (
        <Text role="alert" size="small" className="text-ui-fg-error">
          {t("brand.bidError")}
        </Text>
      )}
      <Button
        size="small"
        variant="secondary"
        className="self-start"
        onClick={() =>
          change({
            targets: [
              ...rows,
              { ...EMPTY_ROW, bid: rows.at(-1)?.bid ?? "", kind: rows.at(-1)?.kind ?? EMPTY_ROW.kind },
            ],
          })
        }
      >
        <Plus aria-hidden /> {t("brand.addTarget")}
      </Button>
    </div>
  )
}
