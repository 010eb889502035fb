package io.jieyu.ledger.explaining;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Notice;

/** The ledger's words for people, in English and Chinese. */
public final class Wording {

    private Wording() {}

    static String english(LedgerAccount account) {
        return switch (account) {
            case CURRENT -> "the account's current year";
            case PRIOR -> "the account's prior years";
            case SUSPENSE -> "suspense";
            case IN_TRANSIT -> "money in transit";
            case RECEIVABLE -> "the debt of the person";
            case CONTRIBUTIONS -> "contributions";
            case POOLED_FUND -> "the pooled fund";
            case MUTUAL_AID -> "mutual aid";
            case OVERPAYMENTS -> "overpayments";
            case INTEREST -> "interest";
            case PROVIDERS -> "providers";
            case PAID_OUT -> "paid out";
            case TRANSFERS -> "transfers";
        };
    }

    static String chinese(LedgerAccount account) {
        return switch (account) {
            case CURRENT -> "个人账户当年部分";
            case PRIOR -> "个人账户历年结余";
            case SUSPENSE -> "挂账";
            case IN_TRANSIT -> "在途资金";
            case RECEIVABLE -> "个人应收款";
            case CONTRIBUTIONS -> "缴费";
            case POOLED_FUND -> "统筹基金";
            case MUTUAL_AID -> "大额互助";
            case OVERPAYMENTS -> "多缴款";
            case INTEREST -> "利息";
            case PROVIDERS -> "医药机构";
            case PAID_OUT -> "支付";
            case TRANSFERS -> "转移";
        };
    }

    static String english(Notice notice) {
        return switch (notice) {
            case MONTH_MISSED -> "No contribution came for this month: a lapse begins.";
            case GRACE_ENDS ->
                    "The grace ends: until the end of next month the gap can be repaired.";
            case WAITING_APPLIES -> "The grace is over: pooled benefits wait after a return.";
            case FREEZE_NEXT -> "One more unpaid month freezes the account; no money is taken.";
            case FROZEN -> "The account is frozen; the money is still there.";
            case DEREGISTRATION_NEXT -> "One more unpaid month ends the participation.";
            case DEREGISTERED -> "The participation has ended by a long lapse.";
            case WAITING_DONE -> "The waiting period is over: pooled benefits begin.";
            case CARRIED -> "The year's money has moved to the prior years; nothing was wiped.";
            case FLAT_CREDIT_MISSING ->
                    "The flat credit could not be computed: a figure is missing.";
        };
    }

    static String chinese(Notice notice) {
        return switch (notice) {
            case MONTH_MISSED -> "本月未缴费，断缴开始。";
            case GRACE_ENDS -> "宽限期将尽，下月底前仍可补缴。";
            case WAITING_APPLIES -> "已过宽限期，恢复缴费后统筹待遇须等待。";
            case FREEZE_NEXT -> "再断缴一个月账户将冻结，余额不变。";
            case FROZEN -> "账户已冻结，余额仍在。";
            case DEREGISTRATION_NEXT -> "再断缴一个月将注销参保。";
            case DEREGISTERED -> "因长期断缴已注销参保。";
            case WAITING_DONE -> "等待期满，统筹待遇开始。";
            case CARRIED -> "当年资金已结转至历年结余，并未清零。";
            case FLAT_CREDIT_MISSING -> "缺少数据，定额划入未能计算。";
        };
    }

