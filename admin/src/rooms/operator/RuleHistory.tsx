import { Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { Paging } from "../../ui/DataTable"
import { Answer, EmptyNote } from "../../ui/Feedback"
import { SidePanel } from "../../ui/SidePanel"
import { RuleChangesQuery } from "./rules"

/** Who changed which rule when; what was charged before keeps its snapshot all the same. */
export function RuleHistory({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const query = useRoomQuery(RuleChangesQuery, { page })
  return (
    <SidePanel title={t("fees.historyTitle")} close={close}>
      <Drawer.Body
        className="flex-1 overflow-y-auto p-4"
        tabIndex={0}
        role="region"
        aria-label={t("fees.historyTitle")}
      >
        <Answer query={query}>
          {({ commissionRuleChanges: changes }) =>
            changes.items.length === 0 ? (
              <EmptyNote title={t("fees.noChanges")} />
            ) : (
              <>
                <ul className="divide-y text-sm">
                  {changes.items.map((change) => (
                    <li key={change.id} className="py-2">
                      <span className="flex flex-wrap justify-between gap-x-4">
                        <span className="font-medium">{change.ruleName}</span>
                        <span>{t(`fees.ruleAction_${change.action}`)}</span>
                      </span>
                      <span className="text-ui-fg-subtle block break-words">
                        {format.dateTime(change.at)} · {t("fees.who")} {change.actor}
                        {change.fields.length > 0 && ` · ${change.fields.join(", ")}`}
                      </span>
                    </li>
                  ))}
                </ul>
                <Paging page={changes.page} pageSize={changes.pageSize} total={changes.total} go={setPage} />
              </>
            )
          }
        </Answer>
      </Drawer.Body>
    </SidePanel>
  )
}
