import type { WireRecord } from "../../simulator/query";
import { type Cluster, sessions, startCluster } from "./client";

const svmA = "a009a9e7-4081-b576-7575-ada21efcaf16";
const svmB = "b009a9e7-4081-b576-7575-ada21efcaf16";
const link = (href: string) => ({ _links: { self: { href } } });
const svm = (uuid: string, name: string) => ({ svm: { uuid, name, ...link(`/api/svm/svms/${uuid}`) } });
const first = { ...svm(svmA, "svm1"), target_portal_group: "iscsi_lif1", tsih: 10 };
const second = { ...svm(svmB, "svm2"), target_portal_group: "iscsi_lif2", tsih: 11 };
const firstLink = link(`${sessions}/${svmA}/iscsi_lif1/10`);
const secondLink = link(`${sessions}/${svmB}/iscsi_lif2/11`);

/** The single session of the document; `comment` comes from the Python library's page. */
const details = (initiator: WireRecord) => ({
  ...first,
  initiator: { name: "iqn.1994-05.com.example:string", ...initiator },
  isid: "61:62:63:64:65:00",
  target_portal_group_tag: 1027,
  connections: [
    {
      cid: 1,
      authentication_type: "chap",
      initiator_address: { address: "10.224.123.85", port: 43827 },
      interface: {
        name: "iscsi_lif1",
        uuid: "c15439b4-dbb4-11e8-90ac-005056bba882",
        ip: { address: "192.168.0.1", port: 3260 },
        ...link("/api/network/ip/interfaces/c15439b4-dbb4-11e8-90ac-005056bba882"),
      },
    },
  ],
  igroups: ["a", "b"].map((letter, index) => ({
    uuid: `${letter}f7838cd-f993-4faf-90b7-5524787ae1e8`,
    name: `igroup${index + 1}`,
    ...link(`/api/protocols/san/igroups/${letter}f7838cd-f993-4faf-90b7-5524787ae1e8`),
  })),
  ...firstLink,
});

/** The worked examples of "View iSCSI sessions"; the sessions are pasted into a fixture as they stand. */
describe("the sessions document", () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster({ fixture: { sessions: [details({}), second] } });
  });
  afterAll(() => cluster.simulator.close());

  test("lists all sessions by their identifiers", async () => {
    const answer = await cluster.call("GET", sessions, undefined, { accept: "application/hal+json" });
    const expected = {
      records: [
        { ...first, ...firstLink },
        { ...second, ...secondLink },
      ],
      num_records: 2,
      ...link(sessions),
    };
    expect(answer.text).toBe(JSON.stringify(expected, null, 2));
  });

  test.each(["tpgroup", "target_portal_group"])("filters by the target portal group as %s", async (name) => {
    const answer = await cluster.call("GET", `${sessions}?${name}=iscsi_lif1`);
    expect(answer.body).toMatchObject({ records: [{ ...first, ...firstLink }], num_records: 1 });
  });

  test("retrieves one session", async () => {
    const answer = await cluster.call("GET", `${sessions}/${svmA}/iscsi_lif1/10`, undefined, {
      accept: "application/hal+json",
    });
    expect(answer.text).toBe(JSON.stringify(details({}), null, 2));
  });

  test("shows the initiator's comment that the Python library's page has", async () => {
    const comment = "Example information about this initiator";
    await cluster.control("PUT", "/state", { sessions: [details({ comment })] });
    const answer = await cluster.call("GET", `${sessions}/${svmA}/iscsi_lif1/10`);
    expect(answer.body).toEqual(details({ comment }));
  });

  test("knows no comment before 9.9", async () => {
    await cluster.control("PUT", "/settings", { version: "9.8.0" });
    const answer = await cluster.call("GET", `${sessions}/${svmA}/iscsi_lif1/10`);
    expect(answer.body.initiator).toEqual({ name: "iqn.1994-05.com.example:string" });
  });

  test.each(["POST", "PATCH", "DELETE"])("has no %s: sessions are read only", async (method) => {
    const answer = await cluster.call(method, sessions, {});
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  });

  test.each([
    [`${sessions}/c009a9e7-4081-b576-7575-ada21efcaf16/iscsi_lif1/10`, "2621462"],
    [`${sessions}/${svmA}/iscsi_lif1/99`, "4"],
  ])("answers 404 for a session that is not there", async (path, code) => {
    const answer = await cluster.call("GET", path);
    expect([answer.status, answer.body]).toMatchObject([404, { error: { code } }]);
  });
});
