import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { StateBadge, useStateOptions } from "../../ui/StateBadge"
import { useListParams } from "../../ui/useListParams"
import { ReasonDialog } from "./ReasonDialog"

const AllCampaignsQuery = graphql(`
  query AllCampaigns($page: Int, $state: CampaignState) {
    allCampaigns(page: $page, state: $state) {
      total
      page
      pageSize
      items {
        id
        name
        advertiserName
        state
        startsAt
        dailyBudget {
          micros
          currency
        }
        lifetimeBudget {
          micros
          currency
        }
        spent {
          micros
          currency
        }
        targets {
          value
        }
        products {
          title
        }
      }
    }
  }
`)

const ApproveMutation = graphql(`
  mutation ApproveCampaign($id: ID!) {
    approveCampaign(id: $id) {
      id
    }
  }
`)

const RejectMutation = graphql(`
  mutation RejectCampaign($id: ID!, $reason: String!) {
    rejectCampaign(id: $id, reason: $reason) {
      id
    }
  }
`)

const STATES = ["IN_REVIEW", "ACTIVE", "PAUSED", "REJECTED", "ENDED"] as const

export function CampaignsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [rejected, setRejected] = useState<{ id: string; name: string }>()
  const options = useStateOptions(STATES)
  const state = STATES.find((name) => name === params.state) ?? null
  const query = useRoomQuery(AllCampaignsQuery, { page: params.page, state })
  const approve = useRoomMutation(ApproveMutation, { said: t("operator.campaignApproved") })
  const reject = useRoomMutation(RejectMutation, {
    said: t("operator.campaignRejected"),
    done: () => setRejected(undefined),
  })
  return (
    <Page title={t("nav.campaigns")} lead={t("operator.campaignsLead")}>
      <List
        label={t("nav.campaigns")}
        query={query}
        pick={(data) => data.allCampaigns}
        rowKey={(row) => row.id}
        params={params}
        filter={{ label: t("common.state"), options }}
        empty={{ title: t("operator.noCampaigns") }}
        columns={[
          {
            key: "name",
            header: t("brand.campaign"),
            cell: (row) => (
              <span className="block py-1">
                <span className="block max-w-[11rem] truncate sm:max-w-[16rem] font-medium">{row.name}</span>
                <span className="text-ui-fg-muted text-xs">{row.advertiserName}</span>
              </span>
            ),
          },
          { key: "state", header: t("common.state"), cell: (row) => <StateBadge state={row.state} /> },
          {
            key: "targets",
            header: t("brand.targets"),
            cell: (row) => (
              <span className="block max-w-[14rem] truncate" title={row.targets.map((x) => x.value).join(", ")}>
                {row.targets.map((x) => x.value).join(", ")}
              </span>
            ),
          },
          {
            key: "products",
            header: t("brand.products"),
            wide: true,
            cell: (row) => (
              <span className="block max-w-[14rem] truncate" title={row.products.map((x) => x.title).join(", ")}>
                {row.products.map((x) => x.title).join(", ")}
              </span>
            ),
          },
          { key: "daily", header: t("brand.dailyShort"), end: true, cell: (row) => format.micros(row.dailyBudget) },
          { key: "spent", header: t("brand.spend"), end: true, cell: (row) => format.micros(row.spent) },
          {
            key: "do",
            header: t("common.actions"),
            end: true,
            fixed: true,
            cell: (row) =>
              row.state === "IN_REVIEW" && (
                <span className="flex justify-end gap-2">
                  <Button
                    size="small"
                    variant="secondary"
                    aria-label={`${t("operator.reject")} ${row.name}`}
                    onClick={() => setRejected(row)}
                  >
                    {t("operator.reject")}
                  </Button>
                  <Button
                    size="small"
                    aria-label={`${t("operator.approve")} ${row.name}`}
                    isLoading={approve.isPending}
                    onClick={() => approve.mutate({ id: row.id })}
                  >
                    {t("operator.approve")}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      {rejected && (
        <ReasonDialog
          title={t("operator.rejectTitle", { name: rejected.name })}
          text={t("operator.rejectCampaignText")}
          confirm={t("operator.reject")}
          pending={reject.isPending}
          close={() => setRejected(undefined)}
          submit={(reason) => reject.mutate({ id: rejected.id, reason })}
        />
      )}
    </Page>
  )
}
