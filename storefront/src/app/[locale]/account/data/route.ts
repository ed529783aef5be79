import { exportMyData } from "@/server/my-data"
import { customerToken } from "@/server/session"

/** The customer's data as a file. POST: it is written down each time, and a link on another page must not start it. */
export async function POST(request: Request): Promise<Response> {
  const account = new URL(request.url).pathname.replace(/\/data$/, "")
  const back = (address: string) => new Response(null, { status: 303, headers: { location: address } })
  const token = await customerToken()
  if (!token) return back(`${account}/sign-in`)
  try {
    return new Response(await exportMyData(token), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="gondola-my-data.json"',
        "cache-control": "no-store",
      },
    })
  } catch {
    return back(`${account}?data=failed`)
  }
}