    /** Why a balance is zero, or less than expected. */
    public static String english(ReasonCode code) {
        return switch (code) {
            case NO_ACCOUNT_FOR_CATEGORY -> "Persons of this category have no personal account.";
            case NO_ACCOUNT_YET -> "There is no account yet: no contribution has arrived.";
            case INHERITED -> "The account was closed; the balance was paid to the heir.";
            case EMIGRATED -> "The account was closed; the balance was paid out.";
            case TRANSFERRED_OUT -> "The balance was transferred to another pooling area.";
            case SWEPT -> "The participation ended; the balance went to the pooled fund.";
            case REFUNDED -> "The participation ended; the balance was paid out.";
            case NO_HEIR -> "The account was closed without an heir.";
            case TRANSFER_PENDING -> "A transfer to another pooling area is running.";
            case FROZEN_LAPSE ->
                    "The account is frozen by unpaid months; the money is still there.";
            case COMPLIANCE_HOLD -> "A compliance hold stands; the money is still there.";
            case ADMIN_HOLD -> "An administrative hold stands; the money is still there.";
            case DEATH_HOLD -> "The account is held after a death.";
            case CARD_NOT_ACTIVE -> "The card is not active; the money is still there.";
            case CREDIT_SUSPENDED -> "Credits wait for a card or the end of a hold.";
            case OWES_RECEIVABLE -> "A debt from a correction is repaid first.";
            case IDENTITY_MISMATCH -> "A contribution was refused: its birth date is another.";
            case BACK_PAYMENT_NOT_CREDITED -> "A back-payment went to the pooled fund.";
            case POOLED_ONLY_TIER -> "This tier credits nothing to an account.";
            case CREDIT_PENDING -> "This month's contribution has not arrived yet.";
            case CARRIED_TO_PRIOR -> "The year's money is in the prior years; nothing was wiped.";
            case FULLY_SPENT -> "The money has been spent.";
            case NEVER_CREDITED -> "Nothing was ever credited.";
            case ANNUAL_LIMIT_CONFUSION -> "The yearly benefit limit is not the balance.";
            case WRONG_ACCOUNT_TYPE -> "The bank account on the card is another account.";
        };
    }

    /** The same in Chinese. */
    public static String chinese(ReasonCode code) {
        return switch (code) {
            case NO_ACCOUNT_FOR_CATEGORY -> "该类参保人不设个人账户。";
            case NO_ACCOUNT_YET -> "尚无账户：还没有收到缴费。";
            case INHERITED -> "账户已关闭，余额已由继承人领取。";
            case EMIGRATED -> "账户已关闭，余额已支付本人。";
            case TRANSFERRED_OUT -> "余额已转移至其他统筹地区。";
            case SWEPT -> "参保已注销，余额已转入统筹基金。";
            case REFUNDED -> "参保已注销，余额已退还本人。";
            case NO_HEIR -> "账户已关闭，无继承人。";
            case TRANSFER_PENDING -> "正在办理转移接续。";
            case FROZEN_LAPSE -> "因断缴已冻结，余额仍在。";
            case COMPLIANCE_HOLD -> "因违规调查已冻结，余额仍在。";
            case ADMIN_HOLD -> "已被行政冻结，余额仍在。";
            case DEATH_HOLD -> "因身故登记已冻结。";
            case CARD_NOT_ACTIVE -> "卡未激活或不可用，余额仍在。";
            case CREDIT_SUSPENDED -> "有款项挂账，等待补卡或解冻。";
            case OWES_RECEIVABLE -> "有更正产生的应收款，先行抵扣。";
            case IDENTITY_MISMATCH -> "有缴费因出生日期不符被拒绝。";
            case BACK_PAYMENT_NOT_CREDITED -> "补缴款计入统筹基金，不划入个人账户。";
            case POOLED_ONLY_TIER -> "单建统筹不划入个人账户。";
            case CREDIT_PENDING -> "本月缴费尚未到账。";
            case CARRIED_TO_PRIOR -> "当年资金已结转至历年结余，并未清零。";
            case FULLY_SPENT -> "余额已用完。";
            case NEVER_CREDITED -> "从未划入资金。";
            case ANNUAL_LIMIT_CONFUSION -> "年度支付限额不是账户余额。";
            case WRONG_ACCOUNT_TYPE -> "卡上的银行账户是另一个账户。";
        };
    }
}
