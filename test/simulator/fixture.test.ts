import { readFixture, writeFixture } from "../../simulator/collections/fixture";
import type { WireRecord } from "../../simulator/query";
import { defaultVersion } from "../../simulator/state/version";

const read = (fixture: WireRecord) => writeFixture(readFixture(fixture, defaultVersion));
const svms = [{ name: "svm1" }];
const svm = { name: "svm1" };

test("nothing at all gives two SVMs with two interfaces each", () => {
  expect(read({})).toMatchObject({
    version: { generation: 9, major: 16, minor: 1 },
    licenses: ["iscsi"],
    svms: [{ name: "svm1" }, { name: "svm2" }],
    services: [],
    credentials: [],
    interfaces: [1, 2].flatMap((svm) => [1, 2].map((lif) => ({ svm: { name: `svm${svm}` }, name: `iscsi_lif${lif}` }))),
  });
});

test("a service gets its default row, its alias and its target name", () => {
  const state = read({ svms, services: [{ svm }] });
  expect(state).toMatchObject({
    services: [
      {
        enabled: true,
        target: { alias: "svm1", name: expect.stringMatching(/^iqn\.1992-08\.com\.netapp:sn\.[0-9a-f]{32}:vs\.\d+$/) },
      },
    ],
    credentials: [{ initiator: "default", authentication_type: "none" }],
  });
});

test("a default row in the fixture takes the place of the service's own", () => {
  const credentials = [{ svm, initiator: "default", authentication_type: "deny" }];
  expect(read({ svms, services: [{ svm }], credentials })).toMatchObject({
    credentials: [{ authentication_type: "deny" }],
  });
});

test("a state read back gives its interfaces the same portal group tags", () => {
  const fixture = {
    svms,
    interfaces: ["z", "y", "x"].map((uuid, index) => ({ svm, uuid, name: `lif${index}`, ip: { address: "10.0.0.1" } })),
  };
  const tags = (given: WireRecord) =>
    readFixture(given, defaultVersion)
      .interfaces.rows()
      .map((row) => row.targetPortalGroupTag);
  expect(tags(fixture)).toEqual([1029, 1028, 1027]);
  expect(tags(read(fixture))).toEqual(tags(fixture));
});

test("a credential row may be pasted as older documents print it: lists as one object, no chap", () => {
  const state = read({
    credentials: [
      {
        _links: { self: { href: "/api/resourcelink" } },
        authentication_type: "chap",
        initiator: "iqn.1998-01.com.corp.iscsi:name1",
        initiator_address: {
          masks: { address: "10.10.10.7", family: "ipv4", netmask: "24" },
          ranges: { end: "10.10.10.7", family: "ipv4", start: "10.10.10.7" },
        },
        svm: { _links: { self: { href: "/api/resourcelink" } }, name: "svm1", uuid: "u1" },
      },
    ],
  });
  expect(state.credentials).toEqual([
    {
      svm: { uuid: "u1", name: "svm1" },
      initiator: "iqn.1998-01.com.corp.iscsi:name1",
      authentication_type: "chap",
      initiator_address: {
        ranges: [{ start: "10.10.10.7", end: "10.10.10.7" }],
        masks: [{ address: "10.10.10.7", netmask: "24" }],
      },
    },
  ]);
});

test("what differs from the usual stays when the state is read back", () => {
  const fixture = {
    svms: [{ name: "svm1", subtype: "dp_destination" }],
    interfaces: [{ svm, name: "lif1", ip: { address: "10.0.0.1" }, state: "down" }],
    credentials: [
      { svm, initiator: "a", authentication_type: "none", chap: { outbound: { user: "out", password: "left over" } } },
    ],
    sessions: [{ svm, target_portal_group: "lif1", tsih: 1, initiator: { name: "a" }, igroups: [] }],
    igroups: [{ svm, name: "hosts", initiators: [{ name: "a" }] }],
  };
  const state = read(fixture);
  expect(state).toMatchObject({
    svms: [{ subtype: "dp_destination" }],
    interfaces: [{ enabled: true, state: "down" }],
    credentials: fixture.credentials.map(({ chap }) => ({ chap })),
    sessions: [{ igroups: [] }],
  });
  expect(read(state)).toEqual(state);
});

test("UUIDs that are left out are the same each time", () => {
  const fixture = { svms, interfaces: [{ svm, name: "lif1", ip: { address: "10.0.0.1" } }] };
  expect(read(fixture)).toEqual(read(fixture));
});

test("without svms those that the parts name are there, whichever way they name them", () => {
  const state = read({
    services: [{ svm: { name: "a" } }],
    credentials: [{ svm: { uuid: "u-b", name: "b" }, initiator: "default", authentication_type: "none" }],
    sessions: [{ svm: { uuid: "u-b" }, target_portal_group: "lif1", tsih: 1 }],
  });
  expect(state.svms).toMatchObject([{ uuid: "u-b", name: "b" }, { name: "a" }]);
});

test.each<[WireRecord, string]>([
  [{ colour: "red" }, "colour is not known here"],
  [{ svms: {} }, "svms must be an array"],
  [{ svms: [{}] }, "svms[0].name is missing"],
  [{ svms: [...svms, ...svms] }, 'svms[1].name "svm1" is taken'],
  [{ svms: [{ name: "a", state: "asleep" }] }, "svms[0].state must be one of"],
  [{ version: { generation: "9" } }, "version.generation must be an integer"],
  [{ version: {} }, "version needs generation and major"],
  [{ svms, services: [{}] }, "services[0].svm is missing"],
  [{ svms, services: [{ svm: { name: "svm1", uuid: "other" } }] }, "services[0].svm"],
  [{ svms, services: [{ svm }, { svm }] }, 'services[1].svm "svm1" has a service already'],
  [{ svms, services: [{ svm, enabled: "yes" }] }, "services[0].enabled must be true or false"],
  [{ svms, services: [{ svm, target: { alias: "a b" } }] }, "services[0].target.alias can hold"],
  [{ svms, credentials: [{ svm, initiator: "a" }] }, "credentials[0].authentication_type is missing"],
  [
    {
      svms,
      credentials: [{ svm, initiator: "a", authentication_type: "chap", chap: { inbound: { password: "secret" } } }],
    },
    "credentials[0].chap.inbound.user is missing",
  ],
  [
    {
      svms,
      credentials: [
        { svm, initiator: "a", authentication_type: "none", initiator_address: { ranges: [{ start: "b", end: "c" }] } },
      ],
    },
    "credentials[0].initiator_address is refused",
  ],
  [
    { svms, interfaces: [{ svm, name: "lif1", ip: { address: "near" } }] },
    "interfaces[0].ip.address must be an IP address",
  ],
  [{ svms, sessions: [{ svm, target_portal_group: "lif1" }] }, "sessions[0].tsih is missing"],
])("%j is refused with the place of the mistake", (fixture, message) => {
  expect(() => readFixture(fixture, defaultVersion)).toThrow(message);
});
