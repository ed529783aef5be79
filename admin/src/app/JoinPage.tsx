import { Alert, Button, Heading, Text } from "@medusajs/ui"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useEffect } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { Link, useSearchParams } from "react-router-dom"
import { request } from "../api/client"
import { graphql } from "../api/graphql"
import { Answer } from "../ui/Feedback"
import { TextField } from "../ui/Fields"
import { FormError } from "../ui/FormError"
import { LanguageSwitch } from "./LanguageSwitch"
import { Logo } from "./Logo"

const InvitationQuery = graphql(`
  query SellerInvitation($token: String!) {
    sellerInvitation(token: $token) {
      shop
      email
      role
    }
  }
`)
const AcceptMutation = graphql(`
  mutation AcceptSellerInvitation($token: String!, $personName: String!, $password: String!) {
    acceptSellerInvitation(token: $token, personName: $personName, password: $password)
  }
`)

/** Where the link of an invitation leads: a name, a password, and the account is open. */
export function JoinPage() {
  const { t } = useTranslation()
  const [address] = useSearchParams()
  const token = address.get("token") ?? ""
  const query = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => request(InvitationQuery, { token }),
  })
  const invitation = query.data?.sellerInvitation
  const title = invitation ? t("join.title", { shop: invitation.shop }) : t("signIn.title")
  useEffect(() => {
    document.title = `${title} · Gondola`
  }, [title])
  return (
    <main className="bg-ui-bg-subtle flex min-h-dvh flex-col p-5 sm:p-10">
      <div className="flex items-center justify-between">
        <Logo />
        <LanguageSwitch />
      </div>
      <div className="m-auto flex w-full max-w-sm flex-col gap-4 py-10">
        <Heading level="h1" className="text-2xl font-semibold">
          {title}
        </Heading>
        <Answer query={query} rows={3}>
          {() =>
            invitation ? (
              <JoinForm token={token} invitation={invitation} />
            ) : (
              <Alert variant="warning">{t("join.over")}</Alert>
            )
          }
        </Answer>
      </div>
    </main>
  )
}

interface Invitation {
  email: string
  role: "OWNER" | "CATALOGUE" | "ORDERS" | "FINANCE" | "READ_ONLY"
}

function JoinForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { personName: "", password: "" } })
  const accept = useMutation({
    mutationFn: (values: { personName: string; password: string }) => request(AcceptMutation, { ...values, token }),
  })
  if (accept.isSuccess)
    return (
      <div className="flex flex-col gap-4" role="status">
        <Text>{t("join.done")}</Text>
        <Button asChild>
          <Link to="/sign-in?next=/seller/application">{t("join.signIn")}</Link>
        </Button>
      </div>
    )
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => void handleSubmit((values) => accept.mutate(values))(event)}
    >
      <Text className="text-ui-fg-subtle">
        {t("join.lead", { role: t(`roles.${invitation.role}`), email: invitation.email })}
      </Text>
      <FormError error={accept.error} />
      <TextField
        label={t("join.name")}
        autoComplete="name"
        error={formState.errors.personName && t("forms.required")}
        {...register("personName", { required: true })}
      />
      <TextField
        type="password"
        label={t("join.password")}
        autoComplete="new-password"
        hint={t("join.passwordHint")}
        error={formState.errors.password && t("forms.required")}
        {...register("password", { required: true })}
      />
      <Button type="submit" size="large" isLoading={accept.isPending}>
        {t("join.submit")}
      </Button>
    </form>
  )
}
