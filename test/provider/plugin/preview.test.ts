import { previewed } from "../../../provider/plugin/preview";
import { resources } from "../../../provider/resources";
import { UNKNOWN } from "../../../provider/schema/unknown";

const { outputs } = resources.IscsiService;
const inputs = { svm: { name: "svm1" }, enabled: false };

test("What ONTAP adds to a new object is not known in a preview", () => {
  expect(previewed(outputs, inputs)).toEqual({ ...inputs, svmName: UNKNOWN, svmUuid: UNKNOWN, targetName: UNKNOWN });
});

test("What ONTAP added to an object that is there stays known in a preview, and its inputs are the new ones", () => {
  const added = { svmName: "svm1", svmUuid: "a UUID", targetName: "iqn.1992-08.com.netapp:sn.1" };
  expect(previewed(outputs, inputs, () => ({ ...added, more: 1 }))).toEqual({ ...inputs, ...added });
});

test.each([{ svm: { name: UNKNOWN } }, { svm: UNKNOWN }, { cluster: UNKNOWN }])(
  "Of an object that may have to be replaced nothing is known in a preview: %j",
  (unknown) => {
    const news = { ...inputs, ...unknown };
    expect(previewed(outputs, news, () => ({ svmUuid: "a UUID" }))).toEqual(previewed(outputs, news));
  },
);
