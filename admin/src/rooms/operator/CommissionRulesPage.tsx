import { ArrowDownMini, ArrowUpMini, Plus } from "@medusajs/icons"
import { Button, IconButton, StatusBadge } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { Answer, EmptyNote } from "../../ui/Feedback"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { StateBadge } from "../../ui/StateBadge"
import { useConfirm } from "../../ui/useConfirm"
import { RuleDrawer } from "./RuleDrawer"
import { RuleHistory } from "./RuleHistory"
import type { Rule } from "./rules"
import { DeleteRuleMutation, MoveRuleMutation, RulesQuery } from "./rules"
import { useRuleSentence } from "./useRuleSentence"

export function CommissionRulesPage() {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<Rule | "new">()
  const [history, setHistory] = useState(false)
  const { language } = useFormat()
  const query = useRoomQuery(RulesQuery, { locale: language })
  return (
    <Page
      title={t("nav.commissionRules")}
      lead={t("operator.rulesLead")}
      actions={
        <>
          <Button size="small" variant="secondary" onClick={() => setHistory(true)}>
            {t("fees.history")}
          </Button>
          <Button size="small" onClick={() => setEdited("new")}>
            <Plus aria-hidden /> {t("operator.newRule")}
          </Button>
        </>
      }
    >
      <Panel flush>
        <Answer query={query}>
          {({ commissionRules }) =>
            commissionRules.length === 0 ? (
              <EmptyNote title={t("operator.noRules")} hint={t("operator.noRulesHint")} />
            ) : (
              <Rules rules={[...commissionRules].sort((a, b) => a.position - b.position)} edit={setEdited} />
            )
          }
        </Answer>
      </Panel>
      {history && <RuleHistory close={() => setHistory(false)} />}
      {edited && <RuleDrawer rule={edited === "new" ? undefined : edited} close={() => setEdited(undefined)} />}
    </Page>
  )
}

function Rules({ rules, edit }: { rules: readonly Rule[]; edit: (rule: Rule) => void }) {
  const { t } = useTranslation()
  const sentence = useRuleSentence()
  const confirm = useConfirm()
  const [dragged, setDragged] = useState<string>()
  const move = useRoomMutation(MoveRuleMutation)
  const remove = useRoomMutation(DeleteRuleMutation, { said: t("operator.ruleDeleted") })
  const place = (id: string, at: Rule | undefined): void => {
    if (at && at.id !== id) move.mutate({ id, position: at.position })
  }
  const askDelete = async (rule: Rule): Promise<void> => {
    const sure = await confirm({
      title: t("operator.deleteRuleTitle", { name: rule.name }),
      description: t("operator.deleteRuleText"),
      confirm: t("common.delete"),
    })
    if (sure) remove.mutate({ id: rule.id })
  }
  return (
    <ol className="divide-y">
      {rules.map((rule, index) => (
        <li
          key={rule.id}
          draggable
          onDragStart={() => setDragged(rule.id)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => dragged && place(dragged, rule)}
          className={`flex flex-wrap items-center gap-3 px-4 py-3 sm:px-5 ${dragged === rule.id ? "opacity-60" : ""} ${rule.active ? "" : "bg-ui-bg-subtle"}`}
        >
          <span className="flex flex-col">
            <IconButton
              size="2xsmall"
              variant="transparent"
              disabled={index === 0 || move.isPending}
              aria-label={t("operator.moveUp", { name: rule.name })}
              onClick={() => place(rule.id, rules[index - 1])}
            >
              <ArrowUpMini />
            </IconButton>
            <IconButton
              size="2xsmall"
              variant="transparent"
              disabled={index === rules.length - 1 || move.isPending}
              aria-label={t("operator.moveDown", { name: rule.name })}
              onClick={() => place(rule.id, rules[index + 1])}
            >
              <ArrowDownMini />
            </IconButton>
          </span>
          <span className="tabular bg-ui-bg-component flex size-7 items-center justify-center rounded-full text-xs font-medium">
            {index + 1}
          </span>
          <button type="button" className="min-w-0 flex-1 basis-56 text-left" onClick={() => edit(rule)}>
            <span className="block font-medium">{rule.name}</span>
            <span className="text-ui-fg-subtle block text-sm">{sentence(rule)}</span>
          </button>
          <RuleState rule={rule} />
          <Button
            size="small"
            variant="secondary"
            aria-label={`${t("common.edit")} ${rule.name}`}
            onClick={() => edit(rule)}
          >
            {t("common.edit")}
          </Button>
          <Button
            size="small"
            variant="transparent"
            aria-label={`${t("common.delete")} ${rule.name}`}
            onClick={() => void askDelete(rule)}
          >
            {t("common.delete")}
          </Button>
        </li>
      ))}
    </ol>
  )
}

/** Nothing to say of a rule that simply holds. */
function RuleState({ rule }: { rule: Rule }) {
  const { t } = useTranslation()
  if (!rule.active) return <StateBadge state="PAUSED" />
  if (rule.inForce) return null
  const ended = rule.effectiveUntil !== null && new Date(rule.effectiveUntil) <= new Date()
  return <StatusBadge color={ended ? "grey" : "blue"}>{t(ended ? "fees.ended" : "fees.scheduled")}</StatusBadge>
}
