import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useForm } from "react-hook-form"
import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer } from "../../../ui/Feedback"
import { Choice, ChoiceField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { useConfirm } from "../../../ui/useConfirm"

const TeamFragment = graphql(`
  fragment TeamParts on Team @_unmask {
    role
    members {
      id
      name
      email
      role
      since
      isCaller
    }
    invitations {
      id
      email
      role
      expiresAt
    }
  }
`)
const TeamQuery = graphql(
  `
    query SellerTeam {
      sellerTeam {
        ...TeamParts
      }
    }
  `,
  [TeamFragment],
)
const InviteMutation = graphql(`
  mutation InviteTeamMember($email: String!, $role: MemberRole!) {
    inviteTeamMember(email: $email, role: $role) {
      role
    }
  }
`)
const RevokeMutation = graphql(`
  mutation RevokeTeamInvitation($id: ID!) {
    revokeTeamInvitation(id: $id) {
      role
    }
  }
`)
const ChangeRoleMutation = graphql(`
  mutation ChangeTeamRole($memberId: ID!, $role: MemberRole!) {
    changeTeamRole(memberId: $memberId, role: $role) {
      role
    }
  }
`)
const RemoveMutation = graphql(`
  mutation RemoveTeamMember($memberId: ID!) {
    removeTeamMember(memberId: $memberId) {
      role
    }
  }
`)

type Team = ResultOf<typeof TeamQuery>["sellerTeam"]
type Role = Team["role"]
const ROLES: readonly Role[] = ["OWNER", "CATALOGUE", "ORDERS", "FINANCE", "READ_ONLY"]

const useRoleChoices = () => {
  const { t } = useTranslation()
  return ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))
}

export function TeamPage() {
  const { t } = useTranslation()
  const query = useRoomQuery(TeamQuery, {})
  return (
    <Page title={t("team.title")} lead={t("team.lead")}>
      <Answer query={query}>
        {({ sellerTeam: team }) => (
          <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
            <Members team={team} />
            {team.role === "OWNER" && (
              <div className="flex flex-col gap-4">
                <Invite />
                <Invitations team={team} />
              </div>
            )}
          </div>
        )}
      </Answer>
    </Page>
  )
}

function Members({ team }: { team: Team }) {
  const { t } = useTranslation()
  const format = useFormat()
  const confirm = useConfirm()
  const choices = useRoleChoices()
  const change = useRoomMutation(ChangeRoleMutation, { said: t("team.changed") })
  const remove = useRoomMutation(RemoveMutation, { said: t("team.removed") })
  const owner = team.role === "OWNER"
  const ask = async (member: Team["members"][number]): Promise<void> => {
    const sure = await confirm({
      title: t("team.removeTitle", { name: member.name }),
      description: t("team.removeText"),
      confirm: t("team.remove"),
    })
    if (sure) remove.mutate({ memberId: member.id })
  }
  return (
    <Panel title={t("team.members")} flush>
      <DataTable
        label={t("team.members")}
        rows={team.members}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            header: t("team.members"),
            cell: (row) => (
              <div className="flex flex-col">
                <span className="flex items-center gap-2">
                  {row.name}
                  {row.isCaller && <Badge size="2xsmall">{t("team.you")}</Badge>}
                </span>
                <span className="text-ui-fg-subtle text-xs">{row.email}</span>
              </div>
            ),
          },
          {
            key: "role",
            header: t("team.role"),
            cell: (row) =>
              owner ? (
                <Choice
                  aria-label={t("team.roleOf", { name: row.name })}
                  className="min-w-36"
                  value={row.role}
                  disabled={change.isPending}
                  choices={choices}
                  onChange={(event) => change.mutate({ memberId: row.id, role: event.target.value as Role })}
                />
              ) : (
                t(`roles.${row.role}`)
              ),
          },
          { key: "since", header: t("team.since"), wide: true, cell: (row) => format.date(row.since) },
          ...(owner
            ? [
                {
                  key: "remove",
                  header: t("common.actions"),
                  end: true,
                  fixed: true,
                  cell: (row: Team["members"][number]) => (
                    <Button size="small" variant="transparent" onClick={() => void ask(row)}>
                      {t("team.remove")}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ul className="text-ui-fg-subtle flex flex-col gap-1 px-4 py-3 text-xs sm:px-5">
        {ROLES.map((role) => (
          <li key={role}>
            <strong>{t(`roles.${role}`)}</strong> – {t(`roleTexts.${role}`)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Invite() {
  const { t } = useTranslation()
  const choices = useRoleChoices()
  const form = useForm<{ email: string; role: Role }>({ defaultValues: { email: "", role: "CATALOGUE" } })
  const invite = useRoomMutation(InviteMutation, { said: t("team.invited"), quiet: true, done: () => form.reset() })
  return (
    <Panel title={t("team.inviteTitle")}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => void form.handleSubmit((values) => invite.mutate(values))(event)}
      >
        <FormError error={invite.error} />
        <TextField
          type="email"
          label={t("team.email")}
          hint={t("team.inviteHint")}
          error={form.formState.errors.email && t("forms.email")}
          {...form.register("email", { required: true, pattern: /^\S+@\S+\.\S+$/ })}
        />
        <ChoiceField label={t("team.role")} choices={choices} {...form.register("role")} />
        <Button type="submit" className="self-start" isLoading={invite.isPending}>
          {t("team.invite")}
        </Button>
      </form>
    </Panel>
  )
}

function Invitations({ team }: { team: Team }) {
  const { t } = useTranslation()
  const format = useFormat()
  const revoke = useRoomMutation(RevokeMutation, { said: t("team.revoked") })
  if (team.invitations.length === 0) return null
  return (
    <Panel title={t("team.invitations")}>
      <ul className="flex flex-col divide-y">
        {team.invitations.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <div className="min-w-0">
              <Text size="small" className="break-words">
                {each.email}
              </Text>
              <Text size="xsmall" className="text-ui-fg-subtle">
                {t(`roles.${each.role}`)} · {t("team.until", { day: format.date(each.expiresAt) })}
              </Text>
            </div>
            <Button size="small" variant="transparent" onClick={() => revoke.mutate({ id: each.id })}>
              {t("team.revoke")}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
