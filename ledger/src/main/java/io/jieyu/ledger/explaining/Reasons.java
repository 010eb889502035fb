package io.jieyu.ledger.explaining;

import static io.jieyu.ledger.policy.PolicyField.ANNUAL_OUTPATIENT_LIMIT_FEN;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.Tier;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.CloseReason;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.PeriodRecord;
import io.jieyu.ledger.account.Remarks;
import io.jieyu.ledger.policy.PolicyBook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers "why is it zero, or less?" (rulebook 16.1), by the state as it is now. */
public final class Reasons {

    private static final Set<ReasonCode> NOT_SPENT =
            EnumSet.of(
                    ReasonCode.TRANSFER_PENDING,
                    ReasonCode.CREDIT_SUSPENDED,
                    ReasonCode.OWES_RECEIVABLE);

    private final Account account;
    private final Remarks remarks;
    private final PolicyBook policies;
    private final LocalDate day;
    private final List<ReasonCode> found = new ArrayList<>();

    private Reasons(Account account, Remarks remarks, PolicyBook policies, LocalDate day) {
        this.account = account;
        this.remarks = remarks;
        this.policies = policies;
        this.day = day;
    }

    /**
     * Every code that applies, in the order of the book.
     *
     * @param account all closes applied; null while there is none
     * @param day chooses the holds, the month that may be pending, the policy and the account year
     */
    public static List<ReasonCode> of(
            @Nullable Account account, Remarks remarks, PolicyBook policies, LocalDate day) {
        var found = new ArrayList<ReasonCode>();
        if (account == null) {
            found.add(
                    remarks.lastRefusal() == RefusalCode.NO_ACCOUNT_FOR_CATEGORY
                            ? ReasonCode.NO_ACCOUNT_FOR_CATEGORY
                            : ReasonCode.NO_ACCOUNT_YET);
        } else {
            found.addAll(new Reasons(account, remarks, policies, day).ofAccount());
        }
        if (policies.of(YearMonth.from(day)).get(ANNUAL_OUTPATIENT_LIMIT_FEN).isPresent()) {
            found.add(ReasonCode.ANNUAL_LIMIT_CONFUSION);
        }
        found.add(ReasonCode.WRONG_ACCOUNT_TYPE);
        return List.copyOf(found);
    }

    private List<ReasonCode> ofAccount() {
        CloseReason closeReason = account.lifetime().closeReason();
        if (account.isClosed() && closeReason != null) {
            found.add(code(closeReason));
        }
        Balances balances = account.balances();
        Participation participation = account.standing().participation();
        add(ReasonCode.TRANSFER_PENDING, participation == Participation.TRANSFER_PENDING);
        add(ReasonCode.FROZEN_LAPSE, holds(Hold.Kind.LAPSE));
        add(ReasonCode.COMPLIANCE_HOLD, holds(Hold.Kind.COMPLIANCE));
        add(ReasonCode.ADMIN_HOLD, holds(Hold.Kind.ADMIN));
        add(ReasonCode.DEATH_HOLD, holds(Hold.Kind.DEATH));
        add(ReasonCode.CARD_NOT_ACTIVE, !account.card().allows());
        add(ReasonCode.CREDIT_SUSPENDED, balances.suspenseFen() > 0);
        add(ReasonCode.OWES_RECEIVABLE, balances.receivableFen() > 0);
        add(ReasonCode.IDENTITY_MISMATCH, !remarks.mismatched().isEmpty());
        add(ReasonCode.BACK_PAYMENT_NOT_CREDITED, anyBackPaymentNotCredited());
        add(ReasonCode.POOLED_ONLY_TIER, account.person().tier() == Tier.POOLED_ONLY);
        add(ReasonCode.CREDIT_PENDING, isCreditPending(participation));
        add(ReasonCode.CARRIED_TO_PRIOR, isCarried(balances));
        boolean empty = balances.balanceFen() == 0 && !account.isClosed();
        add(
                ReasonCode.FULLY_SPENT,
                empty
                        && account.milestones().spent()
                        && found.stream().noneMatch(NOT_SPENT::contains));
        add(ReasonCode.NEVER_CREDITED, empty && !account.milestones().credited());
        return found;
    }

    private void add(ReasonCode code, boolean applies) {
        if (applies) {
            found.add(code);
        }
    }

    private boolean holds(Hold.Kind kind) {
        return account.holds().hasEffective(kind, day);
    }

    private boolean anyBackPaymentNotCredited() {
        return account.payments().periods().values().stream()
                .anyMatch(record ->
                        record.status() == PeriodRecord.Status.PAID_LATE && !record.credited());
    }

    private boolean isCreditPending(Participation participation) {
        return (participation == Participation.ACTIVE || participation == Participation.WAITING)
                && account.payments().period(YearMonth.from(day)) == null;
    }

    private boolean isCarried(Balances balances) {
        LocalDate carriedOn = account.milestones().carriedOn();
        return balances.currentFen() == 0
                && balances.priorFen() > 0
                && carriedOn != null
                && !carriedOn.isBefore(policies.accountYearStart(day).atDay(1));
    }

    private static ReasonCode code(CloseReason reason) {
        return switch (reason) {
            case SWEPT -> ReasonCode.SWEPT;
            case REFUNDED -> ReasonCode.REFUNDED;
            case TRANSFERRED_OUT -> ReasonCode.TRANSFERRED_OUT;
            case INHERITED -> ReasonCode.INHERITED;
            case NO_HEIR -> ReasonCode.NO_HEIR;
            case EMIGRATED -> ReasonCode.EMIGRATED;
        };
    }
}
