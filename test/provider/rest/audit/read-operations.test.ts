import type { AuditOperation } from "../../../../provider/rest/audit/operation";
import { readOperations } from "../../../../provider/rest/audit/read-operations";
import { AuditedObjects } from "../../../../provider/rest/audit/target";
import { HOST, OTHER_HOST, SVM1, SVM2 } from "../../../names";

const EUI = "eui.0123456789abcdef";
const on1 = { svmUuid: SVM1, svmNames: ["old1", "svm1"] };
const on2 = { svmUuid: SVM2, svmNames: ["svm2"] };
const service1 = { ...on1, is: "service1" };
const service2 = { ...on2, is: "service2" };
const host1 = { ...on1, initiator: HOST, is: "host1" };
const other1 = { ...on1, initiator: OTHER_HOST, is: "other1" };
const eui1 = { ...on1, initiator: EUI, is: "eui1" };
const default1 = { ...on1, initiator: "default", is: "default1" };
const host2 = { ...on2, initiator: HOST, is: "host2" };
const all = [service1, service2, host1, other1, eui1, default1, host2];
type Known = (typeof all)[number];

const CREDENTIALS = "/api/protocols/san/iscsi/credentials";
const SERVICES = "/api/protocols/san/iscsi/services";
const CANARY = "canary-5e4Kq";

const read = (input: string, svmName?: string) => readOperations(input, { svmName }, new AuditedObjects<Known>(all));
const only = (input: string, svmName?: string): AuditOperation<Known> => {
  const [first, ...more] = read(input, svmName);
  expect(more).toEqual([]);
  if (first === undefined) {
    throw new Error(`nothing read of ${input}`);
  }
  return first;
};
const named = (input: string, svmName?: string) =>
  read(input, svmName).flatMap(({ objects }) => objects.map(({ is }) => is));

