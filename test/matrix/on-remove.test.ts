import { EndToEndHarness } from "../e2e/harness";
import { expectExit } from "../expect-exit";
import { HOST, ON_SVM1 } from "../names";

interface Row {
  readonly initiator: string;
  readonly authentication_type: string;
}

const SERVICE = `const service = new IscsiService("service", { svm: { name: "svm1" } });`;
const host = (more: string) => `new IscsiCredentials("host", {
  svm: service.svm, initiator: "${HOST}", authenticationType: "chap",
  chap: { inbound: { user: "host1", password: "inbound-password" } }, ${more}
});`;

describe("The removal of a credential on the real engine", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start(`${SERVICE}${host('onRemove: "deny"')}`, { fixture: { svms: [ON_SVM1.svm] } });
    await end.project.expect(["up", "--yes", "--skip-preview"]);
  });
  afterAll(() => end.stop());

  const row = async () => {
    const { credentials } = await end.control<{ credentials: readonly Row[] }>("GET", "/state");
    return credentials.find(({ initiator }) => initiator === HOST)?.authentication_type;
  };
  const urnOf = async (name: string) => {
    const { deployment } = await end.project.exportState();
    return deployment.resources?.find(({ urn }) => urn.endsWith(`::${name}`))?.urn ?? "";
  };

  it.each(["host", "service"])("is none where a forced replacement of the %s brings it back", async (name) => {
    const replaced = await end.project.up(["--replace", await urnOf(name)]);
    expectExit(replaced, 0);
    expect(replaced.text).not.toMatch(/denies every login|may then log in/);
    expect(await row()).toBe("chap");
  });

  it('leaves a denying row with onRemove: "deny", and says so', async () => {
    end.setProgram(SERVICE);
    const removed = await end.project.up();
    expectExit(removed, 0);
    expect(removed.text).toContain("its row stays on the array and denies every login (onRemove)");
    expect(await row()).toBe("deny");
  });

  it("says without it what the default row then lets in", async () => {
    end.setProgram(`${SERVICE}${host("adopt: true")}`);
    expectExit(await end.project.up(), 0);
    expect(await row()).toBe("chap");
    end.setProgram(SERVICE);
    const removed = await end.project.up();
    expectExit(removed, 0);
    expect(removed.text).toContain("`default` is none: this initiator may then log in without a password");
    expect(await row()).toBeUndefined();
  });
});
