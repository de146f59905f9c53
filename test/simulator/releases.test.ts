import { type Cluster, codeOf, services, sessions, startCluster, svm1 } from "./client";

const RELEASES = ["9.6", "9.7", "9.8", "9.9.1", "9.10.1", "9.11.1", "9.13.1", "9.14.1", "9.15.1", "9.16.1", "9.18.1"];

/** A request that a release knows from then on, and its code before. */
const introduced: { path: string; since: string; before: string }[] = [
  { path: `${services}?fields=enabled,target`, since: "9.6", before: "" },
  { path: `${services}?fields=metric.iops.total`, since: "9.7", before: "262197" },
  { path: `${services}?statistics.status=ok`, since: "9.7", before: "262179" },
  { path: `${services}/${svm1}/metrics`, since: "9.7", before: "3" },
  { path: "/api/cluster?fields=san_optimized", since: "9.8", before: "262197" },
  { path: `${sessions}?fields=initiator.comment`, since: "9.9.1", before: "262197" },
  { path: `${services}?ignore_unknown_fields=true`, since: "9.9.1", before: "262179" },
  { path: `${services}?offset=0`, since: "9.9.1", before: "262179" },
  { path: `${services}?query=svm1&query_fields=*`, since: "9.9.1", before: "262179" },
  { path: "/api/svm/svms?fields=iscsi.allowed", since: "9.9.1", before: "262197" },
  { path: "/api/cluster?fields=disaggregated", since: "9.16.1", before: "262197" },
];

describe("a release", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster({ fixture: { services: [{ svm: { name: "svm1", uuid: svm1 } }] } });
  });
  afterAll(() => cluster.simulator.close());

  test.each(introduced)("knows $path since $since, and answers $before before", async ({ path, since, before }) => {
    const codes: Record<string, unknown> = {};
    for (const version of RELEASES) {
      await cluster.control("PUT", "/settings", { version });
      codes[version] = codeOf(await cluster.call("GET", path));
    }
    const isBefore = (version: string) => RELEASES.indexOf(version) < RELEASES.indexOf(since);
    expect(codes).toEqual(Object.fromEntries(RELEASES.map((each) => [each, isBefore(each) ? before : undefined])));
  });
});
