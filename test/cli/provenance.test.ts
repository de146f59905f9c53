import { clusterProvenance, provenanceOf, provenanceRows } from "../../cli/provenance";
import type { Place } from "../../cli/stack/place";
import { version } from "../../package.json";
import { connect, type OntapClient } from "../../provider/rest";
import { startSimulator } from "../../simulator";
import { TestArray } from "../array";

const AT = new Date("2026-11-21T09:30:00.500Z");
const source = { stack: "prod", project: "iscsi" };
const CLUSTER = { cluster: "east", address: "https://east:8443" };

describe("of an array", () => {
  let array: TestArray;
  let ontap: OntapClient;
  beforeEach(async () => {
    array = new TestArray(await startSimulator());
    ontap = connect({ host: array.url, username: array.username, password: array.password });
  });
  afterEach(() => array.close());

  const at = (...places: Place[]) => ({ ontap, places: places.map((place) => ({ place })) });

  it("asks once for the places that are on one array", async () => {
    const places = [
      { cluster: null, provider: "east" },
      { cluster: null, provider: "west" },
    ] as const;
    const asked = await clusterProvenance([at(...places)], true);
    expect(asked.map(({ provider }) => provider)).toEqual(["east", "west"]);
    expect(await array.requests()).toHaveLength(1);
  });

  it("names the address without a request", async () => {
    expect(await clusterProvenance([at({ cluster: "east" })], false)).toEqual([
      { cluster: "east", address: array.url },
    ]);
    expect(await array.calls()).toEqual([]);
  });

  it("asks for the cluster's name and ONTAP's version by one request where it is to", async () => {
    expect(await clusterProvenance([at({ cluster: null })], true)).toEqual([
      {
        cluster: null,
        address: array.url,
        name: expect.stringMatching(/./),
        ontap: expect.stringContaining("9.16.1"),
      },
    ]);
    expect((await array.requests()).map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /api/cluster"]);
  });

  it("takes both for unknown where the login may not read them", async () => {
    await array.control("POST", "/faults", { match: { path: "/api/cluster" }, kind: "status", status: 403, code: "6" });
    const known = await clusterProvenance([at({ cluster: null })], true);
    expect(known).toEqual([{ cluster: null, address: array.url, name: null, ontap: null }]);
  });
});

it("says who made a report of what and when, and by which options", () => {
  const options = { stack: "acme/prod", svm: ["svm1", "a b"], provenance: true };
  const provenance = provenanceOf({ command: "drift", at: AT, source, clusters: [CLUSTER], options });
  expect(provenance).toEqual({
    version,
    command: "drift",
    time: "2026-11-21T09:30:00.500Z",
    source,
    clusters: [CLUSTER],
    options,
  });
  expect(provenanceRows(provenance)).toEqual([
    ["Tool", `ontap-iscsi ${version} (drift)`],
    ["Time", "2026-11-21T09:30:00.500Z"],
    ["Stack", "prod of project iscsi"],
    ["Cluster", "east at https://east:8443"],
    ["Options", '--stack=acme/prod --svm=svm1 --svm="a b" --provenance'],
  ]);
});

it("says what is not known, and names a state file by its content", () => {
  const file = { stack: null, project: null, file: "state.json", sha256: "abc" };
  const clusters = [
    { cluster: null, address: "https://west", name: "west-1", ontap: "NetApp Release 9.16.1" },
    { ...CLUSTER, name: null, ontap: null },
  ];
  const rows = provenanceRows(provenanceOf({ command: "drift", at: AT, source: file, clusters, options: {} }));
  expect(rows.slice(2)).toEqual([
    ["Stack", "unknown"],
    ["State file", "state.json (SHA-256 abc)"],
    ["Cluster", "https://west (name: west-1; version: NetApp Release 9.16.1)"],
    ["Cluster", "east at https://east:8443 (name: unknown; version: unknown)"],
    ["Options", "none"],
  ]);
});
