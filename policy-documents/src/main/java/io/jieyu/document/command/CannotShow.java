package io.jieyu.document.command;

/** Nothing can be shown, and why: what was asked for, and what would have been accepted. */
final class CannotShow extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotShow(String why) {
        super(why);
    }
}
