import { adviceFor } from "../../../provider/rest/codes";
import { against, closeServers, errorOf } from "./servers";
import { refusal } from "./tiny-server";

afterEach(closeServers);

it.each(["constructor", "__proto__", "toString", "hasOwnProperty", ""])("the code %j brings no advice", (code) => {
  expect(adviceFor(code)).toBeUndefined();
});

it("a refusal with such a code is told as it came", async () => {
  const { ontap } = await against(() => refusal(400, "constructor", "odd"));
  expect(await errorOf(ontap.iscsiServices.list())).toMatchObject({
    ontapCode: "constructor",
    hint: undefined,
    message: expect.stringMatching(/odd \(code constructor, HTTP 400\)\.$/),
  });
});
