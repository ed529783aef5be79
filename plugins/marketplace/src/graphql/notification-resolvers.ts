import type { IResolvers } from "@graphql-tools/utils"
import { Modules } from "@medusajs/framework/utils"
import { badInput, callerId, type GraphqlContext, pageRequest } from "@gondola/kit"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { completedLetter } from "../notifications/completed-letter"
import { type FeedReader, type FeedRow, markRead, readFeed } from "../notifications/feed"
import type { MailLocale } from "../notifications/letter"
import { mailFrame } from "../notifications/mail-frame"
import { listMails, readMail, resendMail } from "../notifications/mails"
import type { MailState, NotificationRow } from "../notifications/notification-row"
import { readPreferences, setPreference } from "../notifications/preferences"
import { renderMail } from "../notifications/render-mail"
import { sendsMail } from "../notifications/sends-mail"
import { actorOf } from "../trail/actor-of"
import { recordAct } from "../trail/record-act"
import { callerMember, callerSeller, found } from "./callers"

interface PageArgs {
  readonly page?: number | null
  readonly pageSize?: number | null
}

export const notificationResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    async notifications(_source, args: PageArgs & { unreadOnly: boolean; locale: MailLocale }, context) {
      const { page, pageSize, skip, take } = pageRequest(args)
      const reader = await readerOf(context)
      const { rows, total, unread } = await readFeed(context.scope, reader, { ...args, skip, take })
      return { items: rows.map((row) => noticeView(row, args.locale)), total, unread, page, pageSize }
    },
    notificationPreferences: async (_source, _args, context) => {
      const [email, { room }] = await Promise.all([emailOf(context), readerOf(context)])
      return readPreferences(context.scope, email, room)
    },
    mailLanguage: async (_source, _args, context) => (await callerMember(context)).member.locale ?? null,
    async mails(_source, args: PageArgs & { search?: string | null; state?: string | null }, context) {
      const { page, pageSize, skip, take } = pageRequest(args)
      const state = (args.state?.toLowerCase() ?? null) as MailState | null
      const { rows, total, dead } = await listMails(context.scope, { search: args.search, state, skip, take })
      return { items: rows.map(mailView), total, dead, page, pageSize, sends: sendsMail(context.scope) }
    },
    mail: async (_source, { id }: { id: string }, context) => {
      const row = await readMail(context.scope, id)
      return row && mailView(row)
    },
  },

  Mutation: {
    async markNotificationsRead(_source, { ids }: { ids?: string[] | null }, context) {
      const reader = await readerOf(context)
      await markRead(context.scope, reader, ids ?? null)
      return (await readFeed(context.scope, reader, { skip: 0, take: 1, unreadOnly: true })).unread
    },
    async setMailLanguage(_source, { locale }: { locale?: MailLocale | null }, context) {
      const { member } = await callerMember(context)
      if (context.signedIn?.key) throw badInput("A program is written to by nobody")
      await marketplaceOf(context.scope).updateSellerMembers({ id: member.id, locale: locale ?? null })
      return locale ?? null
    },
    async setNotificationPreference(_source, choice: { kind: string; byMail: boolean }, context) {
      const [email, { room }] = await Promise.all([emailOf(context), readerOf(context)])
      await setPreference(context.scope, email, choice)
      return readPreferences(context.scope, email, room)
    },
    async resendMail(_source, { id }: { id: string }, context) {
      await resendMail(context.scope, id)
      await recordAct(context.scope, { actor: actorOf(context), action: "mail.resend", subject: { type: "mail", id } })
      return mailView(found(await readMail(context.scope, id), "This mail"))
    },
  },

  Mail: {
    html: async (mail: MailView, _args, context) => (await rendered(mail, context)).html,
    text: async (mail: MailView, _args, context) => (await rendered(mail, context)).text,
  },
}

async function readerOf(context: GraphqlContext): Promise<FeedReader> {
  const readerId = callerId(context)
  if (context.signedIn?.actor === "OPERATOR") return { room: "OPERATOR", organisationId: null, readerId }
  if (context.signedIn?.actor === "CUSTOMER") return { room: "SHOPPER", organisationId: readerId, readerId }
  return { room: "SELLER", organisationId: (await callerSeller(context)).id, readerId }
}

async function emailOf(context: GraphqlContext): Promise<string> {
  const id = callerId(context)
  if (context.signedIn?.actor === "OPERATOR") return (await context.scope.resolve(Modules.USER).retrieveUser(id)).email
  if (context.signedIn?.actor === "CUSTOMER")
    return (await context.scope.resolve(Modules.CUSTOMER).retrieveCustomer(id)).email ?? ""
  const [member] = await marketplaceOf(context.scope).listSellerMembers({ id })
  return found(member, "This account").email
}

function noticeView(row: FeedRow, locale: MailLocale) {
  const { subject, paragraphs, action } = row.letter[locale]
  return {
    id: row.id,
    kind: row.kind,
    subject,
    paragraphs,
    actionLabel: action?.label ?? null,
    actionUrl: action?.url ?? null,
    aboutType: row.about_type,
    aboutId: row.about_id,
    at: row.created_at,
    read: row.read_at !== null,
  }
}

type MailView = ReturnType<typeof mailView>

function mailView(row: NotificationRow) {
  return {
    id: row.id,
    kind: row.kind,
    email: row.email,
    locale: row.locale,
    subject: row.letter[row.locale].subject,
    state: row.mail_state.toUpperCase(),
    attempts: row.attempts,
    createdAt: row.created_at,
    settledAt: row.settled_at,
    nextAttemptAt: row.mail_state === "waiting" ? row.next_attempt_at : null,
    lastError: row.last_error,
    row,
  }
}

const HIDDEN = { fr: "https://…/ (adresse connue du seul destinataire)", en: "https://…/ (known to the reader only)" }

/** Their link opens an account: whoever reads the outbox does not get it, even before it has gone. */
const SECRET = /^(account|team)\./

async function rendered({ row }: MailView, context: GraphqlContext) {
  const letter = completedLetter(context.scope, row)
  const shown =
    (row.mail_state === "sent" || SECRET.test(row.kind)) && row.mail_state !== "kept" && letter.action
      ? { ...letter, action: { ...letter.action, url: HIDDEN[row.locale] } }
      : letter
  return renderMail(shown, await mailFrame(context.scope, row.locale))
}
