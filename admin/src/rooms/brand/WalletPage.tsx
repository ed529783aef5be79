import { Button } from "@medusajs/ui"
import { useRef } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { parseAmount } from "../../i18n/money"
import { TextField } from "../../ui/Fields"
import { Figures } from "../../ui/Figures"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { newKey } from "../../ui/newKey"
import { useListParams } from "../../ui/useListParams"
import { AdvertiserQuery } from "./campaigns"
import { useWalletKind } from "./useWalletKind"
import { FormError } from "../../ui/FormError"

const EntriesQuery = graphql(`
  query WalletEntries($page: Int) {
    walletEntries(page: $page) {
      total
      page
      pageSize
      items {
        id
        at
        kind
        description
        amount {
          micros
          currency
        }
      }
    }
  }
`)

const TopUpMutation = graphql(`
  mutation TopUpWallet($amountMicros: SafeInt!, $idempotencyKey: String!) {
    topUpWallet(amountMicros: $amountMicros, idempotencyKey: $idempotencyKey) {
      id
    }
  }
`)

const MICROS_PER_CENT = 10_000
const ONE_EURO = 100

export function WalletPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const kind = useWalletKind()
  const params = useListParams()
  const advertiser = useRoomQuery(AdvertiserQuery, {})
  const entries = useRoomQuery(EntriesQuery, { page: params.page })
  const purse = advertiser.data?.advertiser
  return (
    <Page title={t("nav.wallet")} lead={t("brand.walletLead")}>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Figures
            loading={!purse}
            figures={[
              { label: t("brand.balance"), value: purse && format.micros(purse.wallet) },
              { label: t("brand.spentToday"), value: purse && format.micros(purse.spentToday) },
            ]}
          />
          <List
            label={t("brand.entries")}
            query={entries}
            pick={(data) => data.walletEntries}
            rowKey={(row) => row.id}
            params={params}
            empty={{ title: t("brand.noEntries") }}
            columns={[
              { key: "at", header: t("common.date"), cell: (row) => format.dateTime(row.at) },
              { key: "kind", header: t("common.kind"), cell: (row) => kind(row.kind) },
              {
                key: "what",
                header: t("common.description"),
                wide: true,
                cell: (row) => <span className="block max-w-[11rem] truncate sm:max-w-[18rem]">{row.description}</span>,
              },
              { key: "amount", header: t("common.amount"), end: true, cell: (row) => format.micros(row.amount) },
            ]}
          />
        </div>
        <TopUp />
      </div>
    </Page>
  )
}

function TopUp() {
  const { t } = useTranslation()
  const { register, handleSubmit, formState, reset } = useForm<{ amount: string }>({ defaultValues: { amount: "" } })
  // One key for one wish: a second click or a retry after silence never pays twice.
  const key = useRef(newKey())
  const topUp = useRoomMutation(TopUpMutation, {
    said: t("brand.toppedUp"),
    quiet: true,
    done: () => {
      key.current = newKey()
      reset()
    },
  })
  const submit = ({ amount }: { amount: string }): void =>
    topUp.mutate({ amountMicros: (parseAmount(amount) ?? 0) * MICROS_PER_CENT, idempotencyKey: key.current })
  return (
    <Panel title={t("brand.topUp")}>
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void handleSubmit(submit)(event)}>
        <FormError error={topUp.error} />
        <TextField
          label={t("brand.topUpAmount")}
          inputMode="decimal"
          hint={t("brand.topUpHint")}
          error={formState.errors.amount && t("brand.topUpError")}
          {...register("amount", { validate: (text) => (parseAmount(text) ?? 0) >= ONE_EURO })}
        />
        <Button type="submit" isLoading={topUp.isPending}>
          {t("brand.topUp")}
        </Button>
      </form>
    </Panel>
  )
}
