import { setTimeout as sleep } from "node:timers/promises";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { SVM1 } from "../../names";
import { ArrayHarness } from "./array-harness";

const initiators = ["a", "b", "c", "d"].map((name) => `iqn.1998-01.com.example:${name}`);
const keyOf = (name: string) => ({ svmUuid: SVM1, name });
const keys = initiators.map(keyOf);
const [first, second] = [keyOf("iqn.1998-01.com.example:a"), keyOf("iqn.1998-01.com.example:b")];
const one = ({ name }: { name: string }) => `GET credentials/${SVM1}/${encodeURIComponent(name)}`;

describe("Reads of one kind", () => {
  let harness: ArrayHarness;
  beforeEach(async () => {
    harness = await ArrayHarness.start({
      svms: [{ name: "svm1", uuid: SVM1 }],
      services: [{ svm: { name: "svm1" } }],
      credentials: initiators.map((initiator) => ({ svm: { name: "svm1" }, initiator, authentication_type: "deny" })),
    });
  });
  afterEach(() => harness.stop());

  const read = (key: (typeof keys)[number]) => harness.memory.reads(iscsiCredentials, harness.ontap).read(key);

  it("is a GET of the object where it is alone", async () => {
    await expect(read(first)).resolves.toMatchObject({ initiator: first.name, authentication_type: "deny" });
    expect(await harness.calls()).toEqual([one(first)]);
  });

  it("are one GET of the collection where several come together", async () => {
    const wires = await Promise.all(keys.map(read));
    expect(wires.map(({ initiator }) => initiator)).toEqual(initiators);
    expect(await harness.calls()).toEqual(["GET credentials"]);
  });

  it("that come one after another are one GET of the object, then one of the collection", async () => {
    for (const key of keys) {
      await read(key);
    }
    expect(await harness.calls()).toEqual([one(first), "GET credentials"]);
  });

  it("that join while the list is on its way wait for that list", async () => {
    await harness.control("POST", "/faults", { kind: "latency", ms: 150, match: { path: "/api/protocols/" } });
    const early = Promise.all([read(first), read(second)]);
    await sleep(60);
    await Promise.all([early, ...keys.map(read)]);
    expect(await harness.calls()).toEqual(["GET credentials"]);
  });

  it("are answered at once by a list that is there, with no timer between", async () => {
    await Promise.all([read(first), read(second)]);
    // Everything that needs no timer and no network is done before the next turn of the event loop.
    const turn = new Promise((resolve) => setImmediate(resolve, "a turn later"));
    const late = Promise.all(keys.map(read));
    await expect(Promise.race([turn, late])).resolves.toHaveLength(keys.length);
  });

  it("ask for each object that the list lacks by itself: 1 + k requests", async () => {
    const gone = [keyOf("iqn.1998-01.com.example:x"), keyOf("iqn.1998-01.com.example:y")];
    const results = await Promise.allSettled([...keys, ...gone].map(read));
    expect(results.map(({ status }) => status)).toEqual([...keys.map(() => "fulfilled"), "rejected", "rejected"]);
    expect(results.at(-1)).toMatchObject({ reason: { code: "api-error", ontapCode: "4" } });
    expect([...(await harness.calls())].sort()).toEqual(["GET credentials", ...gone.map(one)]);
  });

  it("find by itself what came after the list", async () => {
    await Promise.all(keys.map(read));
    const late = keyOf("iqn.1998-01.com.example:late");
    await harness.ontap.iscsiCredentials.create({
      svm: { name: "svm1" },
      initiator: late.name,
      authentication_type: "none",
    });
    await expect(read(late)).resolves.toMatchObject({ initiator: late.name });
    expect(await harness.calls()).toEqual(["GET credentials", "POST credentials", one(late)]);
  });

  it("begin anew after a write", async () => {
    await Promise.all(keys.map(read));
    await harness.ontap.iscsiCredentials.update(SVM1, first.name, { authentication_type: "none" });
    harness.memory.invalidateReads(harness.ontap);
    await harness.calls();
    await expect(read(first)).resolves.toMatchObject({ authentication_type: "none" });
    expect(await harness.calls()).toEqual([one(first)]);
    await Promise.all(keys.map(read));
    expect(await harness.calls()).toEqual(["GET credentials"]);
  });

  it("that fail all say why, and the next ones ask again", async () => {
    await harness.control("POST", "/faults", { kind: "status", status: 403, code: "6", times: 1 });
    const results = await Promise.allSettled(keys.map(read));
    expect(results.map((result) => result.status === "rejected" && result.reason.ontapCode)).toEqual(
      Array(4).fill("6"),
    );
    await expect(Promise.all(keys.map(read))).resolves.toHaveLength(4);
  });

  it("begin anew after a pause, since somebody may have changed something meanwhile", async () => {
    await Promise.all(keys.map(read));
    await harness.ontap.iscsiCredentials.update(SVM1, first.name, { authentication_type: "none" });
    await sleep(2_100);
    await harness.calls();
    await expect(read(first)).resolves.toMatchObject({ authentication_type: "none" });
    expect(await harness.calls()).toEqual([one(first)]);
  });

  it("that come one by one for longer than a pause are one burst, and one list", async () => {
    await Promise.all([read(first), read(second)]);
    for (let n = 0; n < 5; n++) {
      await sleep(500);
      await read(first);
    }
    expect(await harness.calls()).toEqual(["GET credentials"]);
  });

  it("of different clusters, and of different kinds, know nothing of each other", async () => {
    const other = await ArrayHarness.start();
    expect(harness.memory.reads(iscsiCredentials, harness.ontap)).toBe(
      harness.memory.reads(iscsiCredentials, harness.ontap),
    );
    expect(harness.memory.reads(iscsiCredentials, other.ontap)).not.toBe(
      harness.memory.reads(iscsiCredentials, harness.ontap),
    );
    await other.stop();
  });
});

