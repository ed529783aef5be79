import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { Answer } from "../../../ui/Feedback"
import { Choice } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { SaveBar } from "../../../ui/SaveBar"
import { categoryChoices } from "../categoryChoices"
import { CategoryPicks } from "./CategoryPicks"
import type { Policy } from "./queries"
import { CategoriesQuery, PolicyQuery, SavePolicyMutation } from "./queries"
import { REQUIREMENTS } from "./requirements"

export function ListingRulesPage() {
  const { t } = useTranslation()
  const query = useRoomQuery(PolicyQuery, {})
  return (
    <Page title={t("nav.listingRules")} lead={t("listingRules.lead")}>
      <Answer query={query} rows={8}>
        {({ listingPolicy }) => <RulesForm key={JSON.stringify(listingPolicy)} policy={listingPolicy} />}
      </Answer>
    </Page>
  )
}

function RulesForm({ policy }: { policy: Policy }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(policy)
  const categories = useRoomQuery(CategoriesQuery, {})
  const choices = categoryChoices(categories.data?.categories ?? [])
  const save = useRoomMutation(SavePolicyMutation, { said: t("listingRules.saved"), quiet: true })
  const setRule = (at: number, change: Partial<Policy["rules"][number]>): void =>
    setDraft({ ...draft, rules: draft.rules.map((rule, index) => (index === at ? { ...rule, ...change } : rule)) })
  const setEpr = (at: number, change: Partial<Policy["epr"][number]>): void =>
    setDraft({ ...draft, epr: draft.epr.map((rule, index) => (index === at ? { ...rule, ...change } : rule)) })
  const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at)
  return (
    <>
      <FormError error={save.error} />
      <Panel title={t("listingRules.rules")}>
        <div className="flex flex-col gap-3">
          {draft.rules.map((rule, at) => (
            <div
              key={at}
              className="grid items-center gap-2 border-b pb-3 last:border-b-0 sm:grid-cols-[14rem_12rem_1fr_auto]"
            >
              <Choice
                aria-label={t("listingRules.requirement")}
                value={rule.requirement}
                choices={REQUIREMENTS.map((value) => ({ value, label: t(`requirements.${value}`) }))}
                onChange={(event) => setRule(at, { requirement: event.target.value })}
              />
              <Choice
                aria-label={t("listingRules.level")}
                value={rule.level}
                choices={(["BLOCK", "WARN"] as const).map((value) => ({ value, label: t(`listingRules.${value}`) }))}
                onChange={(event) => setRule(at, { level: event.target.value as "BLOCK" | "WARN" })}
              />
              <CategoryPicks
                choices={choices}
                picked={rule.categories}
                none={t("listingRules.everywhere")}
                change={(picked) => setRule(at, { categories: picked })}
              />
              <Button
                size="small"
                variant="transparent"
                onClick={() => setDraft({ ...draft, rules: without(draft.rules, at) })}
              >
                {t("listingRules.remove")}
              </Button>
            </div>
          ))}
          <Button
            size="small"
            variant="secondary"
            className="self-start"
            onClick={() =>
              setDraft({
                ...draft,
                rules: [...draft.rules, { requirement: "warnings", categories: [], level: "BLOCK" }],
              })
            }
          >
            {t("listingRules.add")}
          </Button>
        </div>
      </Panel>
      <Panel title={t("listingRules.epr")}>
        <div className="flex flex-col gap-3">
          <Text size="small" className="text-ui-fg-subtle">
            {t("listingRules.eprText")}
          </Text>
          {draft.epr.map((rule, at) => (
            <div
              key={at}
              className="grid items-center gap-2 border-b pb-3 last:border-b-0 sm:grid-cols-[14rem_1fr_auto]"
            >
              <Input
                size="small"
                aria-label={t("listingRules.stream")}
                placeholder={t("listingRules.stream")}
                value={rule.stream}
                onChange={(event) => setEpr(at, { stream: event.target.value })}
              />
              <CategoryPicks
                choices={choices}
                picked={rule.categories}
                none={t("listingRules.nowhere")}
                change={(picked) => setEpr(at, { categories: picked })}
              />
              <Button
                size="small"
                variant="transparent"
                onClick={() => setDraft({ ...draft, epr: without(draft.epr, at) })}
              >
                {t("listingRules.remove")}
              </Button>
            </div>
          ))}
          <Button
            size="small"
            variant="secondary"
            className="self-start"
            onClick={() => setDraft({ ...draft, epr: [...draft.epr, { stream: "", categories: [] }] })}
          >
            {t("listingRules.addStream")}
          </Button>
        </div>
      </Panel>
      <Panel title={t("listingRules.sources")}>
        <div className="flex flex-col gap-2">
          <Text size="small" className="text-ui-fg-subtle">
            {t("listingRules.sourcesText")}
          </Text>
          <Input
            size="small"
            aria-label={t("listingRules.sources")}
            value={draft.warnOnlySources.join(", ")}
            onChange={(event) => setDraft({ ...draft, warnOnlySources: event.target.value.split(/,\s*/) })}
          />
        </div>
      </Panel>
      <SaveBar
        dirty={JSON.stringify(draft) !== JSON.stringify(policy)}
        saving={save.isPending}
        discard={() => setDraft(policy)}
        save={() =>
          save.mutate({
            policy: {
              rules: draft.rules.map(({ requirement, categories: handles, level }) => ({
                requirement,
                categories: handles,
                level,
              })),
              epr: draft.epr
                .filter((rule) => rule.stream.trim())
                .map(({ stream, categories: handles }) => ({ stream: stream.trim(), categories: handles })),
              warnOnlySources: draft.warnOnlySources.map((source) => source.trim()).filter(Boolean),
            },
          })
        }
      />
    </>
  )
}
