import { type Call, checkParameters } from "../../../simulator/query";
import { ask, credentialSpec, recordsOf, refusalOf, serviceSpec, services } from "./collections";

const version = [9, 16, 1] as const;
const spec = { ...credentialSpec, parameters: ["add_initiator_addresses"] };
const check = (rawQuery: string, call: Call) => checkParameters(spec, rawQuery, version, call);

describe("parameters", () => {
  const general = [
    "",
    "pretty=false",
    "pretty=True&return_timeout=0&return_records=TRUE",
    "return_timeout=120",
    "continue_on_failure=true&serial_records=false",
    "job_results_uuid=cc979874-a441-11eb-a707-005056bbbc41",
    "max_records=1024&fields=",
    "add_initiator_addresses=anything",
    "&return_timeout=30&",
  ];
  const calls: Call[] = ["list", "read", "select", "create", "write"];
  test.each(calls.flatMap((call) => general.map((query) => [call, query] as const)))("%s takes %j", (call, query) => {
    expect(() => check(query, call)).not.toThrow();
  });

  test.each<[Call, string, string, string]>([
    ["create", "svm.name=svm1", "262211", "svm.name"],
    ["write", "svm.name=svm1", "262179", "svm.name"],
    ["create", "chap.inbound.password=x", "262202", "chap.inbound.password"],
    ["write", "chap.inbound.password=x", "262202", "chap.inbound.password"],
    ["select", "chap.inbound.password=x", "262202", "chap.inbound.password"],
    ["list", "chap.inbound.password=x", "262250", "chap.inbound.password"],
    ["read", "chap.inbound.password=x", "262250", "chap.inbound.password"],
    ["create", "nope=1", "262179", "nope"],
    ["create", "query=a", "262277", "query"],
    ["write", "query_fields=a", "262277", "query_fields"],
    ["select", "query=a", "262277", "query"],
    ["create", "start.initiator=a", "262179", "start.initiator"],
    ["write", "return_timeout=121", "262197", "return_timeout"],
    ["create", "return_records=maybe", "262197", "return_records"],
    ["list", "pretty=", "262197", "pretty"],
    ["list", "pretty", "262248", "pretty"],
    ["list", "job_results_uuid=", "262194", "job_results_uuid"],
    ["list", "add_initiator_addresses=a&add_initiator_addresses=b", "262188", "add_initiator_addresses"],
    ["list", "%zz=1", "39387137", "%zz=1"],
  ])("%s refuses %s with %s", (call, query, code, target) => {
    expect(refusalOf(() => check(query, call))).toEqual({ status: 400, code, target });
  });

  test("names are decoded like values", () => {
    expect(recordsOf(ask(serviceSpec, services, "svm%2Ename=svm1"))).toHaveLength(1);
  });
});
