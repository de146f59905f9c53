// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const ts = require("typescript");
const { root } = require("../bootstrap/root");
const { sourcesIn } = require("./sources");

const FOLDERS = ["bench", "cli", "proof", "provider", "sdk", "simulator", "tools"];

/**
 * Constants of a module that hold a number, a string or a regular expression and are not written in UPPER_CASE.
 *
 * @param {string} text of the module
 * @returns {{ line: number, name: string }[]}
 */
function misnamedConstants(text) {
  const source = ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest, true);
  return source.statements
    .flatMap((statement) => (ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : []))
    .filter(({ name, initializer }) => initializer && isPrimitive(initializer) && /[a-z]/.test(name.getText()))
    .map(({ name }) => ({
      line: source.getLineAndCharacterOfPosition(name.getStart()).line + 1,
      name: name.getText(),
    }));
}

/**
 * @param {ts.Expression} value
 * @returns {boolean}
 */
function isPrimitive(value) {
  if (ts.isBinaryExpression(value)) {
    return isPrimitive(value.left) && isPrimitive(value.right);
  }
  return (
    ts.isNumericLiteral(value) ||
    ts.isStringLiteralLike(value) ||
    ts.isTemplateExpression(value) ||
    ts.isRegularExpressionLiteral(value)
  );
}

/** Checks that constants are written in one style. */
async function checkConstants() {
  const found = FOLDERS.flatMap((folder) => sourcesIn(path.join(root, folder))).flatMap((file) =>
    misnamedConstants(fs.readFileSync(file, "utf8")).map(
      ({ line, name }) =>
        `${path.relative(root, file)}:${line}: ${name} holds a plain value: write the constant in UPPER_CASE`,
    ),
  );
  if (found.length > 0) {
    throw new Error(found.join("\n"));
  }
}

module.exports = { checkConstants, misnamedConstants };
