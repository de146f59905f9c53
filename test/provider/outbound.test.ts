import type { Bag } from "../engine/bag";
import { Hosted } from "./hosted";

const SVM = { svm: { name: "svm1" } };
const INITIATOR = "iqn.1998-01.com.corp.iscsi:name1";
const inbound = { user: "host1", password: "inbound-password" };
const outbound = { user: "array", password: "outbound-password" };
const host = (more: Bag): Bag => ({ ...SVM, initiator: INITIATOR, ...more });

describe.each([false, true])("Where a change of type keeps stored pairs (outbound kept by a PATCH: %s)", (kept) => {
  let hosted: Hosted;
  beforeAll(async () => {
    hosted = await Hosted.start();
  });
  afterAll(() => hosted.stop());
  beforeEach(async () => {
    await hosted.control("PUT", "/state", { svms: [{ name: "svm1" }], services: [SVM] });
    await hosted.control("PUT", "/settings", { unknowns: { secretsGoWithType: false, outboundKeptOnPatch: kept } });
  });

  const stored = async () => {
    const { credentials } = await hosted.control<{ credentials: { initiator: string; chap?: object }[] }>(
      "GET",
      "/state",
    );
    return credentials.find(({ initiator }) => initiator === INITIATOR)?.chap;
  };

  test.each(["none", "deny"])("chap without outbound after %s does not revive an old outbound pair", async (type) => {
    const mutual = await hosted.create(
      "IscsiCredentials",
      host({ authenticationType: "chap", chap: { inbound, outbound } }),
    );
    const without = await hosted.update(mutual, host({ authenticationType: type }));
    await hosted.update(without, host({ authenticationType: "chap", chap: { inbound } }));
    expect(await stored()).toEqual({ inbound });
  });

  test("nor does taking over a row of type none or chap that holds one", async () => {
    for (const [initiator, type] of [
      [`${INITIATOR}.none`, "none"],
      [`${INITIATOR}.chap`, "chap"],
    ] as const) {
      const mutual = { authenticationType: "chap", chap: { inbound, outbound } };
      const theirs = await hosted.create("IscsiCredentials", host({ initiator, ...mutual }));
      if (type === "none") {
        await hosted.update(theirs, host({ initiator, authenticationType: "none" }));
      }
      const wanted = host({ initiator, authenticationType: "chap", chap: { inbound }, adopt: true });
      const { id } = await hosted.create("IscsiCredentials", wanted);
      const { properties } = await hosted.read({ type: "IscsiCredentials", id, inputs: {}, outputs: {} });
      expect(properties.chap).toEqual({ inbound: { user: inbound.user } });
    }
  });
});
