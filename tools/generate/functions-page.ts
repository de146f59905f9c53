import { type FunctionDeclaration, listKey } from "../../provider/functions/declarations";
import { queryOperators } from "../../provider/functions/query-operators";
import { belongsToOneSvm } from "../../provider/reads/collection-reads";
import { camelName } from "../../provider/record/record";

const INTRODUCTION = `<!-- Made by \`npm run generate\` from provider/functions/; change it there. -->

# Functions

What the provider plugin reads of an array, for programs in every Pulumi language; each function is
\`ontap-iscsi:index:NAME\`. They change nothing, and use the connection of the provider that they are invoked through.
Programs in TypeScript also have the [data functions](data-functions.md), which need no plugin and have typed fields.
[records.md](records.md) describes what is returned, field by field.`;

const FILTERS = `## Filters

A filter has the record's own shape; of a list, that of its items. Filters are joined by AND, and one on a list matches
where any item does. Every field in [records.md](records.md) is one, but for what is write-only and for the \`svm\` of
metrics, which is an argument of its own. A filter that is null is treated as not given, at any depth.

**A plain value is matched literally**, whatever characters it holds: \`name: "iqn.1998*"\` finds a name that ends in a
star.`;

const QUERIES = `## Queries

ONTAP's query language is written as an object with exactly one of these keys, in the place of a value:`;

const AFTER_QUERIES = `A field that holds other fields, such as \`svm\` or \`initiator\`, takes no query of its own: write
\`svm: { name: { like: "svm*" } }\`. A wrong argument is an error that names it, before anything is sent.`;

const OPTIONS = `## Options

| option | meaning |
|---|---|
| \`fields\` | list of dotted names; \`"*"\` in it, the default, stands for all but \`metric\` and \`statistics\`. What was not requested is absent |
| \`orderBy\` | list of fields, each with an optional \` asc\` or \` desc\` |
| \`maxRecords\` | the page size, never a limit of the result |
| \`cluster\` | a name in \`ontap-iscsi:clusters\`; default the cluster that the provider is configured for |`;

const LANGUAGES = `## In each language

YAML:

\`\`\`yaml
variables:
  live:
    fn::invoke:
      function: ontap-iscsi:index:getIscsiSessions
      arguments:
        svm: { name: svm1 }
        initiator: { name: { like: "iqn.1998*" } }
        fields: [initiator.name, connections.initiatorAddress]
        orderBy: [tsih desc]
      return: sessions
\`\`\`

Python. In dictionaries, names are those of this page (\`anyOf\`); in the classes, Python's (\`any_of\`, \`not_\`):

\`\`\`python
live = ontap.get_iscsi_sessions_output(
    svm={"name": "svm1"},
    initiator=ontap.IscsiSessionInitiatorFilter(name=ontap.StringQuery(like="iqn.1998*")),
    fields=["initiator.name"],
)
\`\`\`

Go. The names \`GetIscsiService\` and \`GetIscsiCredentials\` are those of the resources' getters there, and the
functions are called \`LookupIscsiService\` and \`LookupIscsiCredentials\`. A value or a query is an \`interface{}\`:

\`\`\`go
live, err := ontapiscsi.GetIscsiSessions(ctx, &ontapiscsi.GetIscsiSessionsArgs{
	Initiator: &ontapiscsi.IscsiSessionInitiatorFilter{
		Name: ontapiscsi.StringQuery{Like: pulumi.StringRef("iqn.1998*")},
	},
})
\`\`\``;

/** The reference of the provider plugin's functions, in Markdown. */
export function functionsPage(declared: readonly FunctionDeclaration[]): string {
  const rows = declared.map((one) => `| \`${one.name}\` | ${argumentsOf(one)} | ${resultOf(one)} | ${one.doc} |`);
  const operators = Object.values(queryOperators).map(
    ({ example, doc }) => `| \`${example.replaceAll("|", "\\\\|")}\` | ${doc} |`,
  );
  return `${[
    INTRODUCTION,
    ["| function | arguments | returns | |", "|---|---|---|---|", ...rows].join("\n"),
    FILTERS,
    QUERIES,
    ["| query | matches |", "|---|---|", ...operators].join("\n"),
    AFTER_QUERIES,
    OPTIONS,
    LANGUAGES,
  ].join("\n\n")}\n`;
}

function argumentsOf({ returns, reads: { record } }: FunctionDeclaration): string {
  const keys = record.keys.map((key) => `\`${key === "svm.uuid" ? "svm" : camelName(key)}\``);
  const own = Object.keys(record.parameters ?? {}).map((name) => `\`${name}\``);
  const filters = [...(belongsToOneSvm(record) ? ["`svm`", ...own] : []), "filters"];
  switch (returns) {
    case "one":
      return [...keys, "`fields`", "`cluster`"].join(", ");
    case "list":
      return [...filters, "`fields`", "`orderBy`", "`maxRecords`", "`cluster`"].join(", ");
    case "count":
      return [...filters, "`maxRecords`", "`cluster`"].join(", ");
  }
}

function resultOf({ returns, reads: { record } }: FunctionDeclaration): string {
  switch (returns) {
    case "one":
      return `the [record](records.md#${record.functions.type.toLowerCase()})`;
    case "list":
      return `\`${listKey(record)}\`, \`count\``;
    case "count":
      return "`count`";
  }
}
