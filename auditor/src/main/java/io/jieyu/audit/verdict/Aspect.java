package io.jieyu.audit.verdict;

/** What a verdict speaks of. */
public enum Aspect {
    RECOMPUTED("Recomputed", "each ledger record is, to the byte, what the inbox comes to"),
    WHOLE("Whole", "nothing missing, doubled, out of order or foreign; every chain unbroken"),
    IN_BALANCE("In balance", "every posting sums to zero, no bucket is negative"),
    SEALED("Sealed", "accounts, sums and roots of every close agree with its seals"),
    BY_THE_RIGHT_TABLE("By the right table", "each posting by the policy in force at its place");

    private final String title;
    private final String meaning;

    Aspect(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    /** What it means when nothing was found. */
    public String meaning() {
        return meaning;
    }
}
