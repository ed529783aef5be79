import { Alert, Button, Heading, Text } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useEffect } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { Link, useNavigate, useSearchParams } from "react-router-dom"
import { request } from "../api/client"
import { SignInMutation, session } from "../api/session"
import { TextField } from "../ui/Fields"
import { LanguageSwitch } from "./LanguageSwitch"
import { Logo } from "./Logo"
import { roomEntry } from "./rooms"
import { Shelves } from "./Shelves"
import { FormError } from "../ui/FormError"

interface Credentials {
  email: string
  password: string
}

/** A page of ours only: never an address that somebody put into the link. */
const safeNext = (next: string | null): string | undefined => (next && /^\/[a-z]/.test(next) ? next : undefined)

export function SignIn() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [address] = useSearchParams()
  const { register, handleSubmit, formState } = useForm<Credentials>()
  const next = safeNext(address.get("next"))
  useEffect(() => {
    document.title = `${t("signIn.title")} · Gondola`
  }, [t])
  const signIn = useMutation({
    mutationFn: (values: Credentials) => request(SignInMutation, values),
    onSuccess: ({ signIn: { rooms } }) => {
      session.open(rooms)
      const [first] = rooms
      const wanted = rooms.find(({ room }) => next?.startsWith(roomEntry(room).path))
      void navigate(wanted && next ? next : first ? roomEntry(first.room).path : "/sign-in", { replace: true })
    },
  })
  const noRoom = signIn.data?.signIn.rooms.length === 0
  return (
    <div className="bg-ui-bg-subtle grid min-h-dvh lg:grid-cols-2">
      <main className="flex flex-col p-5 sm:p-10">
        <div className="flex items-center justify-between">
          <Logo />
          <LanguageSwitch />
        </div>
        <form
          noValidate
          className="m-auto flex w-full max-w-sm flex-col gap-4 py-10"
          onSubmit={(event) => void handleSubmit((values) => signIn.mutate(values))(event)}
        >
          <div>
            <Heading level="h1" className="text-2xl font-semibold">
              {t("signIn.title")}
            </Heading>
            <Text className="text-ui-fg-subtle mt-1">{t(next ? "signIn.again" : "signIn.lead")}</Text>
          </div>
          <FormError error={signIn.error} />
          {noRoom && <Alert variant="warning">{t("signIn.noRoom")}</Alert>}
          <TextField
            type="email"
            autoComplete="username"
            label={t("signIn.email")}
            error={formState.errors.email && t("forms.email")}
            {...register("email", { required: true, pattern: /^\S+@\S+$/ })}
          />
          <TextField
            type="password"
            autoComplete="current-password"
            label={t("signIn.password")}
            error={formState.errors.password && t("forms.required")}
            {...register("password", { required: true })}
          />
          <Button type="submit" size="large" className="w-full" isLoading={signIn.isPending}>
            {t("signIn.submit")}
          </Button>
          <Link className="text-ui-fg-interactive self-center text-sm" to="/new-password">
            {t("newPassword.forgotten")}
          </Link>
        </form>
      </main>
      <Shelves />
    </div>
  )
}
