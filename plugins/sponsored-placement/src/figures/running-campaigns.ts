import type { Period } from "@gondola/marketplace"

export const bounds = ({ days }: Period) => ({ first: days[0], last: days[days.length - 1] })

const VALID = `(c.charged or not c.reason = any(:invalid))`

/** Clicks of campaigns that run now: approved, begun and not over. */
export const RUNNING = `from sponsored_click c
  join sponsored_campaign k on k.id = c.campaign_id and k.state = 'ACTIVE' and k.starts_at <= :now
    and (k.ends_at is null or k.ends_at > :now)
  where c.day between cast(:first as date) and cast(:last as date) and ${VALID}`
