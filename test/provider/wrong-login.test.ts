import { ProviderHarness } from "./provider-harness";

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

describe("A process with a wrong password", () => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ fixture: { services: [{ svm: { name: "svm1" } }] } });
  });
  afterAll(() => harness?.stop());

  async function refusedIn<T>(work: (wrong: ProviderHarness) => readonly Promise<T>[]): Promise<number> {
    const wrong = await harness.newProcess({ ONTAP_PASSWORD: "wrong-horse" });
    try {
      await harness.everyRequest();
      for (const result of await Promise.allSettled(work(wrong))) {
        expect(result).toMatchObject({
          status: "rejected",
          reason: { message: expect.stringMatching(/HTTP 401\).*Check username and password/s) },
        });
      }
      return (await harness.everyRequest()).length;
    } finally {
      await wrong.stopProcess();
    }
  }

  it("sends it once, whether many objects are read, changed, created or deleted", async () => {
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
