package io.jieyu.audit.topics;

/** Why there can be no verdict: something is not there, or not what it was exported as. */
public final class CannotDecide extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotDecide(String why) {
        super(why);
    }

    public CannotDecide(String why, Throwable cause) {
        super(why, cause);
    }
}
