// @ts-check

const path = require("node:path");

/** The checkout. */
const root = path.resolve(__dirname, "../..");

module.exports = { root };
