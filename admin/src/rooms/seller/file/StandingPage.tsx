import { Alert, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Answer } from "../../../ui/Feedback"
import { Page } from "../../../ui/Page"
import { ReasonDialog } from "../../operator/ReasonDialog"
import { StandingFragment, StandingList } from "./StandingList"

const StandingQuery = graphql(
  `
    query SellerStanding {
      sellerStanding {
        ...StandingParts
      }
    }
  `,
  [StandingFragment],
)
const ContestMutation = graphql(`
  mutation ContestDecision($statementId: ID!, $text: String!) {
    contestDecision(statementId: $statementId, text: $text) {
      state
    }
  }
`)

/** Decisions about the shop, with their reasons and the way to contest them (P2B art. 4, DSA art. 17 and 20). */
export function StandingPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState<string>()
  const query = useRoomQuery(StandingQuery, {})
  const contest = useRoomMutation(ContestMutation, {
    said: t("standing.contested"),
    done: () => setOpen(undefined),
  })
  return (
    <Page title={t("standing.title")} lead={t("standing.lead")}>
      <Answer query={query}>
        {({ sellerStanding: standing }) => (
          <>
            {standing.closingAt && (
              <Alert variant="warning">{t("standing.closing", { day: format.date(standing.closingAt) })}</Alert>
            )}
            <StandingList
              statements={standing.statements}
              action={(statement) =>
                !statement.complaint &&
                Date.parse(statement.complainUntil) > Date.now() && (
                  <Button size="small" variant="secondary" onClick={() => setOpen(statement.id)}>
                    {t("standing.contest")}
                  </Button>
                )
              }
            />
          </>
        )}
      </Answer>
      {open && (
        <ReasonDialog
          title={t("standing.contestTitle")}
          text={t("standing.contestText")}
          confirm={t("standing.contest")}
          label={t("standing.complaint")}
          pending={contest.isPending}
          close={() => setOpen(undefined)}
          submit={(text) => contest.mutate({ statementId: open, text })}
        />
      )}
    </Page>
  )
}
