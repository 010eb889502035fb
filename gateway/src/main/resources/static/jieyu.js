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
// The parts of a service's health that a reader of this page wants to see even when they are well.
const SHOWN = ["streams", "projections", "publication"];
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

function details([key, part]) {
  const lines = Object.entries(part.details ?? {})
    .map(([name, value]) => `${name}: ${String(value).toLowerCase().replaceAll("_", " ")}`);
  return SHOWN.includes(key) ? lines : [`${key}: ${part.status.toLowerCase().replaceAll("_", " ")}`];
}

function serviceRow(name, health) {
  // A service that answers has the word of its health; a problem of the gateway has a number.
  const answers = typeof health.status === "string";
  const state = !answers ? "down" : health.status === "UP" ? "up" : "starting";
  const why = answers
    ? Object.entries(health.components ?? {})
      .filter(([key, part]) => SHOWN.includes(key) || !["UP", "UNKNOWN"].includes(part.status)).flatMap(details)
    : [health.detail ?? "The gateway does not answer."];
  return element("li", [
    element("b", name),
    element("span", state, { class: state }),
    element("small", SERVICES[name]),
    ...why.map((line) => element("small", line, { class: "detail" })),
  ]);
}

async function services() {
  const rows = await Promise.all(Object.keys(SERVICES).map(async (name) =>
    serviceRow(name, (await get(`/status/${name}`).catch(() => ({ body: {} }))).body)));
  const gateway = element("li", [
    element("b", "gateway"), element("span", "up", { class: "up" }), element("small", "this page"),
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
    element("th", "All regions", { scope: "col", class: "number" }),
    ...regions.map((region) => element("th", region, { scope: "col", class: "number" })),
  ]));
  const rows = Object.entries(totals.ledgerAccounts).filter(([, fen]) => fen !== 0).map(([name, fen]) =>
    element("tr", [
      element("th", [`${name} `, element("span", LEDGER_ACCOUNTS[name] ?? "", { class: "quiet", lang: "zh" })], { scope: "row" }),
      number(yuan(fen)),
      ...regions.map((region) => number(yuan(totals.regions[region][name] ?? 0))),
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
  cell.parentElement.hidden = false;
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
    element("tr", detail, { hidden: "" }),
  ];
}

function accountHead(account) {
  if (!account.ok) return [element("p", account.body.detail ?? "The account-service does not answer.")];
  const { balanceFen, balances, participation, category, contributionMonths } = account.body;
  const parts = [`current year ${yuan(balances.currentFen)}`, `prior years ${yuan(balances.priorFen)}`,
    participation, category, `${contributionMonths ?? 0} months`].filter(Boolean);
  return [element("p", `${yuan(balanceFen)} yuan`, { class: "balance" }),
    element("p", parts.join(" · "), { class: "quiet" })];
}

async function moreEntries(accountId, after, body, more) {
  const page = await get(`/api/accounts/${encodeURIComponent(accountId)}/entries?after=${after}`);
  if (!page.ok) return;
  body.append(...page.body.entries.flatMap((entry) => entryRows(accountId, entry)));
  more.hidden = page.body.next === undefined;
  more.onclick = () => moreEntries(accountId, page.body.next, body, more);
}

async function lookUp(accountId) {
  const account = await get(`/api/accounts/${encodeURIComponent(accountId)}`);
  const columns = ["No", "Date", "What happened", "Balance after", ""].map((name, i) =>
    element("th", name, { scope: "col", class: [0, 3].includes(i) ? "number" : "" }));
  const body = element("tbody");
  const table = element("div", element("table", [element("thead", element("tr", columns)), body]), { class: "table" });
  const more = element("button", "More entries", { class: "plain", type: "button" });
  await moreEntries(accountId, 0, body, more);
  at("account").replaceChildren(...accountHead(account), ...(body.rows.length === 0 ? [] : [table, more]));
}

/** The account is part of the address, so that it can be kept and shared; it is not sent to any server. */
async function accountFromAddress() {
  try {
    const accountId = decodeURIComponent(location.hash.slice(1));
    at("account-id").value = accountId;
    if (accountId === "") at("account").replaceChildren();
    else await lookUp(accountId);
  } catch {
    at("account").replaceChildren(element("p", "No answer: ask again."));
  }
}

function submit(event) {
  event.preventDefault();
  const hash = `#${encodeURIComponent(at("account-id").value.trim())}`;
  if (location.hash === hash) accountFromAddress();
  else location.hash = hash;
}

async function refresh() {
  await Promise.allSettled([services(), totals()]);
  setTimeout(refresh, EVERY);
}

at("look-up").addEventListener("submit", submit);
addEventListener("hashchange", accountFromAddress);
accountFromAddress();
refresh();
