import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomMutation } from "../../../api/hooks"
import { ReasonDialog } from "../ReasonDialog"

const ReadMutation = graphql(`
  mutation ReadTaxIdentity($sellerId: ID!, $reason: String!) {
    readTaxIdentity(sellerId: $sellerId, reason: $reason) {
      taxId
      firstName
      lastName
      birthDate
    }
  }
`)

interface TaxNumberProps {
  sellerId: string
  /** Of a person the last signs only. */
  number: string | null
  isPerson: boolean
}

/** A person's number shows when somebody said why; the trail keeps who looked. */
export function TaxNumber({ sellerId, number, isPerson }: TaxNumberProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const read = useRoomMutation(ReadMutation, { done: () => setAsking(false) })
  const shown = read.data?.readTaxIdentity
  if (!isPerson || shown) {
    const person = [shown?.firstName, shown?.lastName, shown?.birthDate].filter(Boolean).join(" · ")
    return <>{[shown?.taxId ?? number ?? "–", person].filter(Boolean).join(" · ")}</>
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      {number ?? "–"}
      <Button size="small" variant="secondary" onClick={() => setAsking(true)}>
        {t("dac7.reveal")}
      </Button>
      {asking && (
        <ReasonDialog
          title={t("dac7.revealTitle")}
          text={t("dac7.revealText")}
          confirm={t("dac7.reveal")}
          pending={read.isPending}
          close={() => setAsking(false)}
          submit={(reason) => read.mutate({ sellerId, reason })}
        />
      )}
    </span>
  )
}
