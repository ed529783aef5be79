import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { messageOf } from "../../../api/errors"
import { TextField } from "../../../ui/Fields"
import { Panel } from "../../../ui/Panel"
import type { SellerFile } from "./file"
import { SaveBankMutation } from "./file"
import { useIdentifier } from "./useIdentifier"

/** The number is typed, handed on and forgotten: the page shows four characters and a country. */
export function BankPanel({ file }: { file: SellerFile }) {
  const { t } = useTranslation()
  const [iban, setIban] = useState("")
  const { problem, check } = useIdentifier("IBAN")
  const save = useRoomMutation(SaveBankMutation, { said: t("file.ibanSaved"), quiet: true, done: () => setIban("") })
  return (
    <Panel title={t("file.payout")}>
      <div className="flex flex-col gap-3">
        {file.bankAccount && (
          <Text size="small">
            {t("file.ibanKept", {
              country: file.bankAccount.country.toUpperCase(),
              last4: file.bankAccount.last4,
            })}
          </Text>
        )}
        {file.state !== "CLOSED" && (
          <form
            noValidate
            className="flex flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              save.mutate({ iban })
            }}
          >
            <TextField
              label={t("file.iban")}
              hint={t("file.ibanHint")}
              value={iban}
              spellCheck={false}
              error={save.error ? messageOf(save.error, t) : problem}
              onChange={(event) => setIban(event.target.value)}
              onBlur={() => check(iban, file.countryCode)}
            />
            <Button
              type="submit"
              variant="secondary"
              className="self-start"
              disabled={!iban.trim()}
              isLoading={save.isPending}
            >
              {t("file.ibanSave")}
            </Button>
          </form>
        )}
      </div>
    </Panel>
  )
}
