package io.jieyu.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "browserIsThereOrMustBe", disabledReason = FirstPageIT.NONE)
class FirstPageIT {

    static final String NONE = "no chromium on the path: the first page is not tested";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TAB = 9;
    private static final int ENTER = 13;
    private Browser browser;
    private StubService contributions;
    private StubService accounts;
    private StubService policies;
    private RunningGateway gateway;

    @BeforeAll
    void startBrowser(@TempDir Path profile) throws IOException, InterruptedException {
        browser = new Browser(Browser.find().orElseThrow(() -> new AssertionError(NONE)), profile);
    }

    static boolean browserIsThereOrMustBe() {
        return Browser.find().isPresent() || "true".equals(System.getenv("CI"));
    }

    @AfterAll
    void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        contributions = new StubService().answers("/actuator/health", "{\"status\":\"UP\"}");
        accounts =
                new StubService()
                        .answers("/actuator/health", stub("health.json"))
                        .answers("/api/ledger/totals", stub("totals.json"))
                        .answers("/api/accounts/110000-P000001", stub("account.json"))
                        .answers("/api/accounts/110000-P000001/entries", stub("entries.json"))
                        .answers("/api/accounts/110000-P000001/entries/1", stub("entry.json"));
        policies = new StubService().answers("/actuator/health", "{\"status\":\"UP\"}");
        gateway =
                new RunningGateway(contributions.address(), accounts.address(), policies.address());
        browser.size(1280, 900);
        browser.colours("light");
    }

    @AfterEach
    void stop() {
        browser.open(URI.create("about:blank"));
        gateway.close();
        contributions.close();
        accounts.close();
        policies.close();
    }

    @Test
    void showsTheStateOfTheServicesAndTheLedgerInYuan() {
        browser.open(gateway.at("/"));

        eventuallyShows("accounts: up to date, lag 1250", "state: running");
        eventuallyShows(
                "10,000",
                "29,876",
                "12,345,678.90",
                "−61,728,394.50",
                "2,345,678.90",
                "Sum over all ledger accounts: 0.00 ✓",
                "NO_ACCOUNT_FOR_CATEGORY",
                "1,250 records still to be shown",
                "127.0.0.1");
        assertThat(browser.value("document.title").asString()).isEqualTo("Jieyu 结余");
    }

    @Test
    void warnsWhenTheSumIsNotZero() {
        accounts.answers(
                "/api/ledger/totals",
                stub("totals.json").replace("\"sumFen\": 0", "\"sumFen\": -123"));
        browser.open(gateway.at("/"));

        eventuallyShows("Sum over all ledger accounts: −1.23 — it must be 0.00");
        assertThat(browser.value("document.querySelector('#sum').className").asString())
                .isEqualTo("warning");
    }

    @Test
    void saysWhatToDoWhileTheLedgerIsEmptyAndFillsByItself() {
        accounts.answers(
                "/api/ledger/totals",
                "{\"ledgerAccounts\":{},\"sumFen\":0,\"regions\":{},\"accounts\":0,\"outcomes\":{},\"refusals\":{},\"asOf\":[]}");
        browser.open(gateway.at("/"));
        eventuallyShows("The ledger is empty", "./jieyu demo");

        accounts.answers("/api/ledger/totals", stub("totals.json"));

        eventuallyShows("12,345,678.90");
        assertThat(browser.text()).doesNotContain("The ledger is empty");
    }

    @Test
    void saysWhichServiceIsDownAndWhichIsStarting() {
        accounts.close();
        policies.answers(
                "/actuator/health",
                503,
                "application/json",
                "{\"status\":\"OUT_OF_SERVICE\",\"components\":{\"publication\":{\"status\":\"OUT_OF_SERVICE\",\"details\":{\"set\":\"default\"}}}}");
        browser.open(gateway.at("/"));

        eventuallyShows("set: default", "The account-service does not answer.");
        assertThat(stateOf("account-service")).isEqualTo("down");
        assertThat(stateOf("policy-service")).isEqualTo("starting");
        assertThat(stateOf("contribution-service")).isEqualTo("up");
    }

    @Test
    void explainsAnAccountByKeyboardAlone() {
        browser.open(gateway.at("/"));
        eventuallyShows("12,345,678.90");

        tabTo("account-id");
        browser.type("110000-P000001");
        browser.press("Enter", ENTER);
        eventuallyShows("400.00 yuan", "2025-02-05");
        tabToText("Why?");
        browser.press("Enter", ENTER);

        eventuallyShows("rule 7.4, policy 110000/B", "其后余额 200.00 元");
    }

    @Test
    void showsWhatComesFromOutsideAsTextOnly() {
        browser.open(gateway.at("/#110000-P000001"));

        eventuallyShows("<img src=x onerror=");
        assertThat(browser.value("document.images.length").asInt()).isZero();
        assertThat(browser.value("document.title").asString()).isEqualTo("Jieyu 结余");
    }

    @Test
    void fetchesFurtherEntriesWhenAsked() {
        String entries = "/api/accounts/110000-P000001/entries";
        accounts.answers(
                        entries + "?after=0",
                        stub("entries.json").replace("\"asOf\"", "\"next\": 2, \"asOf\""))
                .answers(entries + "?after=2", stub("entries.json").replace("2025-0", "2026-0"));
        browser.open(gateway.at("/#110000-P000001"));
        eventuallyShows("2025-02-05", "More entries");

        tabToText("More entries");
        browser.press("Enter", ENTER);

        eventuallyShows("2025-02-05", "2026-02-05");
        assertThat(browser.text()).doesNotContain("More entries");
    }

    @Test
    void repeatsTheProblemWhenThereIsNoSuchAccount() {
        accounts.answers(
                "/api/accounts/110000-NONE",
                404,
                "application/problem+json",
                "{\"detail\":\"There is no account 110000-NONE.\"}");
        browser.open(gateway.at("/#110000-NONE"));

        eventuallyShows("There is no account 110000-NONE.");
    }

    @Test
    void replacesNothingThatHasNotChanged() {
        browser.open(gateway.at("/"));
        eventuallyShows("12,345,678.90", "still to be shown", "state: running");
        browser.value(
                """
                window.changes = [];
                new MutationObserver((all) => changes.push(...all
                    .filter((one) => one.type !== "attributes"
                        || one.oldValue !== one.target.getAttribute(one.attributeName))
                    .map((one) => one.target.outerHTML)))
                  .observe(document.body, {subtree: true, childList: true, characterData: true, attributeOldValue: true})
                """);
        int before = refreshes();

        await().atMost(PATIENCE).until(() -> refreshes() >= before + 2);

        assertThat(browser.value("JSON.stringify(window.changes)").asString()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "400, light", "400, dark"})
    void fitsTheScreen(int width, String scheme) throws IOException {
        browser.size(width, 900);
        browser.colours(scheme);
        browser.open(gateway.at("/#110000-P000001"));
        eventuallyShows("400.00 yuan");
        browser.value(
                "[...document.querySelectorAll('button')].find((b) => b.textContent ==="
                        + " 'Why?').click()");
        eventuallyShows("rule 7.4");

        browser.screenshot(
                Path.of("target/screenshots/first-page-" + width + "-" + scheme + ".png"));
        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
    }

    private void eventuallyShows(String... texts) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.text()).contains(texts));
    }

    private String stateOf(String service) {
        return browser.value(
                        "[...document.querySelectorAll('#services li')]"
                                + ".find((li) => li.querySelector('b').textContent === '%s').querySelector('span').className"
                                        .formatted(service))
                .asString();
    }

    private int refreshes() {
        return (int) accounts.requests().stream().filter("GET /api/ledger/totals"::equals).count();
    }

    private void tabTo(String id) {
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            browser.press("Tab", TAB);
                            return browser.value("document.activeElement.id").asString();
                        },
                        id::equals);
    }

    private void tabToText(String text) {
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            browser.press("Tab", TAB);
                            return browser.value("document.activeElement.textContent").asString();
                        },
                        text::equals);
    }

    private static String stub(String name) {
        try (var in = FirstPageIT.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
