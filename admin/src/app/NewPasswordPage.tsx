import { Alert, Button, Heading, Text } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { Link, useSearchParams } from "react-router-dom"
import { request } from "../api/client"
import { isCode } from "../api/errors"
import { graphql } from "../api/graphql"
import { session } from "../api/session"
import { TextField } from "../ui/Fields"
import { FormError } from "../ui/FormError"
import { LanguageSwitch } from "./LanguageSwitch"
import { Logo } from "./Logo"

const AskMutation = graphql(`
  mutation RequestPasswordReset($email: String!, $locale: String) {
    requestPasswordReset(email: $email, face: PORTAL, locale: $locale)
  }
`)
const ResetMutation = graphql(`
  mutation ResetPassword($token: String!, $password: String!) {
    resetPassword(token: $token, password: $password)
  }
`)

/** Without a link: ask for one. With the link of the mail: choose the password. */
export function NewPasswordPage() {
  const { t } = useTranslation()
  const [address] = useSearchParams()
  const [token] = useState(address.get("token"))
  useEffect(() => {
    document.title = `${t("newPassword.title")} · Gondola`
    // The link is good for a password: it does not stay in the history of a shared browser.
    if (token) window.history.replaceState(null, "", "/new-password")
  }, [t, token])
  const [asking, setAsking] = useState(!token)
  return (
    <main className="bg-ui-bg-subtle flex min-h-dvh flex-col p-5 sm:p-10">
      <div className="flex items-center justify-between">
        <Logo />
        <LanguageSwitch />
      </div>
      <div className="m-auto flex w-full max-w-sm flex-col gap-4 py-10">
        <Heading level="h1" className="text-2xl font-semibold">
          {t("newPassword.title")}
        </Heading>
        {asking || !token ? <AskForm /> : <ResetForm token={token} askAgain={() => setAsking(true)} />}
        <Link className="text-ui-fg-interactive text-sm" to="/sign-in">
          {t("newPassword.signIn")}
        </Link>
      </div>
    </main>
  )
}

function AskForm() {
  const { t, i18n } = useTranslation()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { email: "" } })
  const ask = useMutation({
    mutationFn: ({ email }: { email: string }) => request(AskMutation, { email, locale: i18n.language }),
  })
  if (ask.isSuccess)
    return (
      <Alert variant="success" role="status">
        {t("newPassword.asked")}
      </Alert>
    )
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => void handleSubmit((values) => ask.mutate(values))(event)}
    >
      <Text className="text-ui-fg-subtle">{t("newPassword.lead")}</Text>
      <FormError error={ask.error} />
      <TextField
        type="email"
        autoComplete="username"
        label={t("signIn.email")}
        error={formState.errors.email && t("forms.email")}
        {...register("email", { required: true, pattern: /^\S+@\S+$/ })}
      />
      <Button type="submit" size="large" isLoading={ask.isPending}>
        {t("newPassword.ask")}
      </Button>
    </form>
  )
}

function ResetForm({ token, askAgain }: { token: string; askAgain: () => void }) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { password: "" } })
  const reset = useMutation({
    mutationFn: ({ password }: { password: string }) => request(ResetMutation, { token, password }),
    // The rooms that were open here are closed on the server too.
    onSuccess: () => session.close(),
  })
  if (reset.isSuccess)
    return (
      <Alert variant="success" role="status">
        {t("newPassword.done")}
      </Alert>
    )
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => void handleSubmit((values) => reset.mutate(values))(event)}
    >
      <Text className="text-ui-fg-subtle">{t("newPassword.choose")}</Text>
      <FormError error={reset.error} />
      <TextField
        type="password"
        autoComplete="new-password"
        label={t("newPassword.password")}
        hint={t("newPassword.hint")}
        error={formState.errors.password && t("forms.required")}
        {...register("password", { required: true })}
      />
      <Button type="submit" size="large" isLoading={reset.isPending}>
        {t("newPassword.submit")}
      </Button>
      {isCode(reset.error, "RESET_OVER") && (
        <Button type="button" variant="secondary" onClick={askAgain}>
          {t("newPassword.again")}
        </Button>
      )}
    </form>
  )
}
