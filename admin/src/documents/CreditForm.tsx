import { Button, Heading, Select } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { graphql } from "../api/graphql"
import { useRoomMutation } from "../api/hooks"
import { useFormat } from "../i18n/format"
import { parseAmount } from "../i18n/money"
import { Field, TextareaField, TextField } from "../ui/Fields"
import { FormError } from "../ui/FormError"
import { newKey } from "../ui/newKey"
import type { WholeDocument } from "./queries"

const CreditMutation = graphql(`
  mutation CreditInvoiceLine($invoiceId: ID!, $line: Int!, $net: SafeInt!, $reason: String!, $idempotencyKey: String!) {
    creditInvoiceLine(invoiceId: $invoiceId, line: $line, net: $net, reason: $reason, idempotencyKey: $idempotencyKey) {
      id
      number
    }
  }
`)

interface Form {
  amount: string
  reason: string
}

/** Gives back a part of an invoice line: the credit note is issued and the seller credited at once. */
export function CreditForm({ document, show }: { document: WholeDocument; show: (id: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [line, setLine] = useState("0")
  const [key] = useState(newKey)
  const form = useForm<Form>({ defaultValues: { amount: "", reason: "" } })
  const credit = useRoomMutation(CreditMutation, {
    said: t("documents.credited"),
    quiet: true,
    done: (made) => show(made.creditInvoiceLine.id),
  })
  if (!open)
    return (
      <Button variant="secondary" className="w-fit" onClick={() => setOpen(true)}>
        {t("documents.credit")}
      </Button>
    )
  const submit = ({ amount, reason }: Form): void =>
    credit.mutate({
      invoiceId: document.id,
      line: Number(line),
      net: parseAmount(amount) ?? 0,
      reason,
      idempotencyKey: key,
    })
  return (
    <form
      noValidate
      className="flex flex-col gap-4 rounded-lg border p-4"
      onSubmit={(event) => void form.handleSubmit(submit)(event)}
    >
      <Heading level="h2" className="text-base font-semibold">
        {t("documents.credit")}
      </Heading>
      <FormError error={credit.error} />
      <Field label={t("documents.line")}>
        <Select value={line} onValueChange={setLine}>
          <Select.Trigger aria-label={t("documents.line")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {document.lines.map((each, index) => (
              <Select.Item key={index} value={String(index)}>
                {each.label} ({format.money(each.net)})
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </Field>
      <TextField
        label={t("documents.creditNet", { currency: document.gross.currency })}
        inputMode="decimal"
        error={form.formState.errors.amount && t("documents.amountWrong")}
        {...form.register("amount", { validate: (text) => (parseAmount(text) ?? 0) > 0 })}
      />
      <TextareaField
        label={t("documents.reason")}
        hint={t("documents.reasonHint")}
        error={form.formState.errors.reason && t("forms.required")}
        {...form.register("reason", { validate: (text) => text.trim().length > 0 })}
      />
      <div className="flex gap-2">
        <Button type="submit" isLoading={credit.isPending}>
          {t("documents.creditConfirm")}
        </Button>
        <Button type="button" variant="secondary" onClick={() => setOpen(false)}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  )
}
