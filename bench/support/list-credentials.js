// @ts-check

// Lists the credentials of an array and prints what the list took, as one line of JSON: with `package`, by the REST
// module; otherwise by node-fetch and JSON.parse, from the URLs that are given. Modules are loaded and the connection
// is open before anything is measured.

const { ONTAP_HOST = "", ONTAP_USERNAME = "", ONTAP_PASSWORD = "" } = process.env;

async function listByPackage() {
  const { connect } = require("../../dist/provider/rest");
  const ontap = connect({ host: ONTAP_HOST, username: ONTAP_USERNAME, password: ONTAP_PASSWORD });
  await ontap.svms.count();
  return measured(() => ontap.iscsiCredentials.list({ fields: ["*"] }));
}

/** @param {readonly string[]} urls */
async function listByHand(urls) {
  const { default: fetch } = await import("node-fetch");
  const { Agent } = require("node:http");
  const agent = new Agent({ keepAlive: true });
  const login = Buffer.from(`${ONTAP_USERNAME}:${ONTAP_PASSWORD}`).toString("base64");
  const get = async (/** @type {string} */ url) => {
    const response = await fetch(url, { agent, headers: { Authorization: `Basic ${login}` } });
    return JSON.parse(await response.text());
  };
  await get(`${ONTAP_HOST}/api/svm/svms?max_records=1`);
  const result = await measured(async () => {
    const records = [];
    for (const url of urls) {
      records.push(...(await get(url)).records);
    }
    return records;
  });
  agent.destroy();
  return result;
}

/** @param {() => Promise<readonly unknown[]>} list */
async function measured(list) {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const { length } = await list();
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  return { length, wallMs, cpuMs: (user + system) / 1e3 };
}

const [how, ...urls] = process.argv.slice(2);
(how === "package" ? listByPackage() : listByHand(urls)).then((result) => console.log(JSON.stringify(result)));
