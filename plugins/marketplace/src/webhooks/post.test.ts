import { createServer, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { post } from "./post"

describe("post", () => {
  let server: Server
  let calls = 0
  let respond: (res: ServerResponse) => void = (res) => res.end("ok")
  const url = (protocol: string, host = "127.0.0.1") =>
    `${protocol}://${host}:${(server.address() as AddressInfo).port}/h`
  const options = (relaxed: boolean) => ({ headers: { "content-type": "application/json" }, relaxed })

  beforeAll(async () => {
    server = createServer((_req, res) => {
      calls++
      respond(res)
    })
    server.on("connection", () => calls++)
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  })
  afterAll(() => new Promise((done) => server.close(done)))
  beforeEach(() => void (calls = 0))

  it("tells status, time and the beginning of the answer", async () => {
    respond = (res) => res.writeHead(418).end(`a\u0007${"b".repeat(5000)}`)
    const posted = await post(url("http"), "{}", options(true))
    expect(posted).toMatchObject({ status: 418, error: null })
    expect(posted.excerpt).toBe(`a ${"b".repeat(498)}`)
  })

  it("does not follow a redirect", async () => {
    respond = (res) => res.writeHead(302, { location: "http://169.254.169.254/" }).end()
    expect(await post(url("http"), "{}", options(true))).toMatchObject({ status: 302 })
  })

  it("keeps a status whose body breaks off", async () => {
    respond = (res) => {
      res.writeHead(200, { "content-length": "100" })
      res.write("part", () => res.destroy())
    }
    expect(await post(url("http"), "{}", options(true))).toMatchObject({ status: 200 })
  })

  it("says why no answer came", async () => {
    respond = (res) => res.destroy()
    expect(await post(url("http"), "{}", options(true))).toMatchObject({ status: null, error: expect.any(String) })
  })

  it.each(["http://127.0.0.1", "https://127.0.0.1", "https://localhost", "https://[::1]"])(
    "opens no connection into an own network: %s",
    async (origin) => {
      const { port } = server.address() as AddressInfo
      const posted = await post(`${origin}:${port}/h`, "{}", options(false))
      expect(posted).toMatchObject({ status: null, error: expect.stringMatching(/private network|not a public/) })
      expect(calls).toBe(0)
    },
  )
})
