import { FRONTS, ProviderHarness } from "./provider-harness";

const N = 60;
const rows = Array.from({ length: N }, (_, at) => ({
  svm: { name: "svm1" },
  initiator: `iqn.1998-01.com.corp.iscsi:host${at}`,
  authentication_type: "none",
}));
const args = (row: (typeof rows)[number]) => ({
  svm: row.svm,
  initiator: row.initiator,
  authenticationType: row.authentication_type,
});

describe.each(FRONTS)("A process with a wrong password (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front, fixture: { services: [{ svm: { name: "svm1" } }] } });
  });
  afterAll(() => harness?.stop());

  async function refusedIn<T>(work: (wrong: ProviderHarness) => readonly Promise<T>[]): Promise<number> {
    const wrong = await harness.newProcess({ ONTAP_PASSWORD: "wrong-horse" });
    try {
      await harness.everyRequest();
      const messages = (await Promise.allSettled(work(wrong))).map((result) => {
        expect(result).toMatchObject({ status: "rejected", reason: { message: expect.stringContaining("HTTP 401)") } });
        return result.status === "rejected" ? String(result.reason) : "";
      });
      expect(messages.filter((message) => message.includes("Check username and password"))).toHaveLength(1);
      expect(messages.filter((message) => message.includes(": same cause: "))).toHaveLength(N - 1);
      expect(wrong.host.process.stderr).toBe("");
      return (await harness.everyRequest()).length;
    } finally {
      await wrong.stopProcess();
    }
  }

  it("sends it once and tells of it once, whether many objects are read, changed, created or deleted", async () => {
    const made = await Promise.all(rows.map((row) => harness.create("IscsiCredentials", args(row))));
    expect(await refusedIn((wrong) => made.map((one) => wrong.read(one)))).toBe(1);
    expect(await refusedIn((wrong) => made.map((one) => wrong.delete(one)))).toBe(1);
    expect(
      await refusedIn((wrong) =>
        rows.map((row) => wrong.create("IscsiCredentials", { ...args(row), svm: { name: "svm2" } })),
      ),
    ).toBe(1);
    expect(
      await refusedIn((wrong) => made.map((one) => wrong.update(one, { ...one.inputs, authenticationType: "deny" }))),
    ).toBe(1);
  });
});
