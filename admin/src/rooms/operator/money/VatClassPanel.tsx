import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Answer } from "../../../ui/Feedback"
import { Choice, Field } from "../../../ui/Fields"
import { Panel } from "../../../ui/Panel"

const VatClassQuery = graphql(`
  query ProductVatClass($productId: ID!) {
    productVatClass(productId: $productId)
  }
`)

const SetVatClassMutation = graphql(`
  mutation SetProductVatClass($productId: ID!, $vatClass: VatClass!) {
    setProductVatClass(productId: $productId, vatClass: $vatClass)
  }
`)

const CLASSES = { NORMAL: 2000, INTERMEDIATE: 1000, REDUCED: 550, SUPER_REDUCED: 210 } as const
type VatClass = keyof typeof CLASSES

/** The rate at which a product is sold, by whoever sells it; orders keep theirs. */
export function VatClassPanel({ productId }: { productId: string }) {
  const { t } = useTranslation()
  const { bps } = useFormat()
  const query = useRoomQuery(VatClassQuery, { productId })
  const save = useRoomMutation(SetVatClassMutation, { said: t("fees.vatClassSaved") })
  return (
    <Panel title={t("fees.vat")}>
      <Answer query={query} rows={1}>
        {({ productVatClass }) => (
          <Field label={t("fees.vatClass")} hint={t("fees.vatClassHint")}>
            <Choice
              value={productVatClass}
              disabled={save.isPending}
              choices={Object.entries(CLASSES).map(([value, rate]) => ({
                value,
                label: `${t(`fees.vatClass_${value as VatClass}`)} (${bps(rate)})`,
              }))}
              onChange={(event) => save.mutate({ productId, vatClass: event.target.value as VatClass })}
            />
          </Field>
        )}
      </Answer>
    </Panel>
  )
}
