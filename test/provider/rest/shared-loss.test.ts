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
