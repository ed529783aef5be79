import { Alert, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { Panel } from "../../../ui/Panel"
import { Picture } from "../../../ui/Picture"
import { GradeForm } from "./GradeForm"
import { Stepper } from "./Stepper"
import type { DeskLine } from "./queries"
import type { Work } from "./work"
import { withDraft, withQuantity } from "./work"

export function LineStep({ work, change }: { work: Work; change: (next: Work) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { order } = work
  return (
    <Panel title={t("desk.orderOf", { number: order.number, name: order.customerName })} flush>
      <div className="flex flex-col gap-1 px-4 pb-3 sm:px-5">
        <Text size="small" className="text-ui-fg-subtle">
          {t("desk.placed", { date: format.date(order.placedAt) })}
          {order.withdrawalUntil && ` · ${t("desk.withdrawalUntil", { date: format.date(order.withdrawalUntil) })}`}
        </Text>
        {order.heldBy && <Alert variant="warning">{t("desk.heldBy", { name: order.heldBy })}</Alert>}
      </div>
      <ul className="divide-y border-t">
        {order.lines.map((line) => (
          <Line key={line.lineId} line={line} work={work} change={change} />
        ))}
      </ul>
    </Panel>
  )
}

function Line({ line, work, change }: { line: DeskLine; work: Work; change: (next: Work) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const draft = work.lines[line.lineId]
  const closed = line.returnable === 0 || line.bases.length === 0
  return (
    <li className={`px-4 py-3 sm:px-5 ${draft ? "bg-ui-bg-highlight/40" : ""}`}>
      <div className="flex flex-wrap items-center gap-3">
        <Picture src={line.image} size={56} />
        <div className="min-w-0 flex-1 basis-44">
          <p className="line-clamp-2 font-medium">{line.title}</p>
          <p className="text-ui-fg-subtle text-sm">
            {[line.variantTitle, line.ownerName, format.money(line.unitPrice)].filter(Boolean).join(" · ")}
          </p>
          {closed && (
            <p className="text-ui-fg-error text-sm">
              {line.note ?? t(line.alreadyReturned > 0 ? "desk.alreadyReturned" : "desk.notReturnable")}
            </p>
          )}
          {!closed && line.note && <p className="text-ui-fg-subtle text-sm">{line.note}</p>}
        </div>
        {!closed && (
          <Stepper
            title={line.title}
            value={draft?.quantity ?? 0}
            most={line.returnable}
            set={(quantity) => change(withQuantity(work, line, quantity))}
          />
        )}
      </div>
      {draft && <GradeForm line={line} draft={draft} change={(part) => change(withDraft(work, line.lineId, part))} />}
    </li>
  )
}
