import { Alert, Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { graphql, type ResultOf } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"

const Tax = graphql(`
  fragment TaxFigures on SellerTax @_unmask {
    missing
    blockedFrom
    blocked
    needsPerson
    mayReadPerson
    lacksRates
    firstName
    lastName
    birthDate
    current {
      outcome
      sales
      quarters {
        quarter
        sales
        consideration {
          amount
          currency
        }
        fees {
          amount
          currency
        }
        taxes {
          amount
          currency
        }
      }
    }
    reported {
      year
      row {
        quarters {
          quarter
          sales
          consideration {
            amount
            currency
          }
          fees {
            amount
            currency
          }
          taxes {
            amount
            currency
          }
        }
      }
    }
  }
`)

const TaxQuery = graphql(
  `
    query SellerTax {
      sellerTax {
        ...TaxFigures
      }
    }
  `,
  [Tax],
)

const SaveMutation = graphql(`
  mutation SaveTaxPerson($firstName: String!, $lastName: String!, $birthDate: String!) {
    saveTaxPerson(firstName: $firstName, lastName: $lastName, birthDate: $birthDate) {
      missing
    }
  }
`)

type TaxFigures = ResultOf<typeof Tax>
type Quarters = NonNullable<TaxFigures["current"]>["quarters"]

/** What the tax administration is told about the seller, and what still lacks for it. */
export function TaxPage() {
  const { t } = useTranslation()
  const query = useRoomQuery(TaxQuery, {})
  return (
    <Page title={t("nav.tax")} lead={t("dac7.sellerLead")}>
      <Answer query={query}>
        {({ sellerTax }) => (
          <>
            <Lack tax={sellerTax} />
            {sellerTax.needsPerson &&
              (sellerTax.mayReadPerson ? <PersonPanel tax={sellerTax} /> : <Alert>{t("dac7.restricted")}</Alert>)}
            {sellerTax.lacksRates.length > 0 && (
              <Alert>{t("dac7.rateLackSeller", { currencies: sellerTax.lacksRates.join(", ") })}</Alert>
            )}
            <Panel title={t("dac7.current")} flush>
              {sellerTax.current ? (
                <QuarterTable label={t("dac7.current")} quarters={sellerTax.current.quarters} />
              ) : (
                <EmptyNote title={t("dac7.noSales")} />
              )}
            </Panel>
            {sellerTax.reported.map(({ year, row }) => (
              <Panel key={year} title={t("dac7.reportedYear", { year })} flush>
                <QuarterTable label={t("dac7.reportedYear", { year })} quarters={row.quarters} />
              </Panel>
            ))}
          </>
        )}
      </Answer>
    </Page>
  )
}

function Lack({ tax }: { tax: TaxFigures }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (tax.missing.length === 0) return <Alert variant="success">{t("dac7.complete")}</Alert>
  const items = tax.missing.map((each) => t(`dac7.${each}`)).join(", ")
  return (
    <Alert variant={tax.blocked ? "error" : "warning"}>
      {t("dac7.missingText", { items })}{" "}
      {tax.blocked
        ? t("dac7.blockedText")
        : tax.blockedFrom && t("dac7.blockedFrom", { date: format.date(tax.blockedFrom) })}
    </Alert>
  )
}

function PersonPanel({ tax }: { tax: TaxFigures }) {
  const { t } = useTranslation()
  const form = useForm({
    defaultValues: {
      firstName: tax.firstName ?? "",
      lastName: tax.lastName ?? "",
      birthDate: tax.birthDate ?? "",
    },
  })
  const save = useRoomMutation(SaveMutation, { said: t("dac7.personSaved"), quiet: true })
  const needed = { required: true }
  return (
    <Panel title={t("dac7.person")}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
      >
        <FormError error={save.error} />
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            label={t("dac7.firstName")}
            error={form.formState.errors.firstName && t("forms.required")}
            {...form.register("firstName", needed)}
          />
          <TextField
            label={t("dac7.lastName")}
            error={form.formState.errors.lastName && t("forms.required")}
            {...form.register("lastName", needed)}
          />
          <TextField
            label={t("dac7.birthDate")}
            type="date"
            error={form.formState.errors.birthDate && t("forms.required")}
            {...form.register("birthDate", needed)}
          />
        </div>
        <Button type="submit" className="w-fit" isLoading={save.isPending}>
          {t("common.save")}
        </Button>
      </form>
    </Panel>
  )
}

function QuarterTable({ label, quarters }: { label: string; quarters: Quarters }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <DataTable
      label={t("dac7.table", { title: label })}
      rows={quarters}
      rowKey={(row) => String(row.quarter)}
      columns={[
        { key: "quarter", header: t("dac7.period"), cell: (row) => t("dac7.quarter", { quarter: row.quarter }) },
        { key: "sales", header: t("dac7.sales"), end: true, cell: (row) => format.number(row.sales) },
        {
          key: "consideration",
          header: t("dac7.consideration"),
          end: true,
          cell: (row) => format.money(row.consideration),
        },
        { key: "fees", header: t("dac7.fees"), end: true, cell: (row) => format.money(row.fees) },
        { key: "taxes", header: t("dac7.taxes"), end: true, cell: (row) => format.money(row.taxes) },
      ]}
    />
  )
}
