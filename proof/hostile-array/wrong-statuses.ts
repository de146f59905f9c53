import { everyForm } from "../support/canary/forms";
import type { Json } from "../support/changed-json";
import type { Random } from "../support/random";
import type { RawRequest } from "../support/raw-server";
import { anyhow, plain } from "./framing";
import type { Kind } from "./kind";
import { rightResponse } from "./right-array";

/** What a refusal may quote: the body and the login of the request, in the forms in which a server may write them. */
function quoted(request: RawRequest, random: Random): string {
  const [, credentials = ""] = /^authorization: *\w+ +(.*)$/im.exec(request.head) ?? [];
  const login = Buffer.from(credentials, "base64").toString("utf8");
  const password = /"password":"((?:[^"\\]|\\.)*)"/.exec(request.body)?.[1] ?? login.slice(login.indexOf(":") + 1);
  const forms = everyForm(password).map(({ text }) => text);
  return random.pick([request.body, credentials, login, password, forms[random.int(forms.length)] ?? "", request.head]);
}

function message(request: RawRequest, random: Random): Json {
  return random.pick<Json>([
    `Invalid value: ${quoted(request, random)}`,
    `"${quoted(request, random)}" is not hexadecimal`,
    quoted(request, random),
    "\u001b[31m\u001b]0;title\u0007 red \u202e\u0000",
    "x".repeat(100_000),
    "line\nline\r\n\tline",
    "",
    1,
    null,
    { message: "inner" },
    ["a", "b"],
    "%s %d %o {{x}} <script>",
  ]);
}

function code(request: RawRequest, random: Random): Json {
  return random.pick<Json>([
    "4",
    4,
    "2621462",
    "5374078",
    "2621573x",
    quoted(request, random),
    "",
    -1,
    1e308,
    null,
    true,
    {},
    ["4"],
    "\u001b[2J",
    "9".repeat(10_000),
  ]);
}

/** Refusals, redirects, jobs and statuses of every number. */
export const wrongStatuses: readonly Kind[] = [
  {
    name: "a refusal that quotes the request or is of the wrong shape",
    expects: "error",
    respond: (request, { random }) => {
      const status = random.pick([400, 403, 404, 405, 409, 500, 501, 599]);
      const error = {
        code: code(request, random),
        message: message(request, random),
        target: random.pick<Json>(["initiator", quoted(request, random), 1, null, "\u001b[2J"]),
      };
      const body = JSON.stringify(
        random.pick<Json>([{ error }, { error }, { error }, { error: [error] }, { error: "x" }]),
      );
      return anyhow({ status, body }, random);
    },
  },
  {
    name: "a login that is refused",
    expects: "error",
    respond: (request, { random }) => {
      const error = { code: random.pick<Json>(["6691623", 6, null]), message: message(request, random) };
      return anyhow({ status: 401, body: random.percent(50) ? "<html>" : JSON.stringify({ error }) }, random);
    },
  },
  {
    name: "a redirect",
    expects: "error",
    respond: (request, { random, trap }) => {
      const location = random.pick([`${trap}/api/cluster`, "//", `${request.url}`, "javascript:1", "http://[", ""]);
      const status = random.pick([300, 301, 302, 303, 307, 308]);
      return plain({ ...rightResponse(request), status, headers: [`Location: ${location}`], body: "{}" });
    },
  },
  {
    name: "any status",
    expects: "any",
    respond: (request, { random }) =>
      plain({
        ...rightResponse(request),
        status: 100 + random.int(899),
        body: JSON.stringify(rightResponse(request).body),
      }),
  },
  {
    name: "an error with the status of a success",
    // PATCH and DELETE return nothing that is needed, and of a cluster every field may be missing.
    expects: ({ name }) => (/\.(update|delete)$|^cluster\./.test(name) ? "any" : "error"),
    respond: (_request, { random }) =>
      anyhow({ body: '{"error":{"code":"4","message":"entry doesn\'t exist"}}' }, random),
  },
  {
    name: "a job that is none",
    expects: "error",
    respond: (request, { random, number }) => {
      const uuid = random.pick<Json>([
        1,
        null,
        {},
        "",
        "..",
        "../../x",
        quoted(request, random),
        "\u001b[2J",
        "x".repeat(50_000),
      ]);
      const state = random.pick<Json>(["failure", "error", 1, null, "done", {}, quoted(request, random)]);
      if (number === 0) {
        const job = random.pick<Json>([{ job: { uuid } }, { job: { uuid } }, { job: [] }, { job: "x" }, {}]);
        return plain({ status: 202, body: JSON.stringify(job) });
      }
      const body = JSON.stringify({ state, code: code(request, random), message: message(request, random) });
      return plain({ status: random.pick([200, 404]), body });
    },
  },
  {
    name: "a job that never ends",
    cost: "time",
    expects: "error",
    respond: (_request, { random }) =>
      plain({
        status: 202,
        body: JSON.stringify({
          job: { uuid: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" },
          state: random.pick(["running", "queued"]),
        }),
      }),
  },
];
