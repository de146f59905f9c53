import type { Bag } from "../engine/bag";
import { HOST, ON_SVM1, OTHER_HOST, SVM1 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

const TYPE = "IscsiCredentialsTable";
const chap = (user: string, password = "canary-of-a-row"): Bag => ({
  authenticationType: "chap",
  chap: { inbound: { user, password } },
});
const none: Bag = { authenticationType: "none" };
const FIXTURE = { svms: [{ name: "svm1", uuid: SVM1 }], services: [{ svm: { name: "svm1" }, enabled: true }] };

describe.each(FRONTS)("A table of credentials (%s)", (front) => {
  let harness: ProviderHarness;
  beforeEach(async () => {
    harness = await ProviderHarness.start({ front, fixture: FIXTURE });
  });
  afterEach(() => harness.stop());

  const table = (credentials: Bag, more: Bag = {}): Bag => ({ ...ON_SVM1, credentials, ...more });
  const create = (credentials: Bag, more: Bag = {}): Promise<Resource> =>
    harness.createAsPreviewed(TYPE, table(credentials, more));

  test("is created by one POST a row, changed by one PATCH a changed row, and deleted by one DELETE a row", async () => {
    const rows = { [HOST]: chap("host1"), [OTHER_HOST]: none };
    const created = await create(rows);
    expect(created).toMatchObject({ id: SVM1, outputs: { svmName: "svm1", svmUuid: SVM1, credentials: rows } });
    expect(await harness.calls()).toEqual(["POST credentials", "POST credentials"]);

    const changed = await harness.update(created, table({ ...rows, [HOST]: chap("host2") }));
    expect(changed.outputs).toMatchObject({ credentials: { [HOST]: chap("host2") } });
    expect(await harness.calls()).toEqual(["PATCH credentials"]);

    await harness.update(changed, table({ [HOST]: chap("host2") }));
    expect(await harness.calls()).toContain("DELETE credentials");
  });

  test("is read by one list", async () => {
    const created = await create({ [HOST]: chap("host1"), [OTHER_HOST]: none });
    await harness.calls();
    const read = await harness.read(created);
    expect(read.inputs).toEqual(created.inputs);
    expect(await harness.calls()).toEqual(["GET credentials"]);
  });
});
