import { Text } from "@medusajs/ui"
import { useDeferredValue } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../../api/errors"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { Panel } from "../../ui/Panel"
import { Terms } from "../../ui/Terms"
import type { CampaignDraft } from "./draft"
import { targetsOf } from "./draft"

const EstimateQuery = graphql(`
  query CampaignEstimate($targets: [CampaignTargetInput!]!) {
    campaignEstimate(targets: $targets) {
      eligibleViews
      floor {
        micros
        currency
      }
      medianWinningBid {
        micros
        currency
      }
    }
  }
`)

/** What the last month would have offered; it follows the grid as one types. */
export function EstimatePanel({ draft }: { draft: CampaignDraft }) {
  const { t } = useTranslation()
  const format = useFormat()
  const targets = useDeferredValue(targetsOf(draft))
  const query = useRoomQuery(EstimateQuery, { targets }, { enabled: targets.length > 0 })
  const estimate = targets.length > 0 ? query.data?.campaignEstimate : undefined
  const low = estimate ? targets.filter((target) => target.bidMicros < estimate.floor.micros).length : 0
  return (
    <Panel title={t("brand.estimate")} className="lg:sticky lg:top-20">
      <div aria-live="polite" className="flex flex-col gap-3">
        {!estimate && (
          <Text size="small" className="text-ui-fg-subtle">
            {query.error && targets.length > 0 ? messageOf(query.error, t) : t("brand.estimateEmpty")}
          </Text>
        )}
        {estimate && (
          <Terms
            rows={[
              [t("brand.eligibleViews"), format.number(estimate.eligibleViews)],
              [t("brand.floor"), format.micros(estimate.floor)],
              [t("brand.medianBid"), format.micros(estimate.medianWinningBid)],
            ]}
          />
        )}
        {low > 0 && (
          <Text size="small" className="text-ui-fg-error">
            {t("brand.belowFloor", { count: low })}
          </Text>
        )}
        <Terms
          rows={[
            [t("brand.products"), draft.products.length],
            [t("brand.targets"), targets.length],
          ]}
        />
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("brand.estimateNote")}
        </Text>
      </div>
    </Panel>
  )
}
