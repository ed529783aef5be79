import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { ResultOf, VariablesOf } from "../../../api/graphql"
import { refusalOf } from "../../../api/errors"
import { useRoomMutation } from "../../../api/hooks"
import { notify } from "../../../ui/notify"
import { BulkEditMutation } from "../offers"
import { BulkDialog } from "./BulkDialog"

type Variables = VariablesOf<typeof BulkEditMutation>
export type Change = Variables["change"]
type Result = ResultOf<typeof BulkEditMutation>["bulkEditOffers"]

interface BulkBarProps {
  target: Pick<Variables, "ids" | "filter">
  /** How many it is about. */
  count: number
  clear?: () => void
}

/** What can be done with many offers at once; more than a hundred are worked on in the background, with a progress page. */
export function BulkBar({ target, count, clear }: BulkBarProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<"price" | "stock" | "leadTimeDays">()
  const told = ({ run, changed, refused }: Result): void => {
    setAsking(undefined)
    clear?.()
    if (run) void navigate(`/seller/imports?run=${run.id}`)
    else if (refused.length === 0) notify.done(t("offers.changed", { count: changed }))
    else
      notify.failed(
        t("offers.refused", { count: refused.length }),
        refused
          .slice(0, 3)
          .map((each) => `${each.sku}: ${refusalOf(each, t)}`)
          .join(" "),
      )
  }
  const edit = useRoomMutation(BulkEditMutation, { done: (data) => told(data.bulkEditOffers) })
  const run = (change: Change): void => edit.mutate({ ...target, change })
  return (
    <>
      <Button size="small" variant="secondary" isLoading={edit.isPending} onClick={() => run({ state: "ACTIVE" })}>
        {t("offers.publish")}
      </Button>
      <Button size="small" variant="secondary" disabled={edit.isPending} onClick={() => run({ state: "PAUSED" })}>
        {t("seller.pause")}
      </Button>
      {(["price", "stock", "leadTimeDays"] as const).map((what) => (
        <Button key={what} size="small" variant="secondary" disabled={edit.isPending} onClick={() => setAsking(what)}>
          {t(`offers.edit_${what}`)}
        </Button>
      ))}
      {asking && (
        <BulkDialog
          what={asking}
          count={count}
          pending={edit.isPending}
          close={() => setAsking(undefined)}
          submit={run}
        />
      )}
    </>
  )
}
