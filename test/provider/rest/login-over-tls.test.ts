import { connect } from "../../../provider/rest";
import { type Simulator, startSimulator } from "../../../simulator";
import { controlPlane } from "../../control-plane";
import { errorOf } from "./servers";

const users = [
  { name: "pulumi", certificate: true, role: "readonly" },
  { name: "ci", token: "eyJhbGciOi.token", role: "readonly" },
];

let array: Simulator;
beforeAll(async () => {
  array = await startSimulator({ tls: true, fixture: { services: [{ svm: { name: "svm1" } }], users } });
});
afterAll(() => array.close());

/** An issued certificate, as connection options. */
function certificateOf(commonName: string): Promise<{ clientCertificate: string; clientKey: string }> {
  const { controlUrl, caCertificate } = array;
  return controlPlane(controlUrl, "POST", "/client-certificates", { commonName }, caCertificate);
}

function client(login: object) {
  return connect({ host: array.url, caCertificate: array.caCertificate ?? "", ...login });
}

it("reaches an array over TLS with a client certificate alone", async () => {
  const ontap = client(await certificateOf("pulumi"));
  expect(await ontap.iscsiServices.list()).toHaveLength(1);
});

it("reaches an array over TLS with a bearer token alone", async () => {
  expect(await client({ token: "eyJhbGciOi.token" }).iscsiServices.list()).toHaveLength(1);
});

it("is refused with a certificate of nobody, and with a token that is none, and says that it was the login", async () => {
  for (const login of [await certificateOf("stranger"), { token: "expired" }]) {
    expect(await errorOf(client(login).iscsiServices.list())).toMatchObject({ code: "api-error", status: 401 });
  }
});

it("is told the right that the user of a certificate lacks, which is another matter than the login", async () => {
  const ontap = client(await certificateOf("pulumi"));
  expect(await errorOf(ontap.iscsiServices.create({ svm: { name: "svm2" } }))).toMatchObject({
    status: 403,
    hint: expect.stringContaining("read_create"),
  });
});
