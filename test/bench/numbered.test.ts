import { initiator, multiplied, svmUuid } from "../../bench/support/numbered";

const service = { name: "svm-0", id: svmUuid(0), target: `sn.${svmUuid(0).replaceAll("-", "")}:vs.3` };
const host = { id: `${svmUuid(0)}/${initiator(0)}`, svm: "svm-0", user: "user-0", password: "chap-pw-of-0" };

it("makes each service and each host of the first, hosts spread over the services in turn", () => {
  const all = multiplied<object>([{ stack: "dev" }, service, host], { services: 2, hosts: 3 });
  expect(all).toEqual([
    { stack: "dev" },
    service,
    { name: "svm-1", id: svmUuid(1), target: `sn.${svmUuid(1).replaceAll("-", "")}:vs.3` },
    host,
    { id: `${svmUuid(1)}/${initiator(1)}`, svm: "svm-1", user: "user-1", password: "chap-pw-of-1" },
    { id: `${svmUuid(0)}/${initiator(2)}`, svm: "svm-0", user: "user-2", password: "chap-pw-of-2" },
  ]);
});

it("leaves no host where there is none", () => {
  expect(multiplied<object>([service, host], { services: 1, hosts: 0 })).toEqual([service]);
});
