import { Alert, Button, Drawer, Heading } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../api/hooks"
import { StateBadge } from "../../ui/StateBadge"
import { Terms } from "../../ui/Terms"
import { TraderTerms } from "../../ui/TraderTerms"
import { useConfirm } from "../../ui/useConfirm"
import { useGate } from "../../ui/useGate"
import { ReasonDialog } from "./ReasonDialog"
import type { Seller } from "./sellers"
import { ApproveMutation, RejectMutation, SuspendMutation } from "./sellers"
import { SidePanel } from "../../ui/SidePanel"

export function SellerDrawer({ seller, close }: { seller: Seller; close: () => void }) {
  const { t } = useTranslation()
  const gate = useGate()
  const confirm = useConfirm()
  const [asking, setAsking] = useState<"reject" | "suspend">()
  const approve = useRoomMutation(ApproveMutation, { said: t("operator.approved"), done: close })
  const reject = useRoomMutation(RejectMutation, { said: t("operator.rejected"), done: close })
  const suspend = useRoomMutation(SuspendMutation, { said: t("operator.suspended"), done: close })
  const askApprove = async (): Promise<void> => {
    const sure = await confirm({
      title: t("operator.approveTitle", { name: seller.name }),
      description: t("operator.approveText"),
      confirm: t("operator.approve"),
      danger: false,
    })
    if (sure) approve.mutate({ id: seller.id })
  }
  const canReject = seller.state === "APPLIED"
  const canApprove = seller.state !== "ACTIVE" && seller.state !== "CLOSED"
  return (
    <SidePanel title={seller.name} close={close}>
      <Drawer.Body className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
        <div>
          <StateBadge state={seller.state} />
        </div>
        {seller.stateReason && (
          <Alert variant="warning">{t("seller.stateReason", { reason: seller.stateReason })}</Alert>
        )}
        {seller.missing.length > 0 && (
          <Alert variant="warning">
            <strong>{t("operator.missingGates")}</strong>
            <ul className="list-disc pl-5">
              {seller.missing.map((name) => (
                <li key={name}>{gate(name)}</li>
              ))}
            </ul>
          </Alert>
        )}
        <section className="flex flex-col gap-3">
          <Heading level="h2">{t("seller.traderBlock")}</Heading>
          <TraderTerms trader={seller.trader} />
        </section>
        <Terms
          rows={[
            [t("seller.member"), seller.memberEmail],
            [t("seller.shopReturns"), t(seller.acceptsShopReturns ? "common.yes" : "common.no")],
          ]}
        />
      </Drawer.Body>
      <Drawer.Footer>
        {canReject && (
          <Button variant="secondary" onClick={() => setAsking("reject")}>
            {t("operator.reject")}
          </Button>
        )}
        {seller.state === "ACTIVE" && (
          <Button variant="danger" onClick={() => setAsking("suspend")}>
            {t("operator.suspend")}
          </Button>
        )}
        {canApprove && (
          <Button isLoading={approve.isPending} onClick={() => void askApprove()}>
            {t("operator.approve")}
          </Button>
        )}
      </Drawer.Footer>
      {asking && (
        <ReasonDialog
          title={t(`operator.${asking}Title`, { name: seller.name })}
          text={t(`operator.${asking}Text`)}
          confirm={t(`operator.${asking}`)}
          pending={reject.isPending || suspend.isPending}
          close={() => setAsking(undefined)}
          submit={(reason) => (asking === "reject" ? reject : suspend).mutate({ id: seller.id, reason })}
        />
      )}
    </SidePanel>
  )
}
