import { setTimeout as sleep } from "node:timers/promises";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { ArrayWorld, SVM1 } from "./array-world";

const initiators = ["a", "b", "c", "d"].map((name) => `iqn.1998-01.com.example:${name}`);
const keyOf = (initiator: string) => ({ svmUuid: SVM1, initiator });
const keys = initiators.map(keyOf);
const [first, second] = [keyOf("iqn.1998-01.com.example:a"), keyOf("iqn.1998-01.com.example:b")];
const one = ({ initiator }: { initiator: string }) => `GET credentials/${SVM1}/${encodeURIComponent(initiator)}`;

describe("Reads of one kind", () => {
  let world: ArrayWorld;
  beforeEach(async () => {
    world = await ArrayWorld.start({
      svms: [{ name: "svm1", uuid: SVM1 }],
      services: [{ svm: { name: "svm1" } }],
      credentials: initiators.map((initiator) => ({ svm: { name: "svm1" }, initiator, authentication_type: "deny" })),
    });
  });
  afterEach(() => world.stop());

  const read = (key: (typeof keys)[number]) => world.memory.reads(iscsiCredentials, world.ontap).read(key);

  it("is a GET of the object where it is alone", async () => {
    await expect(read(first)).resolves.toMatchObject({ initiator: first.initiator, authentication_type: "deny" });
    expect(await world.calls()).toEqual([one(first)]);
  });

  it("are one GET of the collection where several come together", async () => {
    const wires = await Promise.all(keys.map(read));
    expect(wires.map(({ initiator }) => initiator)).toEqual(initiators);
    expect(await world.calls()).toEqual(["GET credentials"]);
  });

  it("that come one after another are one GET of the object, then one of the collection", async () => {
    for (const key of keys) {
      await read(key);
    }
    expect(await world.calls()).toEqual([one(first), "GET credentials"]);
  });

  it("that join while the list is on its way wait for that list", async () => {
    await world.control("POST", "/faults", { kind: "latency", ms: 150, match: { path: "/api/protocols/" } });
    const early = Promise.all([read(first), read(second)]);
    await sleep(60);
    await Promise.all([early, ...keys.map(read)]);
    expect(await world.calls()).toEqual(["GET credentials"]);
  });

  it("ask for each object that the list lacks by itself: 1 + k requests", async () => {
    const gone = [keyOf("iqn.1998-01.com.example:x"), keyOf("iqn.1998-01.com.example:y")];
    const results = await Promise.allSettled([...keys, ...gone].map(read));
    expect(results.map(({ status }) => status)).toEqual([...keys.map(() => "fulfilled"), "rejected", "rejected"]);
    expect(results.at(-1)).toMatchObject({ reason: { code: "refused", ontapCode: "4" } });
    expect([...(await world.calls())].sort()).toEqual(["GET credentials", ...gone.map(one)]);
  });

  it("find by itself what came after the list", async () => {
    await Promise.all(keys.map(read));
    const late = keyOf("iqn.1998-01.com.example:late");
    await world.ontap.iscsiCredentials.create({
      svm: { name: "svm1" },
      initiator: late.initiator,
      authentication_type: "none",
    });
    await expect(read(late)).resolves.toMatchObject({ initiator: late.initiator });
    expect(await world.calls()).toEqual(["GET credentials", "POST credentials", one(late)]);
  });

  it("begin anew after a write", async () => {
    await Promise.all(keys.map(read));
    await world.ontap.iscsiCredentials.update(SVM1, first.initiator, { authentication_type: "none" });
    world.memory.written(world.ontap);
    await world.calls();
    await expect(read(first)).resolves.toMatchObject({ authentication_type: "none" });
    expect(await world.calls()).toEqual([one(first)]);
    await Promise.all(keys.map(read));
    expect(await world.calls()).toEqual(["GET credentials"]);
  });

  it("that fail all say why, and the next ones ask again", async () => {
    await world.control("POST", "/faults", { kind: "status", status: 403, code: "6", times: 1 });
    const results = await Promise.allSettled(keys.map(read));
    expect(results.map((result) => result.status === "rejected" && result.reason.ontapCode)).toEqual(
      Array(4).fill("6"),
    );
    await expect(Promise.all(keys.map(read))).resolves.toHaveLength(4);
  });

  it("of different clusters, and of different kinds, know nothing of each other", async () => {
    const other = await ArrayWorld.start();
    expect(world.memory.reads(iscsiCredentials, world.ontap)).toBe(world.memory.reads(iscsiCredentials, world.ontap));
    expect(world.memory.reads(iscsiCredentials, other.ontap)).not.toBe(
      world.memory.reads(iscsiCredentials, world.ontap),
    );
    await other.stop();
  });
});
