import type { Bag } from "../engine/bag";
import { HOST, ON_SVM1 } from "../names";
import { ProviderHarness } from "./provider-harness";

const inbound = { user: "host1", password: "inbound-password" };
const outbound = { user: "array", password: "outbound-password" };
const host = (more: Bag): Bag => ({ ...ON_SVM1, initiator: HOST, ...more });

describe.each([false, true])("Where a change of type keeps stored pairs (outbound kept by a PATCH: %s)", (kept) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start();
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("PUT", "/state", { svms: [{ name: "svm1" }], services: [ON_SVM1] });
    await harness.control("PUT", "/settings", { unknowns: { secretsGoWithType: false, outboundKeptOnPatch: kept } });
  });

  const stored = async () => {
    const { credentials } = await harness.control<{ credentials: { initiator: string; chap?: object }[] }>(
      "GET",
      "/state",
    );
    return credentials.find(({ initiator }) => initiator === HOST)?.chap;
  };

  test.each(["none", "deny"])("chap without outbound after %s does not revive an old outbound pair", async (type) => {
    const mutual = await harness.create(
      "IscsiCredentials",
      host({ authenticationType: "chap", chap: { inbound, outbound } }),
    );
    const without = await harness.update(mutual, host({ authenticationType: type }));
    await harness.update(without, host({ authenticationType: "chap", chap: { inbound } }));
    expect(await stored()).toEqual({ inbound });
  });

  test("nor does taking over a row of type none or chap that holds one", async () => {
    for (const [initiator, type] of [
      [`${HOST}.none`, "none"],
      [`${HOST}.chap`, "chap"],
    ] as const) {
      const mutual = { authenticationType: "chap", chap: { inbound, outbound } };
      const theirs = await harness.create("IscsiCredentials", host({ initiator, ...mutual }));
      if (type === "none") {
        await harness.update(theirs, host({ initiator, authenticationType: "none" }));
      }
      const wanted = host({ initiator, authenticationType: "chap", chap: { inbound }, adopt: true });
      const { id } = await harness.create("IscsiCredentials", wanted);
      const { properties } = await harness.read({ type: "IscsiCredentials", id, inputs: {}, outputs: {} });
      expect(properties.chap).toEqual({ inbound: { user: inbound.user } });
    }
  });
});
