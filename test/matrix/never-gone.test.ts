import type { WireRecord } from "../../simulator/query";
import { ProviderHarness, type Resource } from "../provider/provider-harness";

const INITIATORS = ["name1", "name2", "name3"].map((name) => `iqn.1998-01.com.corp.iscsi:${name}`);

interface Trouble {
  readonly title: string;
  readonly fault: Readonly<Record<string, unknown>>;
  readonly config?: Readonly<Record<string, string>>;
}

const troubles: readonly Trouble[] = [
  { title: "latency", fault: { kind: "latency", ms: 50 } },
  { title: "partial pages", fault: { kind: "partialPage", records: 1 } },
  { title: "an empty page without a next link, fast", fault: { kind: "emptyPage", afterMs: 20 } },
  { title: "an empty page, as slow as ONTAP may be", fault: { kind: "emptyPage" } },
  { title: "401", fault: { kind: "status", status: 401 } },
  { title: "403", fault: { kind: "status", status: 403, code: "6" } },
  { title: "404 without ONTAP's code", fault: { kind: "html" } },
  { title: "429", fault: { kind: "status", status: 429, code: "262160", retryAfter: 0 } },
  { title: "500", fault: { kind: "status", status: 500, code: "262145" } },
  { title: "503", fault: { kind: "status", status: 503, retryAfter: 0 } },
  { title: "a closed connection", fault: { kind: "refuse" } },
  { title: "a reset connection", fault: { kind: "reset" } },
  { title: "half of the body", fault: { kind: "truncate" } },
  { title: "JSON of the wrong shape", fault: { kind: "wrongType" } },
  {
    title: "no response within the time-out",
    fault: { kind: "hang", ms: 5_000 },
    config: { "ontap-iscsi:timeoutMs": "500" },
  },
  { title: "an SVM that the array does not know", fault: { kind: "status", status: 404, code: "2621462" } },
];

/** A service and its credentials, and the state of an array that has them. */
interface Recorded {
  readonly all: readonly Resource[];
  readonly state: WireRecord;
}

async function record(): Promise<Recorded> {
  const harness = await ProviderHarness.start();
  try {
    const service = await harness.create("IscsiService", { svm: { name: "svm1" } });
    const credentials = INITIATORS.map((initiator) =>
      harness.create("IscsiCredentials", { svm: { name: "svm1" }, initiator, authenticationType: "none" }),
    );
    return { all: [service, ...(await Promise.all(credentials))], state: await harness.control("GET", "/state") };
  } finally {
    await harness.stop();
  }
}

let recording: Promise<Recorded> | undefined;
/** Recorded once, by whichever test comes first: those that run at once start before any hook. */
function recorded(): Promise<Recorded> {
  recording ??= record();
  return recording;
}

// Most of the time of these goes by between retries, so they run at once, each with an array of its own.
test.concurrent.each(troubles)(
  "A read that fails never says that an object is gone: $title",
  async ({ fault, config = {} }) => {
    const { all, state } = await recorded();
    const fresh = await ProviderHarness.start({ fixture: state, config });
    try {
      await fresh.control("POST", "/faults", { match: { path: "/api/" }, ...fault });
      const results = await Promise.allSettled(all.map((resource) => fresh.read(resource)));
      for (const result of results) {
        if (result.status === "fulfilled") {
          expect(result.value.id).not.toBe("");
        } else {
          expect(String(result.reason)).toContain("it is kept as recorded");
        }
      }
    } finally {
      await fresh.stop();
    }
  },
);

describe("A read that fails", () => {
  let harness: ProviderHarness;
  let all: readonly Resource[];

  beforeAll(async () => {
    const { state, ...rest } = await recorded();
    all = rest.all;
    harness = await ProviderHarness.start({ fixture: state });
  });
  afterAll(() => harness.stop());
  beforeEach(() => harness.control("DELETE", "/faults"));

  test.each(["4", "5374078", "5374895"])(
    "does not take a list that was refused with %s for the objects' end",
    async (code) => {
      const path = "/^\\/api\\/protocols\\/san\\/iscsi\\/credentials$/";
      await harness.control("POST", "/faults", { match: { path }, kind: "status", status: 404, code });
      const fresh = await harness.newProcess();
      const reads = await Promise.allSettled(all.slice(1).map((resource) => fresh.read(resource)));
      expect(reads.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
      await fresh.stopProcess();
    },
  );

  test.each([
    ["IscsiService", "services", "5374078"],
    ["IscsiCredentials", "credentials", "5374895"],
    ["IscsiCredentials", "credentials", "5374078"],
    ["IscsiCredentials", "credentials", "4"],
  ])("says of %s that it is gone for %s with code %s", async (type, path, code) => {
    const resource = all.find((candidate) => candidate.type === type);
    await harness.control("POST", "/faults", {
      match: { path: `/api/protocols/san/iscsi/${path}/` },
      kind: "status",
      status: 404,
      code,
    });
    const fresh = await harness.newProcess();
    expect(await fresh.read(resource ?? fail())).toMatchObject({ id: "" });
    await fresh.stopProcess();
  });

  test("takes an unknown SVM for deleted only where ONTAP_DELETED_SVMS says so", async () => {
    await harness.control("POST", "/faults", {
      match: { path: "/api/" },
      kind: "status",
      status: 404,
      code: "2621462",
    });
    const [service = fail()] = all;
    const told = await harness.newProcess({ ONTAP_DELETED_SVMS: `x,${service.id}` });
    expect(await told.read(service)).toMatchObject({ id: "" });
    await told.delete(service);
    await told.stopProcess();
    for (const refused of ["read", "delete"] as const) {
      const fresh = await harness.newProcess();
      await expect(fresh[refused](service)).rejects.toThrow(/ONTAP_DELETED_SVMS/);
      await fresh.stopProcess();
    }
  });
});

function fail(): never {
  throw new Error("the resource was not created");
}