describe("a call of REST", () => {
  it("is read with its fields, whatever their values", () => {
    const body = `{"authentication_type":"chap","chap":{"inbound":{"user":"u","password":"${CANARY}"}}}`;
    expect(only(`PATCH ${CREDENTIALS}/${SVM1}/${HOST} : ${body}`)).toEqual({
      command: `PATCH ${CREDENTIALS}`,
      action: "modify",
      keys: ["authentication_type", "chap.inbound.user", "chap.inbound.password"],
      fields: ["authentication_type", "chap.inbound.user", "chap.inbound.password"],
      mayHaveSetMore: false,
      objects: [host1],
    });
  });

  it.each([
    ["as it is", `DELETE ${CREDENTIALS}/${SVM1}/${HOST}`],
    ["percent-encoded", `DELETE ${CREDENTIALS}/${SVM1}/${encodeURIComponent(HOST)}`],
    ["in capitals", `delete ${CREDENTIALS}/${SVM1.toUpperCase()}/${HOST.toUpperCase()}`],
    ["with a version and doubled slashes", `DELETE /api/v1//protocols/san/iscsi/credentials/${SVM1}/${HOST}/`],
    ["with a query", `DELETE ${CREDENTIALS}/${SVM1}/${HOST}?return_timeout=15`],
    ["with a host", `DELETE https://cluster1${CREDENTIALS}/${SVM1}/${HOST}`],
    ["with a colon and nothing after it", `  DELETE ${CREDENTIALS}/${SVM1}/${HOST} : `],
    ["by the query of the collection", `DELETE ${CREDENTIALS}?svm.name=svm1&initiator=${encodeURIComponent(HOST)}`],
    ["by an expression", `DELETE ${CREDENTIALS}?svm.uuid=${SVM1}&initiator="${HOST}"|x*`],
    ["by records", `DELETE ${CREDENTIALS} : {"records":[{"svm":{"name":"svm1"},"initiator":"${HOST}"}]}`],
    ["by half of an encoded character", `DELETE ${CREDENTIALS}/${SVM1}/${HOST.replaceAll(":", "%3A")}?x=%E`],
  ])("names its object in the path: %s", (_title, input) => {
    expect([only(input).action, named(input)]).toEqual(["delete", ["host1"]]);
  });

  it("names objects in the body of a POST, one or several, of which one may have been cut off", () => {
    const svm = '"svm":{"name":"svm1"}';
    expect(named(`POST ${CREDENTIALS} : {${svm},"initiator":"${HOST}","authentication_type":"none"}`)).toEqual([
      "host1",
    ]);
    expect(named(`POST ${CREDENTIALS} : {"svm.uuid":"${SVM2}","initiator":"${HOST}"}`)).toEqual(["host2"]);
    const records = `{"records":[{${svm},"initiator":"${HOST}"},{${svm},"initiator":"${OTHER_HOST}","authen`;
    expect(named(`POST ${CREDENTIALS} : ${records}`)).toEqual(["host1", "other1"]);
  });

  it("may mean every object that its query does not exclude", () => {
    const named1 = (query: string) => named(`PATCH ${CREDENTIALS}?${query} : {"authentication_type":"deny"}`);
    expect(named1("svm.name=svm1")).toEqual(["host1", "other1", "eui1", "default1"]);
    expect(named1("initiator=iqn.*name1")).toEqual(["host1", "host2"]);
    expect(named1("svm.name=!svm2&initiator=*:name*|eui.*")).toEqual(["host1", "other1", "eui1", "host2"]);
    expect(named1("svm.name=svm9")).toEqual([]);
  });

  it("is confined to the SVM that its headers or its entry name", () => {
    const post = (headers: string) => `POST ${CREDENTIALS} : ${headers}{"initiator":"${HOST}"}`;
    expect(named(post(""))).toEqual(["host1", "host2"]);
    expect(named(post(""), "svm2")).toEqual(["host2"]);
    expect(named(post('["X-Dot-SVM-Name: svm2", "X-Dot-Client-App: SMv4"] '))).toEqual(["host2"]);
  });

  it.each([
    ['["X-Dot-Client-App: pulumi-ontap-iscsi"] ', "pulumi-ontap-iscsi"],
    ['["Accept: */*", "x-dot-client-app:pulumi-ontap-iscsi"] ', "pulumi-ontap-iscsi"],
    ['["X-Dot-Client-App: pulumi-ontap-iscsi-2"] ', "other"],
    ['["X-Dot-Client-App: SMv4"] ', "System Manager"],
    [`["X-Dot-Client-App: ${CANARY}"] `, "other"],
    ['["X-Dot-Client-App: SMv4"]^I', "System Manager"],
    ["", undefined],
    ['{"x":["X-Dot-Client-App: pulumi-ontap-iscsi"]}', undefined],
  ])("tells its client by its header %s alone", (headers, client) => {
    const body = '{"comment":"[\\"X-Dot-Client-App: pulumi-ontap-iscsi\\"]","enabled":true}';
    expect(only(`PATCH ${SERVICES}/${SVM1} : ${headers}${body}`).client).toBe(client);
  });

  it("sets what is below and above a field, also where nothing is left of a value", () => {
    const fields = (body: string) => only(`PATCH ${CREDENTIALS}/${SVM1}/${HOST} : ${body}`).fields;
    expect(fields('{"initiator_address":{"ranges":[{"start":"10.0.0.1","end":"10.0.0.2"}],"masks":[]}}')).toEqual([
      "initiator_address.ranges",
      "initiator_address.masks",
    ]);
    expect(fields('{"chap.outbound":{}}')).toEqual(["chap.outbound.user", "chap.outbound.password"]);
    expect(fields(`{"chap":{"inbound":{"password":"${CANARY}`)).toEqual(["chap.inbound.password"]);
    expect(fields('{"chap":{"inbound":{"passw')).toEqual(["chap.inbound.user", "chap.inbound.password"]);
    expect(fields(`{"${CANARY}":1,"comment":"x"}`)).toEqual([]);
  });

  it("of a service reaches that alone, but deletes the credentials with it, and so does that of an SVM", () => {
    expect(only(`PATCH ${SERVICES}/${SVM1} : {"enabled": false, "target": {"alias": "x"}}`)).toMatchObject({
      keys: ["enabled", "target.alias"],
      objects: [service1],
    });
    const everything = ["service1", "host1", "other1", "eui1", "default1"];
    expect(named(`DELETE ${SERVICES}/${SVM1}`)).toEqual(everything);
    expect(named(`DELETE /api/svm/svms/${SVM1}`)).toEqual(everything);
  });

  it.each([
    `GET ${CREDENTIALS}/${SVM1}/${HOST}`,
    `PATCH /api/svm/svms/${SVM1} : {"name": "svm9"}`,
    `POST /api/protocols/san/igroups : {"svm":{"name":"svm1"},"initiators":[{"name":"${HOST}"}]}`,
    `POST /api/storage/volumes : {"name": "iscsi"}`,
    `POST ${CREDENTIALS}x : {"initiator":"${HOST}"}`,
    `PATCH ${CREDENTIALS}/${SVM1}/iqn.1998-01.com.example:nobody : {}`,
  ])("changes none of the objects: %s", (input) => {
    expect(read(input)).toEqual([]);
  });
});

