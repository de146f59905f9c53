import { connect } from "../../../provider/rest";
import { certificateFor } from "./certificates";
import { errorOf } from "./servers";
import { page, serve, svm } from "./tiny-server";

describe("calls that wait for their turn while another finds that nothing can be sent", () => {
  const login = { username: "admin", password: "correct-horse" };

  it("end like it, each under its own name, and none of them is sent", async () => {
    const { key, pem } = certificateFor({ commonName: "cluster1", hosts: ["127.0.0.1"] });
    const server = await serve(() => page([]), { key, cert: pem });
    let connections = 0;
    server.onConnection(() => {
      connections += 1;
    });
    const ontap = connect({ host: server.url, ...login });
    const calls = Array.from({ length: 30 }, () => [ontap.iscsiServices.list(), ontap.iscsiSessions.list()]).flat();
    const errors = await Promise.all([...calls, ontap.iscsiServices.delete(svm.uuid)].map(errorOf));
    await server.close();
    for (const [index, error] of errors.entries()) {
      const path =
        index === errors.length - 1 ? "DELETE .*/services/" : index % 2 === 0 ? "GET .*/services" : "GET .*/sessions";
      expect(error).toMatchObject({
        code: "unreachable",
        shared: { scope: "cluster" },
        message: expect.stringMatching(new RegExp(`^Could not ${path}.* at ${server.url}: .* is signed by itself`)),
      });
    }
    expect(connections).toBeLessThanOrEqual(2);
  });

  it("are sent where it ended well after all", async () => {
    const server = await serve(() => page([]));
    const { port } = new URL(server.url);
    await server.close();
    const ontap = connect({ host: `http://127.0.0.1:${port}`, ...login });
    const first = errorOf(ontap.iscsiServices.delete(svm.uuid));
    expect(await first).toMatchObject({ code: "unreachable" });
    const again = await serve(() => page([]), undefined, Number(port));
    await expect(ontap.iscsiServices.list()).resolves.toEqual([]);
    await again.close();
  });
});

describe("calls that wait for their turn while another gets no response in time", () => {
  const login = { username: "admin", password: "correct-horse", timeoutMs: 200, maxConcurrentRequests: 2 };

  it("end like it where nothing responds at all, unsent, so that no write among them is uncertain", async () => {
    const server = await serve(() => ({ afterMs: 5_000 }));
    const ontap = connect({ host: server.url, ...login });
    const startedAt = performance.now();
    const errors = await Promise.all(Array.from({ length: 30 }, () => errorOf(ontap.iscsiServices.delete(svm.uuid))));
    const elapsedMs = performance.now() - startedAt;
    await server.close();
    expect(server.seen).toHaveLength(1);
    expect(errors.slice(0, 2)).toMatchObject([
      { code: "uncertain" },
      { code: "unreachable", reason: "no response within 200 ms" },
    ]);
    expect(elapsedMs).toBeLessThan(2_000);
  });

  it("are sent where others get responses meanwhile", async () => {
    const server = await serve(({ url }) => ({ ...page([]), afterMs: url.includes("/services") ? 5_000 : 20 }));
    const ontap = connect({ host: server.url, ...login });
    await ontap.iscsiSessions.list();
    const slow = errorOf(ontap.iscsiServices.list());
    const calls = Array.from({ length: 30 }, () => ontap.iscsiSessions.list());
    expect(await slow).toMatchObject({ code: "unreachable" });
    expect((await Promise.all(calls)).flat()).toEqual([]);
    await server.close();
  });
});