describe("Reads of objects on several SVMs", () => {
  const uuid = (n: number) => `00000000-94d7-11e8-8370-${String(n).padStart(12, "0")}`;
  const key = (n: number) => ({ svmUuid: uuid(n), name: "default" });
  let harness: ArrayHarness;
  beforeEach(async () => {
    const svms = Array.from({ length: 8 }, (_, n) => ({ name: `svm${n}`, uuid: uuid(n) }));
    harness = await ArrayHarness.start({ svms, services: svms.map(({ name }) => ({ svm: { name } })) });
  });
  afterEach(() => harness.stop());

  const read = (n: number) => harness.memory.reads(iscsiCredentials, harness.ontap).read(key(n));
  /** For each list the SVMs that it was restricted to, or `all`. */
  const lists = async () => {
    const requests = await harness.control<{ query: string }[]>("GET", "/requests");
    await harness.control("DELETE", "/requests");
    return requests.map(({ query }) => new URLSearchParams(query).get("svm.uuid")?.split("|") ?? "all");
  };

  it("ask for those SVMs only where they are few", async () => {
    await Promise.all([read(0), read(0), read(3)]);
    expect(await lists()).toEqual([[uuid(0), uuid(3)]]);
  });

  it("ask for further SVMs by themselves, and for the whole cluster as soon as they are many", async () => {
    await Promise.all([read(0), read(1)]);
    await Promise.all([read(1), read(2), read(3)]);
    expect(await lists()).toEqual([
      [uuid(0), uuid(1)],
      [uuid(2), uuid(3)],
    ]);
    for (const n of [4, 5, 6, 7, 0]) {
      await expect(read(n)).resolves.toMatchObject({ svm: { uuid: uuid(n) } });
    }
    expect(await lists()).toEqual(["all"]);
  });

  it("ask for the whole cluster at the third list, since each would keep those waiting that need it", async () => {
    for (const n of [0, 1, 2, 3, 4]) {
      await Promise.all([read(n), read(n)]);
    }
    expect(await lists()).toEqual([[uuid(0)], [uuid(1)], "all"]);
  });

  it("are answered at once by the list of the whole cluster, whatever their SVM", async () => {
    await Promise.all([0, 1, 2, 3, 4].map(read));
    const turn = new Promise((resolve) => setImmediate(resolve, "a turn later"));
    await expect(Promise.race([turn, read(7)])).resolves.toMatchObject({ svm: { uuid: uuid(7) } });
  });

  it("ask for the whole cluster at once where many come together", async () => {
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(read));
    expect(await lists()).toEqual(["all"]);
  });

  it("that come a moment apart still come together", async () => {
    await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7].map(async (n) => {
        await sleep(n * 5);
        await read(n);
      }),
    );
    expect(await lists()).toEqual(["all"]);
  });
});