describe("a command of the shell", () => {
  it.each([
    `vserver iscsi security modify -vserver svm1 -initiator-name ${HOST} -user-name ${CANARY}`,
    `vserver  iscsi security\tmodify   -user-name ${CANARY}  -initiator-name ${HOST}  -vserver svm1`,
    `VSERVER ISCSI SECURITY MODIFY -USER-NAME X -INITIATOR-NAME ${HOST.toUpperCase()} -VSERVER SVM1`,
    `iscsi security modify -vserver "svm1" -user-name "-${CANARY} -auth-type" -initiator-name "${HOST}"`,
    `vserver iscsi security modify -vserver svm1 -initiator-name '${HOST}' -user-name '${CANARY} "x'`,
    `vs iscsi sec mod -vs svm1 -initiator-n ${HOST} -user ${CANARY}`,
    `vserver iscsi security modify svm1 ${HOST} -user-name ${CANARY}`,
    `set -privilege advanced; vserver iscsi security modify -vserver svm1 -initiator-name ${HOST} -user-name x`,
    `vserver iscsi security modify ^I-vserver svm1^I -initiator-name ${HOST} ^I-user-name x^M`,
  ])("is read in any order, quoting, case and abbreviation: %s", (input) => {
    expect(only(input)).toEqual({
      command: "vserver iscsi security modify",
      action: "modify",
      keys: ["-user-name"],
      fields: ["chap.inbound.user", "chap.inbound.password"],
      mayHaveSetMore: false,
      objects: [host1],
    });
  });

  it.each([
    [`vserver iscsi security create -vserver svm1 -initiator-name ${HOST} -auth-type deny`, "create", ["host1"]],
    [`vserver iscsi security delete -vserver svm1 -initiator-name ${EUI.toUpperCase()}`, "delete", ["eui1"]],
    [`vserver iscsi security delete -vserver * -initiator-name ${HOST}`, "delete", ["host1", "host2"]],
    [`vserver iscsi security delete -vserver svm1 -initiator-name ${HOST}, ${EUI}`, "delete", ["host1", "eui1"]],
    ["iscsi security default -vserver svm1 -auth-type none", "modify", ["default1"]],
    [
      `vserver iscsi security add-initiator-address-ranges -vserver svm1 -initiator-name ${HOST} -initiator-address-ranges 10.0.0.1-10.0.0.2, 10.0.0.7`,
      "modify",
      ["host1"],
    ],
    ["vserver iscsi stop -vserver svm2", "modify", ["service2"]],
    ["iscsi start svm2", "modify", ["service2"]],
    ["vserver iscsi delete -vserver svm2", "delete", ["service2", "host2"]],
    ["vserver delete -vserver svm2", "delete", ["service2", "host2"]],
    ["vserver iscsi create -vserver svm2 -target-alias x", "create", ["service2"]],
  ])("%s", (input, action, objects) => {
    expect([only(input).action, named(input)]).toEqual([action, objects]);
  });

  it("without an SVM is about that of its entry, or any", () => {
    const input = `iscsi security delete -initiator-name ${HOST}`;
    expect([named(input), named(input, "svm2")]).toEqual([["host1", "host2"], ["host2"]]);
  });

  it("may have set anything where an option is not known, or is ambiguous", () => {
    const options = (text: string) => only(`iscsi modify -vserver svm1 ${text}`);
    expect(options("-max-connections 3")).toMatchObject({ keys: [], mayHaveSetMore: true });
    expect(options("-target x")).toMatchObject({ keys: [], mayHaveSetMore: true });
    expect(options("-status-admin down -foreground true")).toMatchObject({
      keys: ["-status-admin"],
      fields: ["enabled"],
      mayHaveSetMore: false,
    });
  });

  it("is read command by command where a line has several", () => {
    const line = "iscsi stop -vserver svm1; iscsi delete -vserver svm1";
    expect(read(line).map(({ command }) => command)).toEqual(["vserver iscsi stop", "vserver iscsi delete"]);
  });

  it.each([
    `vserver iscsi security show -vserver svm1 -initiator-name ${HOST}`,
    "vserver iscsi show",
    "vserver iscsi session shutdown -vserver svm1",
    "vserver iscsi security de -vserver svm1",
    `lun igroup add -vserver svm1 -igroup iscsi -initiator ${HOST}`,
    "volume delete -vserver svm1 -volume iscsi-service-modify",
    "vserver modify -vserver svm1",
    "",
    "-",
    '"',
  ])("changes none of the objects: %s", (input) => {
    expect(read(input)).toEqual([]);
  });
});

