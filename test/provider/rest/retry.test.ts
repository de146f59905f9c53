import { against, closeServers, errorOf } from "./servers";
import { page, refusal, service, svm } from "./tiny-server";

afterEach(closeServers);

const busy = { "Retry-After": "0" };

describe("a call that was turned away", () => {
  it.each([
    ["429 with ONTAP's code", refusal(429, "262160", "busy", { headers: busy })],
    ["429 without a body", { status: 429, text: "", headers: busy }],
    ["a locked object", refusal(409, "2621573", "locked", { headers: busy })],
    ["a resource limit", refusal(503, "7", "limit", { headers: busy })],
  ])("is sent again, be it a write: %s", async (_title, first) => {
    const { ontap, server } = await against((_request, number) => (number === 0 ? first : {}));
    await ontap.iscsiServices.update(svm.uuid, { enabled: false });
    expect(server.seen.map(({ method }) => method)).toEqual(["PATCH", "PATCH"]);
  });

  it("waits as long as it was asked to", async () => {
    const { ontap } = await against((_request, number) =>
      number === 0 ? refusal(429, "262160", "busy", { headers: { "Retry-After": "1" } }) : { json: service },
    );
    const startedAt = performance.now();
    await ontap.iscsiServices.get(svm.uuid);
    expect(performance.now() - startedAt).toBeGreaterThan(990);
  });

  it("takes a date in Retry-After", async () => {
    const past = new Date(Date.now() - 60_000).toUTCString();
    const { ontap, server } = await against((_request, number) =>
      number === 0 ? refusal(429, "262160", "busy", { headers: { "Retry-After": past } }) : { json: service },
    );
    await ontap.iscsiServices.get(svm.uuid);
    expect(server.seen).toHaveLength(2);
  });

  it("is given up after six attempts", async () => {
    const { ontap, server } = await against(() => refusal(429, "262160", "busy", { headers: busy }));
    expect(await errorOf(ontap.iscsiServices.get(svm.uuid))).toMatchObject({ code: "api-error", ontapCode: "262160" });
    expect(server.seen).toHaveLength(6);
  });
});

describe("a read", () => {
  it.each([
    ["503", { status: 503, text: "<html>busy</html>", headers: busy }],
    ["502", { status: 502, text: "<html>bad gateway</html>" }],
    ["a lost connection", { drop: true as const }],
  ])("is sent again after %s", async (_title, first) => {
    const { ontap, server } = await against((_request, number) => (number === 0 ? first : page([service])));
    expect(await ontap.iscsiServices.list()).toEqual([service]);
    expect(server.seen).toHaveLength(2);
  });

  it("is given up after three attempts", async () => {
    const { ontap, server } = await against(() => ({ drop: true }));
    expect(await errorOf(ontap.iscsiServices.list())).toMatchObject({ code: "unreachable" });
    expect(server.seen).toHaveLength(3);
  });

  it("is not sent again after a time-out, which would only add load", async () => {
    const { ontap, server } = await against(() => ({ afterMs: 400, ...page([]) }), { timeoutMs: 100 });
    const error = await errorOf(ontap.iscsiServices.list());
    expect(error).toMatchObject({ code: "unreachable", message: expect.stringContaining("no response within 100 ms") });
    expect(server.seen).toHaveLength(1);
  });

  it("is not sent again after a refusal", async () => {
    const { ontap, server } = await against(() => refusal(404, "4", "entry doesn't exist"));
    expect(await errorOf(ontap.iscsiServices.get(svm.uuid))).toMatchObject({
      code: "api-error",
      ontapCode: "4",
      status: 404,
    });
    expect(server.seen).toHaveLength(1);
  });
});

describe("a write without a whole answer", () => {
  it.each([
    ["the connection was lost", { drop: true as const }],
    ["a gateway answered", { status: 504, text: "<html>gateway time-out</html>" }],
    ["a gateway was busy", { status: 503, text: "" }],
    ["a proxy's page came back with 200", { status: 200, text: "<html>welcome</html>" }],
  ])("is uncertain and never sent again: %s", async (_title, answer) => {
    const { ontap, server } = await against(() => answer);
    const error = await errorOf(ontap.iscsiServices.update(svm.uuid, { enabled: true }));
    expect(error).toMatchObject({ code: "uncertain", message: expect.stringContaining("not known whether") });
    expect(server.seen).toHaveLength(1);
  });

  it("is uncertain after a time-out", async () => {
    const { ontap, server } = await against(() => ({ afterMs: 400 }), { timeoutMs: 100 });
    expect(await errorOf(ontap.iscsiServices.delete(svm.uuid))).toMatchObject({ code: "uncertain" });
    expect(server.seen).toHaveLength(1);
  });

  it("is uncertain where a create does not say what it made", async () => {
    const { ontap } = await against(() => ({ status: 201, json: {} }));
    expect(await errorOf(ontap.iscsiServices.create({ svm: { name: "svm1" } }))).toMatchObject({ code: "uncertain" });
  });

  it("is unreachable, and so known not to have happened, where nobody listens", async () => {
    const { ontap, server } = await against(() => ({}));
    await server.close();
    const error = await errorOf(ontap.iscsiServices.update(svm.uuid, { enabled: true }));
    expect(error).toMatchObject({ code: "unreachable", message: expect.stringContaining("ECONNREFUSED") });
  });
});
