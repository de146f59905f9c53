import { canonicalId } from "../../../provider/schema/object-id";

const UUID = "19d04b8e-94d7-11e8-8370-005056b48fd2";

test.each([
  [UUID.toUpperCase(), UUID],
  [`${UUID.toUpperCase()}/eui.0123456789ABCDEF`, `${UUID}/eui.0123456789abcdef`],
  [`${UUID}/iqn.1991-05.com.microsoft:HOST_A`, `${UUID}/iqn.1991-05.com.microsoft:HOST_A`],
  [`${UUID}/default`, `${UUID}/default`],
])("the id %s is compared as %s", (id, canonical) => {
  expect(canonicalId(id)).toBe(canonical);
});
