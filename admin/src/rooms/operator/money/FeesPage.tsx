import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { roomRequest, useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { decimalsOf, plainAmount } from "../../../i18n/money"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { useListParams } from "../../../ui/useListParams"
import { ReasonDialog } from "../ReasonDialog"
import { FeeDrawer } from "./FeeDrawer"
import { FEE_KINDS, type FeeKind, FeesQuery, UndoFeeMutation } from "./fees"

export function FeesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [charging, setCharging] = useState(false)
  const [undone, setUndone] = useState<string>()
  const kind = FEE_KINDS.find((each) => each === params.state) ?? (null as FeeKind | null)
  const asked = { search: params.search || null, kind, locale: format.language }
  const query = useRoomQuery(FeesQuery, { ...asked, page: params.page, pageSize: 25 })
  const undo = useRoomMutation(UndoFeeMutation, { said: t("fees.undone"), done: () => setUndone(undefined) })
  const plain = (money: { amount: number; currency: string }): string =>
    plainAmount(money.amount, decimalsOf(money.currency), format.language)
  return (
    <Page
      title={t("nav.fees")}
      lead={t("fees.feesLead")}
      actions={
        <Button size="small" onClick={() => setCharging(true)}>
          <Plus aria-hidden /> {t("fees.chargeTitle")}
        </Button>
      }
    >
      <List
        label={t("nav.fees")}
        name="operator.fees"
        query={query}
        pick={(data) => data.fees}
        rowKey={(fee) => fee.id}
        params={params}
        search={t("fees.searchFees")}
        filter={{
          label: t("fees.kind"),
          options: FEE_KINDS.map((value) => ({ value, label: t(`fees.kind_${value}`) })),
        }}
        empty={{ title: t("fees.noFees") }}
        exportPage={async (page) => (await roomRequest("OPERATOR", FeesQuery, { ...asked, page, pageSize: 100 })).fees}
        columns={[
          { key: "at", header: t("common.date"), cell: (fee) => format.dateTime(fee.at), csv: (fee) => fee.at },
          { key: "seller", header: t("operator.seller"), cell: (fee) => fee.sellerName, csv: (fee) => fee.sellerName },
          {
            key: "what",
            header: t("common.description"),
            cell: (fee) => <span className="block max-w-[24rem] truncate">{fee.description}</span>,
            csv: (fee) => fee.description,
          },
          {
            key: "net",
            header: t("fees.net_"),
            end: true,
            cell: (fee) => format.money(fee.net),
            csv: (fee) => plain(fee.net),
          },
          {
            key: "vat",
            header: t("fees.vat"),
            end: true,
            cell: (fee) => (fee.vat.amount === 0 ? t(`fees.vatTreatment_${fee.vatTreatment}`) : format.money(fee.vat)),
            csv: (fee) => plain(fee.vat),
          },
          {
            key: "undo",
            header: "",
            fixed: true,
            end: true,
            cell: (fee) =>
              fee.undoneBy ? (
                <span className="text-ui-fg-muted">{t("fees.feeTaken")}</span>
              ) : fee.reverses ? null : (
                <Button
                  size="small"
                  variant="transparent"
                  aria-label={`${t("fees.undo")}: ${fee.description}`}
                  onClick={() => setUndone(fee.id)}
                >
                  {t("fees.undo")}
                </Button>
              ),
          },
        ]}
      />
      {charging && <FeeDrawer close={() => setCharging(false)} />}
      {undone && (
        <ReasonDialog
          title={t("fees.undoTitle")}
          text={t("fees.undoText")}
          confirm={t("fees.undo")}
          pending={undo.isPending}
          close={() => setUndone(undefined)}
          submit={(reason) => undo.mutate({ id: undone, reason })}
        />
      )}
    </Page>
  )
}