describe("a call of the private CLI", () => {
  const PRIVATE = "/api/private/cli/vserver/iscsi/security";

  it("is read from a body in which tabs and quotes are escaped", () => {
    const body = String.raw`{ ^I^I\"vserver\": \"svm1\", ^I^I\"initiator_name\": \"${HOST}\", ^I^I\"user-name\": \"${CANARY}\" ^I}`;
    expect(only(`POST ${PRIVATE} : ${body}`)).toMatchObject({
      command: "private CLI: vserver iscsi security create",
      action: "create",
      keys: ["-user-name"],
      objects: [host1],
    });
  });

  it.each([
    [`PATCH ${PRIVATE}?vserver=svm1&initiator-name=${encodeURIComponent(HOST)} : {"auth_type":"deny"}`, "modify"],
    [`DELETE ${PRIVATE}?vserver=svm1&initiator_name=${HOST}&return_timeout=5`, "delete"],
    [`POST ${PRIVATE}/delete : {"vserver":"svm1","initiator-name":"${HOST}"}`, "delete"],
    [`PATCH /api/private/cli/iscsi/security?vserver=svm1&initiator-name=${HOST} : {"auth-type": "none"}`, "modify"],
    [`POST /api/private/cli : {"input":"iscsi security delete -vserver svm1 -initiator-name ${HOST}"}`, "delete"],
  ])("%s", (input, action) => {
    expect([only(input).action, only(input).command.startsWith("private CLI: "), named(input)]).toEqual([
      action,
      true,
      ["host1"],
    ]);
  });

  it("of another command changes none of the objects", () => {
    expect(read('POST /api/private/cli/volume : { "vserver": "svm1", "volume": "iscsi" }')).toEqual([]);
  });
});

it("takes a call of ONTAPI for one that may have done anything to what it names", () => {
  expect(only(`<iscsi-initiator-modify-chap-params><initiator>${HOST}</initiator>`, "svm1")).toMatchObject({
    command: "an iSCSI operation of ONTAPI",
    action: "unknown",
    mayHaveSetMore: true,
    objects: [host1],
  });
  expect(read(`iscsi-initiator-get-auth ${HOST}`)).toEqual([]);
});

it("never has anything of what was written in it, however it was cut", () => {
  const inputs = [
    `PATCH ${CREDENTIALS}/${SVM1}/${HOST}?x=${CANARY} : ["X-Dot-Client-App: ${CANARY}"] {"chap":{"inbound":{"user":"${CANARY}","password":"${CANARY}","${CANARY}":1}}}`,
    `vserver iscsi security create -vserver svm1 -initiator-name ${HOST} -user-name ${CANARY} -${CANARY} -password "${CANARY}" ${CANARY}`,
    String.raw`POST /api/private/cli/vserver/iscsi/security : { ^I\"vserver\": \"svm1\", \"initiator_name\": \"${HOST}\", \"password\": \"${CANARY}\\\" -x\", \"${CANARY}\": 1}`,
    `<iscsi-initiator-add-auth><passphrase>${CANARY}</passphrase><initiator>${HOST}</initiator>`,
  ];
  let count = 0;
  for (const input of inputs) {
    for (let length = 0; length <= input.length; length += 1) {
      for (const cut of [input.slice(0, length), input.slice(0, length) + input.slice(length + 1)]) {
        const operations = read(cut);
        count += operations.length;
        expect(JSON.stringify(operations)).not.toContain("canary");
      }
    }
  }
  expect(count).toBeGreaterThan(500);
});
