import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { Panel } from "../../../ui/Panel"
import type { StoreReturn } from "../returns"
import { QrCode } from "./QrCode"

/** One label a bag: what is in it, whose it is, and its code. */
export function Labels({ settled, restart }: { settled: StoreReturn; restart?: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const bags = settled.lines.filter((line) => line.bagCode)
  return (
    <Panel title={t("desk.labels", { number: settled.number })}>
      <div className="flex flex-col gap-4">
        {restart && <Text>{t("desk.settled", { total: format.money(settled.quote.total) })}</Text>}
        <ul className="print-sheet grid gap-3 xl:grid-cols-2">
          {bags.map((line) => (
            <li
              key={line.id}
              className="flex gap-3 break-inside-avoid rounded-lg border border-[#857b6d] bg-white p-3 text-[#1f1c17]"
            >
              <QrCode value={line.bagCode ?? ""} />
              <div className="min-w-0 text-sm">
                <p className="font-mono text-base font-bold">{line.bagCode}</p>
                <p className="line-clamp-2">
                  {line.quantity} × {line.title}
                </p>
                <p className="font-semibold">{line.ownerName}</p>
                <p>
                  {line.grade} · {settled.number} · {settled.shop.name}
                </p>
              </div>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <Button size="xlarge" variant="secondary" onClick={() => window.print()}>
            {t("desk.print")}
          </Button>
          {restart && (
            <Button size="xlarge" onClick={restart}>
              {t("desk.next")}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  )
}
