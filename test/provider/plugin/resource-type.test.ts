import { resourceTypeIn } from "../../../provider/plugin/resource-type";

test.each([
  ["urn:pulumi:dev::project::ontap-iscsi:index:IscsiService::one", "IscsiService"],
  ["urn:pulumi:dev::project::my:index:Group$ontap-iscsi:index:IscsiCredentials::one::two", "IscsiCredentials"],
  ["urn:pulumi:dev::project::pulumi-nodejs:dynamic/ontap-iscsi:IscsiService::one", undefined],
  ["urn:pulumi:dev::project::ontap-iscsi:index:toString::one", undefined],
  ["urn:pulumi:dev::project", undefined],
  ["", undefined],
])("%s is of the resource class %s", (urn, type) => {
  expect(resourceTypeIn(urn)).toBe(type);
});
