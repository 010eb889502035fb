const SERVICES = {
  "contribution-service": "takes contributions in",
  "account-service": "credits and explains the accounts",
  "policy-service": "the regions' rate tables",
};
const LEDGER_ACCOUNTS = {
  CURRENT: "当年账户", PRIOR: "历年结余账户", SUSPENSE: "挂账", IN_TRANSIT: "在途", RECEIVABLE: "应收",
  CONTRIBUTIONS: "缴费", POOLED_FUND: "统筹基金", MUTUAL_AID: "大额互助", OVERPAYMENTS: "多缴款",
  INTEREST: "利息", PROVIDERS: "医药机构", PAID_OUT: "支付", TRANSFERS: "转移",
};
const EVERY = 2000;

const at = (id) => document.getElementById(id);

/** An element with its text or children; text is never read as HTML. */
function element(name, content = [], attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...[content].flat().filter((part) => part !== null));
  return made;
}

const number = (value) => element("td", value, { class: "number" });

/** Fen as yuan, by whole numbers only: 1234567 → 12,345.67. */
function yuan(fen) {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "−" : ""}${whole}.${digits.slice(-2)}`;
}

const count = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

async function get(path) {
  const response = await fetch(path, { headers: { accept: "application/json" }, cache: "no-store" });
  const body = await response.json().catch(() => ({}));
  return { ok: response.ok, status: response.status, body };
}

/** Replaces the content only when it differs, so that nothing flickers and no selection is lost. */
function show(parent, ...children) {
  const next = parent.cloneNode(false);
  next.append(...children);
  if (!next.isEqualNode(parent)) parent.replaceChildren(...children);
}

function serviceRow(name, health) {
  const up = health.body.status === "UP";
  const state = up ? "up" : health.body.status ? "starting" : "down";
  const components = Object.entries(health.body.components ?? {})
    .filter(([key]) => ["streams", "projections", "publication"].includes(key))
    .flatMap(([, part]) => Object.entries(part.details ?? {}))
    .map(([key, value]) => `${key}: ${String(value).toLowerCase().replaceAll("_", " ")}`);
  const why = state === "down" ? ["does not answer"] : components;
  return element("li", [
    element("b", name),
    element("span", `${state} `, { class: state }),
    element("small", SERVICES[name]),
    ...why.map((line) => element("small", line, { class: "detail" })),
  ]);
}

async function services() {
  const rows = await Promise.all(Object.keys(SERVICES).map(async (name) =>
    serviceRow(name, await get(`/status/${name}`).catch(() => ({ body: {} })))));
  const gateway = element("li", [
    element("b", "gateway"), element("span", "up ", { class: "up" }), element("small", "this page"),
  ]);
  show(at("services"), gateway, ...rows);
}

function figures(totals) {
  const contributions = totals.outcomes.contribution ?? {};
  const rows = [
    ["Accounts", totals.accounts], ["Contributions credited", contributions.ACCEPTED ?? 0],
    ["Duplicates", contributions.DUPLICATE ?? 0], ["Refused", contributions.REFUSED ?? 0],
  ];
  show(at("figures"), ...rows.map(([name, value]) =>
    element("div", [element("dt", name), element("dd", count(value))])));
}

function ledgerTable(totals) {
  const regions = Object.keys(totals.regions);
  const head = element("thead", element("tr", [
    element("th", "Ledger account", { scope: "col" }),
    ...regions.map((region) => element("th", region, { scope: "col", class: "number" })),
    element("th", "all", { scope: "col", class: "number" }),
  ]));
  const rows = Object.entries(totals.ledgerAccounts).filter(([, fen]) => fen !== 0).map(([name, fen]) =>
    element("tr", [
      element("th", [`${name} `, element("span", LEDGER_ACCOUNTS[name] ?? "", { class: "quiet", lang: "zh" })], { scope: "row" }),
      ...regions.map((region) => number(yuan(totals.regions[region][name] ?? 0))),
      number(yuan(fen)),
    ]));
  show(at("accounts"), at("accounts").caption.cloneNode(true), head, element("tbody", rows));
  const sum = at("sum");
  sum.className = totals.sumFen === 0 ? "up" : "warning";
  show(sum, totals.sumFen === 0
    ? "Sum over all ledger accounts: 0.00 ✓"
    : `Sum over all ledger accounts: ${yuan(totals.sumFen)} — it must be 0.00. Stop and ask an auditor.`);
}

function refusalTable(totals) {
  const rows = Object.entries(totals.refusals).map(([code, n]) =>
    element("tr", [element("th", code, { scope: "row" }), number(count(n))]));
  at("refusals").hidden = rows.length === 0;
  show(at("refusals"), at("refusals").caption.cloneNode(true), element("tbody", rows));
}

function notice(...content) {
  at("ledger").hidden = true;
  at("notice").hidden = false;
  show(at("notice"), ...content);
}

async function totals() {
  const answer = await get("/api/ledger/totals").catch(() => ({ ok: false, body: {} }));
  if (!answer.ok) return notice(answer.body.detail ?? "The account-service does not answer yet.");
  if (answer.body.accounts === 0 && Object.keys(answer.body.refusals).length === 0) {
    return notice("The ledger is empty. ", element("code", "./jieyu demo"), " plays a sample month; the README shows how to send a first contribution.");
  }
  at("notice").hidden = true;
  at("ledger").hidden = false;
  figures(answer.body);
  ledgerTable(answer.body);
  refusalTable(answer.body);
  const lag = answer.body.asOf.reduce((all, partition) => all + partition.lag, 0);
  const newest = answer.body.asOf.map((partition) => partition.time).sort().at(-1);
  show(at("as-of"), `As of ${newest}; ${lag === 0 ? "nothing" : `${count(lag)} records`} still to be shown.`);
}

async function explain(accountId, sequence, cell) {
  const answer = await get(`/api/accounts/${encodeURIComponent(accountId)}/entries/${sequence}`);
  const lines = answer.ok
    ? answer.body.explanation.map((line) => element("li", [line.en, element("span", line.zh, { lang: "zh" })]))
    : [element("li", answer.body.detail ?? "No answer.")];
  cell.replaceChildren(element("ul", lines, { class: "explanation" }));
}

function entryRows(accountId, entry) {
  const record = entry.record;
  const detail = element("td", [], { colspan: "5" });
  const button = element("button", "Why?", { class: "plain", type: "button", "aria-label": `Explain entry ${record.sequence}` });
  button.addEventListener("click", () => explain(accountId, record.sequence, detail));
  return [
    element("tr", [
      number(String(record.sequence)), element("td", record.date ?? "—"),
      element("td", `${record.kind}: ${record.refusal?.code ?? record.outcome}`),
      number(yuan(record.balances.currentFen + record.balances.priorFen)), element("td", button),
    ]),
    element("tr", detail),
  ];
}

async function lookUp(event) {
  event.preventDefault();
  const accountId = at("account-id").value.trim();
  const path = `/api/accounts/${encodeURIComponent(accountId)}`;
  const account = await get(path);
  const entries = await get(`${path}/entries`);
  const head = account.ok
    ? [element("p", `${yuan(account.body.balanceFen)} yuan`, { class: "balance" }),
      element("p", `current year ${yuan(account.body.balances.currentFen)} · prior years ${yuan(account.body.balances.priorFen)} · ${account.body.participation ?? ""} · ${account.body.category ?? ""} · ${account.body.contributionMonths ?? 0} months`, { class: "quiet" })]
    : [element("p", account.body.detail ?? "The account-service does not answer.")];
  const rows = entries.ok ? entries.body.entries.flatMap((entry) => entryRows(accountId, entry)) : [];
  const columns = ["No", "Date", "What happened", "Balance after", ""].map((name) => element("th", name, { scope: "col" }));
  const table = rows.length === 0 ? [] : [element("div", element("table", [
    element("thead", element("tr", columns)), element("tbody", rows)]), { class: "table" })];
  at("account").replaceChildren(...head, ...table);
}

async function refresh() {
  await Promise.allSettled([services(), totals()]);
  setTimeout(refresh, EVERY);
}

at("look-up").addEventListener("submit", lookUp);
refresh();
