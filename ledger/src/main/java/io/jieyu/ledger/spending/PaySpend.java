package io.jieyu.ledger.spending;

import static io.jieyu.ledger.LedgerAccount.CURRENT;
import static io.jieyu.ledger.LedgerAccount.PROVIDERS;
import static io.jieyu.ledger.RefusalCode.AUTHENTICATION_FAILED;
import static io.jieyu.ledger.RefusalCode.CARD_NOT_ACTIVE;
import static io.jieyu.ledger.RefusalCode.INSUFFICIENT_BALANCE;
import static io.jieyu.ledger.RefusalCode.OUT_OF_REGION;
import static io.jieyu.ledger.RefusalCode.USE_NOT_PERMITTED;
import static io.jieyu.ledger.policy.PolicyField.CONSUMPTION_ORDER;
import static io.jieyu.ledger.policy.PolicyField.CROSS_REGION_USE;
import static io.jieyu.ledger.policy.PolicyField.PARTIAL_PAYMENT;
import static io.jieyu.ledger.policy.PolicyField.PERMITTED_USES;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Booking;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.policy.PartialPayment;
import io.jieyu.ledger.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The message {@code spend} (rulebook 6.4): the money leaves in the order of the buckets, and only
 * for a permitted use. A lapse alone stops nothing (13.7).
 */
public final class PaySpend implements MessageRule<SpendRequest> {

    @Override
    public SpendRequest read(Fields fields) throws InvalidField {
        return SpendRequest.read(fields);
    }

    @Override
    public Verdict decide(SpendRequest spend, Situation situation) {
        Account account = situation.account();
        Optional<Refusal> refusal =
                Preconditions.existsAndIsNotClosed(account)
                        .or(() -> held(account, spend.date()))
                        .or(() -> cardNotActive(account));
        if (refusal.isPresent()) {
            return MessageRule.refused(refusal.get());
        }
        Draft draft = Draft.of(situation, spend.date());
        Policy policy = draft.policy();
        List<LedgerAccount> permitted =
                policy.get(CONSUMPTION_ORDER).stream()
                        .filter(bucket -> policy.get(PERMITTED_USES).permits(bucket, spend.use()))
                        .toList();
        long holdFen = permitted.stream().mapToLong(one -> fenIn(one, draft.balances())).sum();
        refusal =
                notAuthenticated(spend)
                        .or(() -> outOfRegion(spend, policy))
                        .or(() -> notPermitted(spend, permitted, policy))
                        .or(() -> insufficient(spend, holdFen, policy));
        if (refusal.isPresent()) {
            return MessageRule.refused(refusal.get());
        }
        pay(draft, spend, permitted, Math.min(spend.amountFen(), holdFen));
        return new Verdict.Accepted(draft);
    }

    private static void pay(
            Draft draft, SpendRequest spend, List<LedgerAccount> permitted, long paidFen) {
        Booking.Parts taken =
                draft.debit(
                        permitted, PROVIDERS, paidFen, draft.grounds(Reason.SPEND, null, "6.4"));
        draft.book(
                spend.businessKey(),
                new Booking.Spend(spend.date(), draft.postingDate(), taken, Booking.Parts.NONE));
        draft.spent();
        draft.outcomes().result().put("paidFen", paidFen);
        draft.outcomes().result().put("cashFen", spend.amountFen() - paidFen);
    }

    private static long fenIn(LedgerAccount bucket, Balances balances) {
        return bucket == CURRENT ? balances.currentFen() : balances.priorFen();
    }

    /** The hold code of the day (13.3). */
    private static Optional<Refusal> held(@Nullable Account account, LocalDate day) {
        return Optional.ofNullable(account)
                .flatMap(found -> found.holds().decisive(day))
                .map(PaySpend::refusal);
    }

    private static Refusal refusal(Hold hold) {
        return Refusal.ofState(
                hold.kind().code(),
                "no "
                        + hold.kind()
                        + " hold; one stands since "
                        + hold.since()
                        + (hold.until() == null ? "" : " until " + hold.until()));
    }

    private static Optional<Refusal> cardNotActive(@Nullable Account account) {
        return account == null || account.card().allows()
                ? Optional.empty()
                : Optional.of(
                        Refusal.ofState(
                                CARD_NOT_ACTIVE,
                                "a card that is ACTIVE; it is " + account.card().status()));
    }

    private static Optional<Refusal> notAuthenticated(SpendRequest spend) {
        return spend.authenticated()
                ? Optional.empty()
                : Optional.of(
                        Refusal.ofField(
                                AUTHENTICATION_FAILED,
                                "authenticated",
                                false,
                                "true, the password or credential checked"));
    }

    private static Optional<Refusal> outOfRegion(SpendRequest spend, Policy policy) {
        boolean passes =
                spend.region().equals(spend.ownRegion())
                        || switch (policy.get(CROSS_REGION_USE)) {
                            case OPEN -> true;
                            case FILED_OR_EMERGENCY ->
                                    spend.outOfRegionBasis() != SpendRequest.OutOfRegionBasis.NONE;
                            case NEVER -> false;
                        };
        return passes
                ? Optional.empty()
                : Optional.of(
                        Refusal.ofField(
                                OUT_OF_REGION,
                                "providerRegion",
                                spend.region(),
                                spend.ownRegion()
                                        + "; crossRegionUse of "
                                        + policy.policyId()
                                        + " is "
                                        + policy.get(CROSS_REGION_USE)));
    }

    private static Optional<Refusal> notPermitted(
            SpendRequest spend, List<LedgerAccount> permitted, Policy policy) {
        return permitted.isEmpty()
                ? Optional.of(
                        Refusal.ofField(
                                USE_NOT_PERMITTED,
                                "use",
                                spend.use().name(),
                                "a use that permittedUses of "
                                        + policy.policyId()
                                        + " has for some bucket"))
                : Optional.empty();
    }

    private static Optional<Refusal> insufficient(SpendRequest spend, long holdFen, Policy policy) {
        boolean tooLittle =
                holdFen == 0
                        || (holdFen < spend.amountFen()
                                && policy.get(PARTIAL_PAYMENT) == PartialPayment.REFUSE);
        return tooLittle
                ? Optional.of(
                        Refusal.ofField(
                                INSUFFICIENT_BALANCE,
                                "amountFen",
                                spend.amountFen(),
                                "at most the " + holdFen + " that the permitted buckets hold"))
                : Optional.empty();
    }
}
