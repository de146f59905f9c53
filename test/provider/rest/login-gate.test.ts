import { connect } from "../../../provider/rest";
import { startSimulator } from "../../../simulator";
import { controlPlane } from "../../control-plane";
import { against, closeServers, errorOf } from "./servers";
import { type Answer, page, refusal, service, svm } from "./tiny-server";

afterEach(closeServers);

const refused: Answer = { status: 401, text: "" };

describe("a login that is refused", () => {
  it("is sent once, however many calls there are", async () => {
    const array = await startSimulator({ latencyMs: 5 });
    const ontap = connect({ host: array.url, username: array.username, password: "wrong-horse" });
    const errors = await Promise.all(Array.from({ length: 200 }, () => errorOf(ontap.iscsiServices.list())));
    const later = await errorOf(ontap.iscsiServices.delete(svm.uuid));
    const requests = await controlPlane<unknown[]>(array.controlUrl, "GET", "/requests");
    await array.close();
    expect(requests).toHaveLength(1);
    for (const error of [...errors, later]) {
      expect(error).toMatchObject({ code: "api-error", status: 401, message: expect.stringMatching(/Check username/) });
    }
    expect(later).toMatchObject({ message: expect.stringMatching(/DELETE .*this call was not sent/) });
  });

  it("ends all calls of a process that was going on well, those that wait for their turn too", async () => {
    let valid = true;
    const { ontap, server } = await against(() => ({ ...(valid ? page([service]) : refused), afterMs: 20 }), {
      maxConcurrentRequests: 2,
    });
    await ontap.iscsiServices.list();
    valid = false;
    await Promise.all(Array.from({ length: 20 }, () => errorOf(ontap.iscsiServices.list())));
    expect(server.seen).toHaveLength(3);
  });

  it("leaves another login to the same cluster alone", async () => {
    const array = await startSimulator();
    const wrong = connect({ host: array.url, username: array.username, password: "wrong-horse" });
    expect(await errorOf(wrong.iscsiServices.list())).toMatchObject({ status: 401 });
    const right = connect({ host: array.url, username: array.username, password: array.password });
    expect(await right.iscsiServices.list()).toEqual([]);
    await array.close();
  });
});

describe("until an answer has shown that the login is accepted", () => {
  it("one call goes alone, then the others together", async () => {
    let inFlight = 0;
    const met: number[] = [];
    const { ontap } = await against(async () => {
      inFlight += 1;
      await new Promise((resolve) => setTimeout(resolve, 30));
      met.push(inFlight);
      inFlight -= 1;
      return page([]);
    });
    await Promise.all(Array.from({ length: 5 }, () => ontap.iscsiServices.list()));
    expect([met[0], Math.max(...met)]).toEqual([1, 4]);
  });

  it("an object that is not there, or a right that lacks, shows it as well", async () => {
    const { ontap, server } = await against((_request, number) =>
      number === 0 ? refusal(403, "6", "no right") : { ...page([]), afterMs: 50 },
    );
    const startedAt = performance.now();
    await Promise.allSettled(Array.from({ length: 8 }, () => ontap.iscsiServices.list()));
    expect(server.seen).toHaveLength(8);
    expect(performance.now() - startedAt).toBeLessThan(300);
  });

  it.each([
    ["turned away", refusal(429, "262160", "busy", { headers: { "Retry-After": "0" } })],
    ["answered by something else", { status: 404, text: "<html>not here</html>" }],
  ])("a call that was %s shows nothing: the next goes alone again", async (_title, first) => {
    const { ontap, server } = await against((_request, number) => (number === 0 ? first : refused));
    await Promise.all(Array.from({ length: 8 }, () => errorOf(ontap.iscsiServices.list())));
    expect(server.seen).toHaveLength(2);
  });

  it("calls to a dead array time out together, not one after another", async () => {
    const { ontap } = await against(() => ({ ...page([]), afterMs: 2_000 }), { timeoutMs: 200 });
    const startedAt = performance.now();
    const errors = await Promise.all(Array.from({ length: 8 }, () => errorOf(ontap.iscsiServices.list())));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    for (const error of errors) {
      expect(error).toMatchObject({ code: "unreachable" });
    }
  });
});
