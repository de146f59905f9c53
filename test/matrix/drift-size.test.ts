import { causesOf } from "../../cli/drift/causes";
import { compareWithArrays } from "../../cli/drift/compare-with-arrays";
import { render } from "../../cli/drift/formats";
import { notesOf } from "../../cli/drift/formats/notes";
import { type DriftObject, reportOf } from "../../cli/drift/report";
import { RecordedObjects } from "../../cli/drift/unmanaged";
import { recordedArrays } from "../../cli/stack/arrays";
import { noConfiguration } from "../../cli/stack/configuration";
import { DEFAULT_PLACE } from "../../cli/stack/place";
import { recordedState } from "../../cli/stack/recorded";
import { startSimulator } from "../../simulator";
import { TestArray } from "../array";
import { environmentOf } from "../cli/executable";
import { cpuGrowth } from "../cpu-growth";
import { SVM1 } from "../names";

/** Linear work grows five times between these; what looks at every pair would grow 25 times. */
const SIZES = [2_000, 10_000] as const;
const LINEAR = 15;

const PROVENANCE = {
  version: "1",
  command: "drift",
  time: "2026-11-21T09:30:00Z",
  source: { stack: "dev", project: "test" },
  clusters: [],
  options: {},
};

const svm = { name: "svm1", uuid: SVM1 };
const initiator = (number: number) => `iqn.1998-01.com.example:host${number}`;
const ranges = [{ start: "10.0.0.1", end: "10.0.0.9" }];

function exported(size: number): string {
  const resource = (kind: string, name: string, id: string, outputs: object) => {
    const type = `pulumi-nodejs:dynamic/ontap-iscsi:${kind}`;
    const urn = `urn:pulumi:dev::test::${type}::${name}`;
    return { urn, custom: true, id, type, outputs: { svm, ...outputs, svmName: "svm1", svmUuid: SVM1 } };
  };
  const credentials = Array.from({ length: size }, (_, number) =>
    resource("IscsiCredentials", `host${number}`, `${SVM1}/${initiator(number)}`, {
      initiator: initiator(number),
      authenticationType: "chap",
      chap: { inbound: { user: "host", password: "not to be seen" } },
      initiatorAddress: { ranges },
    }),
  );
  const service = resource("IscsiService", "service", SVM1, { enabled: true });
  return JSON.stringify({ version: 3, deployment: { resources: [service, ...credentials] } });
}

async function arrayOf(size: number): Promise<TestArray> {
  const credentials = Array.from({ length: size }, (_, number) => ({
    svm,
    initiator: initiator(number),
    authentication_type: "chap",
    chap: { inbound: { user: "host", password: "not to be seen" } },
    initiator_address: { ranges },
  }));
  return new TestArray(await startSimulator({ fixture: { svms: [svm], services: [{ svm }], credentials } }));
}

describe("a comparison of thousands of credentials", () => {
  const arrays = new Map<number, { readonly array: TestArray; readonly state: string }>();
  beforeAll(async () => {
    for (const size of SIZES) {
      arrays.set(size, { array: await arrayOf(size), state: exported(size) });
    }
  });
  afterAll(() => Promise.all([...arrays.values()].map(({ array }) => array.close())));

  async function compare(size: number) {
    const { array, state } = arrays.get(size) ?? { array: await arrayOf(0), state: exported(0) };
    const env = environmentOf(array);
    const { resources } = recordedState(state, "the state");
    const recorded = new RecordedObjects(resources);
    const told: string[] = [];
    const remark = (text: string) => void told.push(text);
    const dependencies = { recorded, failOnUnmanaged: "any" as const, env, remark };
    const findings = await compareWithArrays(recordedArrays(resources, noConfiguration, env), dependencies);
    const report = reportOf(findings, PROVENANCE);
    return { report, told, text: await render("text", report) };
  }

  it("finds every one as it is recorded, in a list of each kind", async () => {
    const [size] = SIZES;
    await arrays.get(size)?.array.requests();
    const { report, told } = await compare(size);
    expect([report.status, report.objects.length, report.unmanaged, told]).toEqual(["clean", size + 1, [], []]);
    expect(report.objects.filter(({ unseen }) => unseen.join() === "chap.inbound.password")).toHaveLength(size);
    expect(await arrays.get(size)?.array.requests()).toHaveLength(2);
  });

  it("takes time in proportion to their number", async () => {
    expect(await cpuGrowth(SIZES, compare)).toBeLessThan(LINEAR);
  }, 120_000);
});

describe("a report of thousands of objects", () => {
  const object = (number: number): DriftObject => ({
    ...DEFAULT_PLACE,
    urn: `urn:pulumi:dev::test::t::host${number}`,
    name: `host${number}`,
    type: "t",
    id: `${SVM1}/${initiator(number)}`,
    svm: "svm1",
    status: "unknown",
    changes: [],
    unseen: [],
    notes: [{ property: "svmName", recorded: "old", actual: "new" }],
  });
  const objects = Array.from({ length: 20_000 }, (_, number) => object(number));
  const sizes = [4_000, 20_000] as const;

  it("tells a changed name of all in time in proportion to their number", async () => {
    expect(notesOf(reportOf({ objects, unmanaged: [], causes: [] }, PROVENANCE))).toHaveLength(1);
    const reports = new Map(sizes.map((size) => [size as number, { objects: objects.slice(0, size) }]));
    const notes = (size: number) =>
      notesOf({
        status: "clean",
        unmanaged: [],
        causes: [],
        provenance: PROVENANCE,
        ...(reports.get(size) ?? { objects }),
      });
    expect(await cpuGrowth(sizes, notes)).toBeLessThan(LINEAR);
  }, 60_000);

  it("tells a cause of each in time in proportion to their number", async () => {
    const unknowns = objects.map((one) => ({ object: one, cause: { key: one.id, reason: one.id, message: one.id } }));
    const causes = (size: number) => causesOf(DEFAULT_PLACE, unknowns.slice(0, size));
    expect(causes(20_000).map(({ objects: [one] }) => one)).toEqual(objects);
    expect(await cpuGrowth(sizes, causes)).toBeLessThan(LINEAR);
  }, 60_000);
});
