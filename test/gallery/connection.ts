import { connect } from "../../provider/rest";
import { startSimulator } from "../../simulator";
import { ON_SVM1 } from "../names";
import { serve } from "../provider/rest/tiny-server";
import { type Chapter, type Message, thrownBy } from "./message";
import { Stack } from "./stack";

/** What a preview says under such a configuration; an empty value leaves a key out. */
function configured(when: string, config: Readonly<Record<string, string>>): Message {
  return { when, provoke: () => Stack.with((stack) => thrownBy(() => stack.create("IscsiService", ON_SVM1)), config) };
}

/** What stands between a program and its array. */
export const connection: Chapter = {
  title: "Configuration and connection",
  messages: [
    configured("the configuration names no host", { host: "" }),
    configured("the configuration has no login", { username: "", password: "" }),
    configured("a key is misspelled", { hots: "cluster2" }),
    configured("a boolean is no boolean", { insecure: "maybe" }),
    configured("a number is no number", { timeoutMs: "1h" }),
    configured("the password is wrong", { password: "wrong-horse" }),
    {
      when: "nothing listens at the host",
      provoke: async () => {
        const gone = await startSimulator();
        await gone.close();
        return Stack.with((stack) => thrownBy(() => stack.create("IscsiService", ON_SVM1)), { host: gone.url });
      },
    },
    {
      when: "a proxy responds with a page",
      provoke: async () => {
        const proxy = await serve(() => ({ text: "<html>Sign in</html>", headers: { "Content-Type": "text/html" } }));
        try {
          const client = connect({ host: proxy.url, username: "admin", password: "secret-horse" });
          return await thrownBy(() => client.iscsiServices.list());
        } finally {
          await proxy.close();
        }
      },
    },
  ],
};
