import { Badge, Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Paging } from "../../../ui/Paging"
import { SidePanel } from "../../../ui/SidePanel"
import { Terms } from "../../../ui/Terms"
import { ReasonDialog } from "../ReasonDialog"
import type { Takedown } from "./queries"
import { BuyersQuery, LiftMutation } from "./queries"

export function TakedownDrawer({ takedown, close }: { takedown: Takedown; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [lifting, setLifting] = useState(false)
  const lift = useRoomMutation(LiftMutation, { said: t("goods.liftedNow"), done: close })
  return (
    <SidePanel title={`${t("goods.number", { number: takedown.number })} · ${takedown.title}`} close={close}>
      <Drawer.Body className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
        <Terms
          rows={[
            [t("goods.kind"), t(`takedownKinds.${takedown.kind}`)],
            [t("goods.since"), format.dateTime(takedown.at)],
            [t("goods.trader"), takedown.sellerName ?? t("goods.everybody")],
            [
              t("goods.sheet"),
              <Link key="sheet" className="text-ui-fg-interactive" to={`/operator/catalogue/${takedown.productId}`}>
                {t("goods.openSheet")}
              </Link>,
            ],
            [t("goods.reason"), takedown.reason],
            [t("goods.redress"), takedown.redress],
            [t("goods.public"), t(takedown.isPublic ? "goods.isPublic" : "goods.notPublic")],
            ...(takedown.liftedAt
              ? [[t("goods.lifted"), `${format.dateTime(takedown.liftedAt)} · ${takedown.liftedReason ?? ""}`] as const]
              : []),
          ]}
        />
        <Buyers id={takedown.id} />
        {!takedown.liftedAt && (
          <Button size="small" variant="secondary" className="self-start" onClick={() => setLifting(true)}>
            {t("goods.lift")}
          </Button>
        )}
      </Drawer.Body>
      {lifting && (
        <ReasonDialog
          title={t("goods.liftTitle")}
          text={t("goods.liftText")}
          confirm={t("goods.lift")}
          close={() => setLifting(false)}
          submit={(reason) => lift.mutate({ id: takedown.id, reason })}
          pending={lift.isPending}
        />
      )}
    </SidePanel>
  )
}

/** Orders with the goods, those that could not be told first. */
function Buyers({ id }: { id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const query = useRoomQuery(BuyersQuery, { takedownId: id, page })
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t("goods.buyers")}</h3>
      <Answer query={query} rows={4}>
        {({ takedownBuyers }) =>
          takedownBuyers.items.length === 0 ? (
            <EmptyNote title={t("goods.noBuyers")} />
          ) : (
            <>
              <DataTable
                label={t("goods.buyers")}
                rows={takedownBuyers.items}
                rowKey={(row) => row.orderId}
                columns={[
                  {
                    key: "order",
                    header: t("common.order"),
                    cell: (row) => (
                      <Link className="text-ui-fg-interactive" to={`/operator/orders/${row.orderId}`}>
                        {row.orderNumber}
                      </Link>
                    ),
                  },
                  { key: "placed", header: t("common.placed"), cell: (row) => format.day(row.placedAt) },
                  {
                    key: "state",
                    header: t("common.state"),
                    cell: (row) => (
                      <Badge size="2xsmall" color={row.state === "TOLD" ? "green" : "red"}>
                        {t(`toldStates.${row.state}`)}
                      </Badge>
                    ),
                  },
                ]}
              />
              <Paging
                page={takedownBuyers.page}
                pageSize={takedownBuyers.pageSize}
                total={takedownBuyers.total}
                go={setPage}
              />
            </>
          )
        }
      </Answer>
    </section>
  )
}
