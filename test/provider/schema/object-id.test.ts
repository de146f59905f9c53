import { canonicalId } from "../../../provider/schema/object-id";
import { SVM1 } from "../../names";

test.each([
  [SVM1.toUpperCase(), SVM1],
  [`${SVM1.toUpperCase()}/eui.0123456789ABCDEF`, `${SVM1}/eui.0123456789abcdef`],
  [`${SVM1}/iqn.1991-05.com.microsoft:HOST_A`, `${SVM1}/iqn.1991-05.com.microsoft:HOST_A`],
  [`${SVM1}/default`, `${SVM1}/default`],
])("the id %s is compared as %s", (id, canonical) => {
  expect(canonicalId(id)).toBe(canonical);
});
