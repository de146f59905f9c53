import { connect } from "../../provider/rest";
import { certificateFor } from "../provider/rest/certificates";
import { serve } from "../provider/rest/tiny-server";
import { type Chapter, type Message, thrownBy } from "./message";

const root = certificateFor({ commonName: "Corp Root", isAuthority: true });
const HERE = { commonName: "cluster1", hosts: ["cluster1.example.com", "127.0.0.1"], issuer: root };
const FROM = new Date("2020-01-01T00:00:00Z");
const LONG_AGO = new Date("2021-02-03T04:05:06Z");

/** What is said of a server with such a certificate. */
function shown(when: string, certificate: Parameters<typeof certificateFor>[0], trusted = root): Message {
  return {
    when,
    async provoke() {
      const { key, pem: cert } = certificateFor(certificate);
      const server = await serve(() => ({}), { key, cert });
      try {
        const client = connect({ host: server.url, token: "a-token", caCertificate: trusted.pem });
        return await thrownBy(() => client.iscsiServices.list());
      } finally {
        await server.close();
      }
    },
  };
}

/** What is wrong with an array's certificate. */
export const certificates: Chapter = {
  title: "Certificates",
  messages: [
    shown("it has expired", { ...HERE, from: FROM, to: LONG_AGO }),
    shown("it is for another name", { ...HERE, hosts: ["cluster2.example.com", "10.0.0.9"] }),
    shown("nobody trusts its authority", {
      ...HERE,
      issuer: certificateFor({ commonName: "Other Root", isAuthority: true }),
    }),
    {
      when: "the host is an `http:` address of a port that serves HTTPS",
      async provoke() {
        const { key, pem: cert } = certificateFor(HERE);
        const server = await serve(() => ({}), { key, cert });
        try {
          const client = connect({ host: server.url.replace("https:", "http:"), token: "a-token" });
          const text = await thrownBy(() => client.iscsiServices.list());
          return text.replace(/http:\/\/127\.0\.0\.1:\d+/, "http://cluster1.example.com");
        } finally {
          await server.close();
        }
      },
    },
  ],
};
