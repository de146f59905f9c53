import { type Cluster, credentials, startCluster, svm1, svm2 } from "./client";

/** The worked examples of "Manage iSCSI credentials", with the document's own numbers. */
describe("the credentials document", () => {
  let cluster: Cluster;
  const hal = { accept: "application/hal+json" };
  const initiator = (number: number) => `iqn.1992-08.com.netapp:initiator${number}`;
  const row = (uuid: string, svm: string, name: string, rest: object) => ({
    svm: { uuid, name: svm, _links: { self: { href: `/api/svm/svms/${uuid}` } } },
    initiator: name,
    ...rest,
    _links: { self: { href: `${credentials}/${uuid}/${name}` } },
  });
  const chap = { authentication_type: "chap", chap: { inbound: { user: "user1" } } };
  const none = { authentication_type: "none" };

  beforeAll(async () => {
    cluster = await startCluster({
      fixture: {
        svms: [
          { name: "svm1", uuid: svm1 },
          { name: "svm2", uuid: svm2 },
        ],
        services: [{ svm: { name: "svm1" } }, { svm: { name: "svm2" } }],
        credentials: [
          { svm: { name: "svm2" }, initiator: initiator(2), authentication_type: "none" },
          { svm: { name: "svm2" }, initiator: initiator(3), authentication_type: "deny" },
        ],
      },
    });
  });
  afterAll(() => cluster.simulator.close());

  test("creates a row that requires no authentication", async () => {
    const body = `{ "svm": { "name": "svm1" }, "initiator": "${initiator(1)}", "authentication_type": "none" }`;
    const answer = await cluster.call("POST", credentials, body, hal);
    expect([answer.status, answer.text]).toEqual([201, "{\n}"]);
    expect(answer.headers.get("location")).toBe(`${credentials}/${svm1}/iqn.1992-08.com.netapp%3Ainitiator1`);
  });

  test("creates a row with inbound CHAP, its type in capitals", async () => {
    const body = `{ "svm": { "name": "svm1" }, "initiator": "${initiator(2)}", "authentication_type": "CHAP", "chap": { "inbound": { "user": "user1", "password": "password1" } } }`;
    expect((await cluster.call("POST", credentials, body, hal)).status).toBe(201);
  });

  test("lists all properties of all rows, passwords excepted", async () => {
    const answer = await cluster.call("GET", `${credentials}?fields=*`, undefined, hal);
    const expected = {
      records: [
        row(svm1, "svm1", "default", none),
        row(svm1, "svm1", initiator(1), none),
        row(svm1, "svm1", initiator(2), chap),
        row(svm2, "svm2", "default", none),
        row(svm2, "svm2", initiator(2), none),
        row(svm2, "svm2", initiator(3), { authentication_type: "deny" }),
      ],
      num_records: 6,
      _links: { self: { href: `${credentials}?fields=*` } },
    };
    expect(answer.text).toBe(JSON.stringify(expected, null, 2));
  });

  test("updates the authentication type, then retrieves the row", async () => {
    const body =
      '{ "authentication_type": "chap", "chap": { "inbound": { "user": "user1", "password": "password1" } } }';
    const patched = await cluster.call("PATCH", `${credentials}/${svm2}/${initiator(2)}`, body, hal);
    expect([patched.status, patched.text]).toEqual([200, "{\n}"]);
    const answer = await cluster.call("GET", `${credentials}/${svm2}/${initiator(2)}`, undefined, hal);
    expect(answer.text).toBe(JSON.stringify(row(svm2, "svm2", initiator(2), chap), null, 2));
  });

  test("updates the initiator address list", async () => {
    const body = '{ "initiator_address": { "ranges": [ { "start": "192.168.0.0", "end": "192.168.255.255" } ] } }';
    expect((await cluster.call("PATCH", `${credentials}/${svm2}/${initiator(2)}`, body, hal)).status).toBe(200);
    const answer = await cluster.call("GET", `${credentials}/${svm2}/${initiator(2)}`);
    expect(answer.body.initiator_address).toEqual({
      ranges: [{ start: "192.168.0.0", end: "192.168.255.255", family: "ipv4" }],
    });
  });

  test("deletes a row", async () => {
    const deleted = await cluster.call("DELETE", `${credentials}/${svm2}/${initiator(2)}`, undefined, hal);
    expect([deleted.status, deleted.text]).toEqual([200, "{\n}"]);
    expect((await cluster.call("GET", `${credentials}/${svm2}/${initiator(2)}`)).status).toBe(404);
  });

  test("takes the example request with masks and ranges as arrays", async () => {
    const body = {
      _links: { self: { href: "/api/resourcelink" } },
      authentication_type: "chap",
      initiator: "iqn.1998-01.com.corp.iscsi:name1",
      chap: { inbound: { user: "user1", password: "password1" } },
      initiator_address: {
        masks: [{ address: "10.10.10.7", family: "ipv4", netmask: "24" }],
        ranges: [{ end: "10.10.10.7", family: "ipv4", start: "10.10.10.7" }],
      },
      svm: { _links: { self: { href: "/api/resourcelink" } }, name: "svm1", uuid: svm1 },
    };
    const answer = await cluster.call("POST", `${credentials}?return_records=true`, body);
    expect(answer.body).toMatchObject({
      num_records: 1,
      records: [
        {
          initiator_address: {
            ranges: [{ start: "10.10.10.7", end: "10.10.10.7", family: "ipv4" }],
            masks: [{ address: "10.10.10.7", netmask: "24", family: "ipv4" }],
          },
        },
      ],
    });
    expect(answer.text).not.toContain("password");
  });
});
