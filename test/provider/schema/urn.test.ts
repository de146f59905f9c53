import { nameInUrn } from "../../../provider/schema/urn";

test.each([
  ["urn:pulumi:dev::project::ontap-iscsi:index:IscsiService::svm1", "svm1"],
  ["urn:pulumi:dev::project::parent$ontap-iscsi:index:IscsiService::of::east", "of::east"],
  ["no URN", ""],
])("The resource of %s is called %j", (urn, name) => {
  expect(nameInUrn(urn)).toBe(name);
});
