import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import type { PayoutRow } from "../../../payouts/documents"
import { PayoutDetails } from "../../../payouts/PayoutDetails"
import { SidePanel } from "../../../ui/SidePanel"
import { ReasonDialog } from "../ReasonDialog"
import { EntriesQuery, LookUpMutation, MarkFailedMutation } from "./queries"

const FAILS = new Set<PayoutRow["state"]>(["TO_PAY", "TRANSFERRED", "BANKING", "IN_TRANSIT", "PAID", "UNRESOLVED"])
const PAYS = new Set<PayoutRow["state"]>(["TO_PAY", "TRANSFERRED", "IN_TRANSIT"])

interface PayoutDrawerProps {
  payout: PayoutRow
  close: () => void
  pay: (ids: readonly string[]) => void
}

/** One payout of a seller, and what the operator may say of it. */
export function PayoutDrawer({ payout, close, pay }: PayoutDrawerProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const [failing, setFailing] = useState(false)
  const query = useRoomQuery(EntriesQuery, { payoutId: payout.id, page, locale: format.language })
  const fail = useRoomMutation(MarkFailedMutation, { said: t("payouts.marked"), done: close })
  const lookUp = useRoomMutation(LookUpMutation, { said: t("payouts.lookedUp"), done: close })
  return (
    <SidePanel title={payout.sellerName} close={close}>
      <PayoutDetails payout={payout} entries={{ ...query, data: query.data?.payoutEntries }} go={setPage} />
      <Drawer.Footer>
        {payout.state === "UNRESOLVED" && (
          <Button isLoading={lookUp.isPending} onClick={() => lookUp.mutate({ id: payout.id })}>
            {t("payouts.lookUp")}
          </Button>
        )}
        {FAILS.has(payout.state) && (
          <Button variant="secondary" onClick={() => setFailing(true)}>
            {t("payouts.markFailed")}
          </Button>
        )}
        {PAYS.has(payout.state) && <Button onClick={() => pay([payout.id])}>{t("payouts.markPaidOne")}</Button>}
      </Drawer.Footer>
      {failing && (
        <ReasonDialog
          title={t("payouts.markFailedTitle")}
          text={t("payouts.markFailedText")}
          confirm={t("payouts.markFailed")}
          pending={fail.isPending}
          close={() => setFailing(false)}
          submit={(reason) => fail.mutate({ id: payout.id, reason })}
        />
      )}
    </SidePanel>
  )
}
